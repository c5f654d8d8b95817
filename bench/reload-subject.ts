/**
 * Changes a followed folder again and again while questions are asked, in a process of its own:
 * `node --import tsx bench/reload-subject.ts FOLDER ASKERS RELOADS [QUESTIONS]` prints a {@link ReloadMeasurement}.
 */
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { LiveKnowledge } from "../adapters/live-knowledge.ts";
import { readConversations } from "./conversations.ts";

/** What one process measured. */
export interface ReloadMeasurement {
  readonly issues: number;
  /** From the end of each write to the first time that it is served. */
  readonly servedMs: readonly number[];
  /** Each answer that was asked for while the folder changed. */
  readonly answerMs: readonly number[];
}

/** Between changes, in ms; each falls on another moment of the watch's clock. */
const PAUSE_MS = 700;
/** So long questions are asked before the first change, in ms, until code is compiled. */
const WARM_UP_MS = 3000;

// As the product runs: compiled.
const compiled = new URL("../dist/", import.meta.url);
const { ask, folderDigest } = (await import(
  new URL("src/index.js", compiled).href
)) as typeof import("../src/index.ts");
const { followKnowledge } = (await import(
  new URL("adapters/live-knowledge.js", compiled).href
)) as typeof import("../adapters/live-knowledge.ts");
const { NO_RELOAD_LOG } = (await import(
  new URL("adapters/reload-log.js", compiled).href
)) as typeof import("../adapters/reload-log.ts");

const [source = "knowledge", askers = "0", reloads = "10", questions = null] = process.argv.slice(2);
const beside = await mkdtemp(join(tmpdir(), "reload-bench-"));
try {
  process.stdout.write(`${JSON.stringify(await measure(join(beside, "knowledge")))}\n`);
} finally {
  await rm(beside, { recursive: true });
}

async function measure(folder: string): Promise<ReloadMeasurement> {
  await cp(source, folder, { recursive: true });
  const reader = folderDigest(folder);
  const first = await reader.read();
  const live = followKnowledge({ folder, reader, first, log: NO_RELOAD_LOG });
  const over = new AbortController();
  const answerMs: number[] = [];
  const asking = askOn(live, over.signal, answerMs);
  await sleep(WARM_UP_MS);
  answerMs.length = 0;
  const servedMs: number[] = [];
  for (let version = 1; version <= Number(reloads); version++) {
    const title = `Northport grows, version ${version}`;
    await writeFile(join(folder, "probe.md"), `## ${title}\n\nNorthport handled ${version}.4 million containers.\n`);
    const writtenMs = performance.now();
    while (!serves(live, title)) await sleep(5);
    servedMs.push(performance.now() - writtenMs);
    await sleep(PAUSE_MS);
  }
  over.abort();
  await asking;
  await live.close();
  return { issues: first.issues.length, servedMs, answerMs };
}

function serves(live: LiveKnowledge, title: string): boolean {
  return live.digest().issues.some(({ articles }) => articles[0]?.title === title);
}

/** Chats that each ask again as soon as they are answered; between answers the process has its turn once. */
async function askOn(live: LiveKnowledge, over: AbortSignal, answerMs: number[]): Promise<void> {
  const asked = (await readConversations(questions)).flatMap(({ turns }) => turns.slice(0, 1));
  const chats = Array.from({ length: Number(askers) }, async (_, chat) => {
    for (let i = chat; !over.aborted; i += Number(askers)) {
      const beginMs = performance.now();
      await ask(live.digest(), asked[i % asked.length] ?? "");
      answerMs.push(performance.now() - beginMs);
      await nextTurn();
    }
  });
  await Promise.all(chats);
}
