import { openDigest } from "../../src/index.ts";
import type { Digest } from "../../src/index.ts";
import { makeKnowledge } from "./small-digest.ts";

/** What the long text of the issue of 2025-08 says over and over, with a space at its end. */
export const SENTENCE = "The harbour master counted the ships of the day and wrote their names into the book. ";

const LONG_ISSUE = `# Harbour 2025-08

## News

${Array.from({ length: 25 }, (_, i) => `- **Berth ${i + 1} opens:** The new berth takes ships of ${200 + i} metres.\n`).join("\n")}
## Chronicle

In June 2025 the ferries carried 4,100 people.

${SENTENCE.repeat(60)}
`;
const UNDATED = "# 港口手册\n\n## 渡轮\n\n渡轮每天开行12班。\n";

/** Opens forty-five months of news, the newest dated 2025-09, and an issue without a date; the issue of 2025-08 is long. */
export async function openManyIssues(): Promise<Digest> {
  const months = Array.from({ length: 45 }, (_, i) => ({ year: 2022 + Math.floor(i / 12), month: (i % 12) + 1 }));
  const files = months.map(({ year, month }): [string, string] => {
    const name = `${year}-${String(month).padStart(2, "0")}`;
    return [`port/${name}.md`, `# Harbour ${name}\n\n## Freight\n\nThe harbour handled ${year * 10 + month} tons.\n`];
  });
  const all = Object.fromEntries([...files, ["port/2025-08.md", LONG_ISSUE], ["港口.md", UNDATED]]);
  return (await openDigest(makeKnowledge(all, ["port"]))).digest;
}
