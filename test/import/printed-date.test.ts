import { describe, expect, it } from "vitest";
import { dayOf, findDate } from "../../import/printed-date.ts";

describe("findDate", () => {
  it.each([
    ["2026年3月20日 星期五", "2026-03-20"],
    ["电商周报 2026年3月", "2026-03"],
    ["Vol. 7, No. 11 -- 13 March 2026", "2026-03-13"],
    ["Friday, Mar. 13th, 2026", "2026-03-13"],
    ["May 2026", "2026-05"],
    ["newsletter-20260107", "2026-01-07"],
    ["2025-07-ecommerce", "2025-07"],
    ["2026/3/5", "2026-03-05"],
    ["2026-02-30", null],
    ["Issue 2031", null],
    ["12345678901", null],
  ])("finds in %j %j", (text, date) => {
    expect(findDate(text)).toBe(date);
  });
});

describe("dayOf", () => {
  it("keeps the day of the place where it was written", () => {
    expect(dayOf("Fri, 13 Mar 2026 23:30:00 -0800")).toBe("2026-03-13");
    expect(dayOf("2026-03-13T00:30:00+08:00")).toBe("2026-03-13");
    expect(dayOf("soon")).toBeNull();
  });
});
