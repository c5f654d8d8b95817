import { expect, it } from "vitest";
import type { Log } from "../../adapters/log.ts";
import { reloadLog } from "../../adapters/reload-log.ts";
import { folderDigest } from "../../src/index.ts";
import { makeKnowledge } from "../chat/small-digest.ts";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

it("tells which issues came, changed and went, and what can't be served or can again", async () => {
  const told: unknown[] = [];
  const tell = (level: string) => (fields: object, message: string) =>
    told.push([level, { ...fields, ms: 0 }, message]);
  const log: Log = { debug: tell("debug"), info: tell("info"), warn: tell("warn"), error: tell("error") };
  const text = "## Ports\n\nThe port grew by 4%.\n";
  const folder = makeKnowledge({ "a.md": text, "b.md": text, "c.md": text });
  const reader = folderDigest(folder);
  const before = await reader.read();
  writeFileSync(join(folder, "b.md"), text.replace("4", "5"));
  writeFileSync(join(folder, "d.md"), text);
  rmSync(join(folder, "c.md"));
  const { digest } = await reader.next(before, await reader.look(before));
  const { served, unwatched } = reloadLog(log);
  served({ digest: before.digest, lines: ["x.md: broken"] }, { digest, lines: ["y.md: broken"] }, 12.4);
  served({ digest, lines: ["y.md: broken"] }, { digest, lines: ["y.md: broken"] }, 3);
  for (let file = 0; file < 3; file++) unwatched(new Error("ENOSPC"));
  expect(told).toEqual([
    [
      "info",
      { added: ["d"], changed: ["b"], removed: ["c"], issues: 3, ms: 0 },
      "the knowledge folder changed and is served as it is now",
    ],
    ["warn", { ms: 0 }, "y.md: broken"],
    ["info", { ms: 0 }, "no longer: x.md: broken"],
    ["warn", { err: new Error("ENOSPC"), ms: 0 }, "changes of the knowledge folder may be noticed only after a minute"],
  ]);
});
