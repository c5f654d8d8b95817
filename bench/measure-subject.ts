/**
 * Measures one subject in a process of its own, so that its memory and its compiled code are nobody else's:
 * `node --expose-gc --import tsx bench/measure-subject.ts core|plain FOLDER PASSES [QUESTIONS] [CACHE]` prints a {@link Measurement}.
 */
import { setTimeout as wait } from "node:timers/promises";
import { readConversations } from "./conversations.ts";
import type { Conversation } from "./conversations.ts";
import type { Measurement, Timing } from "./measurement.ts";
import { loadSubject } from "./subject.ts";
import type { Subject, SubjectName } from "./subject.ts";

const [name = "core", folder = "knowledge", passes = "3", questions = null, cache = null] = process.argv.slice(2);
const measurement = await measure(name as SubjectName, folder, Number(passes));
process.stdout.write(`${JSON.stringify(measurement)}\n`);

async function measure(name: SubjectName, folder: string, passes: number): Promise<Measurement> {
  const conversations = await readConversations(questions);
  const openSubject = await loadSubject(name);
  const before = await settledMemory();
  const begin = performance.now();
  const subject = await openSubject(folder, cache);
  const buildMs = performance.now() - begin;
  const first = await askAll(subject, conversations);
  const timings: Timing[] = [];
  const cpuBefore = process.cpuUsage();
  const passesBegin = performance.now();
  for (let pass = 0; pass < passes; pass++) timings.push(...(await askAll(subject, conversations)));
  const wallMs = performance.now() - passesBegin;
  const cpu = process.cpuUsage(cpuBefore);
  const after = await settledMemory();
  return {
    articles: subject.articles,
    sentences: subject.countSentences(),
    buildMs,
    firstPassMs: first.reduce((sum, { ms }) => sum + ms, 0) / first.length,
    timings,
    wallMs,
    cpuMs: (cpu.user + cpu.system) / 1000,
    rssMb: after.rssMb,
    rssGrowthMb: after.rssMb - before.rssMb,
    heapMb: after.heapMb,
  };
}

async function askAll(subject: Subject, conversations: readonly Conversation[]): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const { id, turns } of conversations) {
    const askNext = subject.converse();
    for (const question of turns) {
      const begin = performance.now();
      await askNext(question);
      timings.push({ id, question, ms: performance.now() - begin });
    }
  }
  return timings;
}

/** Memory after garbage collection; twice, with a pause for what is freed late. */
async function settledMemory(): Promise<{ readonly rssMb: number; readonly heapMb: number }> {
  if (globalThis.gc === undefined) throw new Error("Memory is measured after garbage collection: add --expose-gc");
  globalThis.gc();
  await wait(100);
  globalThis.gc();
  const { rss, heapUsed } = process.memoryUsage();
  return { rssMb: rss / 2 ** 20, heapMb: heapUsed / 2 ** 20 };
}
