import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Citation, Digest, Response } from "../../src/index.ts";
import { createConversations, respond } from "../../src/index.ts";
import type { LiveFolder } from "./live-folder.ts";
import { followFolder } from "./live-folder.ts";

/** More of them by hand: RELOADS=100 npx vitest run test/adapters/reload-load.test.ts */
const RELOADS = Number(process.env["RELOADS"] ?? 5);
const ASKERS = 4;
/** Their answers stand in one file, but for the last: /articles shows both, which are written one after the other. */
const QUESTIONS = [
  "苍澜港七月出口多少？",
  "苍澜港七月出口比进口多多少？",
  "What did Canglan Port export in July?",
  "/articles",
];

const trade = (version: number): string =>
  `---\ntitle: 港口第${version}版\ndate: 2025-08-04\nlanguage: zh\n---\n\n## 苍澜港七月进出口第${version}版\n\n7月,苍澜港出口${5000 + version}亿元,进口${2000 + 2 * version}亿元,是第${version}版的数。\n`;
const ferry = (version: number): string =>
  `---\ntitle: 轮渡第${version}版\ndate: 2025-08-04\nlanguage: zh\n---\n\n## 轮渡七月客流第${version}版\n\n7月,轮渡运送旅客${version}万人次。\n`;

async function writeVersion(folder: string, version: number): Promise<void> {
  await writeFile(join(folder, "trade.md"), trade(version));
  await writeFile(join(folder, "ferry.md"), ferry(version));
}

let live: LiveFolder;
beforeEach(async () => {
  live = await followFolder({ "trade.md": trade(1), "ferry.md": ferry(1) });
});
afterEach(async () => live.close());

it(
  `answers from one version alone while the folder changes ${RELOADS} times`,
  async () => {
    const seen = new Map<string, number>();
    const faults: string[] = [];
    const over = new AbortController();
    const ask = async (asker: number): Promise<void> => {
      const conversations = createConversations();
      for (let i = asker; !over.signal.aborted; i++) {
        const digest = live.knowledge.digest();
        const text = QUESTIONS[i % QUESTIONS.length] ?? "";
        const response = await respond({ text, conversation: `${asker}`, language: "zh" }, digest, conversations);
        faults.push(...faultsOf(response, digest));
        seen.set(digest.version, (seen.get(digest.version) ?? 0) + 1);
        await new Promise((done) => setTimeout(done, 5));
      }
    };
    const askers = Array.from({ length: ASKERS }, async (_, asker) => ask(asker));
    const delaysMs: number[] = [];
    for (let version = 2; version <= RELOADS + 1; version++) {
      const startMs = performance.now();
      await writeVersion(live.folder, version);
      await live.serves(QUESTIONS[0] ?? "", `${5000 + version}亿元`);
      delaysMs.push(Math.round(performance.now() - startMs));
      // On a busy machine the next version could come before anybody asks.
      while (!seen.has(live.knowledge.digest().version)) await new Promise((done) => setTimeout(done, 5));
    }
    over.abort();
    await Promise.all(askers);
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(RELOADS);
    if (process.env["RELOADS"] !== undefined) {
      const answers = [...seen.values()].reduce((sum, count) => sum + count, 0);
      process.stdout.write(`${answers} answers, served after ms: ${delaysMs.sort((a, b) => a - b).join(" ")}\n`);
    }
  },
  RELOADS * 25_000,
);

/** What of a response isn't of the version that its digest is of. */
function faultsOf({ asked, blocks }: Response, digest: Digest): string[] {
  const version = Number(/第(\d+)版/u.exec(digest.issues[0]?.title ?? "")?.[1]);
  const versions = new Set([...JSON.stringify(blocks).matchAll(/第(\d+)版/gu)].map(([, named]) => Number(named)));
  if (versions.size !== 1 || !versions.has(version)) return [`version ${version} shows ${[...versions].join()}`];
  if (asked === null) return [];
  const { reply } = asked;
  if (reply.status !== "answered") return [`no answer to ${reply.question} in version ${version}`];
  const right = [
    `${5000 + version}亿元`,
    `${3000 - version}亿元`,
    `CNY ${(5000 + version) / 10} billion (${5000 + version}亿元)`,
  ];
  return [
    ...(right.includes(reply.answer) ? [] : [`version ${version} says ${reply.answer}`]),
    ...reply.citations.filter((citation) => !isSlice(citation, digest)).map(({ quote }) => `not printed: ${quote}`),
  ];
}

function isSlice({ articleId, quote, span }: Citation, { readings }: Digest): boolean {
  return readings.get(articleId)?.article.text.slice(span.start, span.end) === quote;
}
