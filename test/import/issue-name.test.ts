import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { issueName } from "../../import/issue-name.ts";

describe("issueName", () => {
  it.each([
    ["Harbour Letter 12", "2026-03-20", "2026-03-20-harbour-letter-12"],
    ["电商周报：第12期", "2026-03", "2026-03-电商周报-第12期"],
    ["2025-07-ecommerce", "2025-07", "2025-07-ecommerce"],
    ["issue 20260107", "2026-01-07", "issue-20260107"],
    ["../../etc/passwd", null, "etc-passwd"],
    ["CON", null, "issue-con"],
    ["…", null, "issue"],
  ])("names %j of %j %j", (title, date, name) => {
    expect(issueName(title, date)).toBe(name);
  });

  it("never leads out of a folder, and is never too long for a file system", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (title) => {
        const name = issueName(title, "2026-03-20");
        expect(name).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      }),
    );
  });
});
