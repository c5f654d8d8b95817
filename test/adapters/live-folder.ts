import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { followKnowledge } from "../../adapters/live-knowledge.ts";
import type { LiveKnowledge } from "../../adapters/live-knowledge.ts";
import type { ReloadLog } from "../../adapters/reload-log.ts";
import { NO_RELOAD_LOG } from "../../adapters/reload-log.ts";
import { ask, folderDigest } from "../../src/index.ts";

/** A knowledge folder that is followed. */
export interface LiveFolder {
  /** The folder above, for what an editor prepares beside it. */
  readonly beside: string;
  readonly folder: string;
  readonly knowledge: LiveKnowledge;
  readonly write: (name: string, text: string) => Promise<void>;
  /** Writes beside the folder and renames into its place, as careful editors do. */
  readonly swap: (name: string, text: string) => Promise<void>;
  /** The short answer that is served now. */
  readonly answer: (question: string) => Promise<string | null>;
  /** Waits until an answer is served. */
  readonly serves: (question: string, answer: string | null) => Promise<void>;
  /** Waits until the problems are these. */
  readonly names: (...problems: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Says what no test expects. */
const FAILING_LOG: ReloadLog = {
  ...NO_RELOAD_LOG,
  failed: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
};

/** A thread that is translated on the way in takes two seconds of CPU time to start; on a busy machine, many more. */
const PATIENCE_MS = 60_000;

/** Follows a new folder with these files. */
export async function followFolder(
  files: Readonly<Record<string, string>>,
  log: ReloadLog = FAILING_LOG,
): Promise<LiveFolder> {
  const beside = await mkdtemp(join(tmpdir(), "live-"));
  const folder = join(beside, "knowledge");
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(files)) await write(name, text);
  const reader = folderDigest(folder);
  const knowledge = followKnowledge({ folder, reader, first: await reader.read(), log });
  const answer = async (question: string): Promise<string | null> => {
    const { reply } = await ask(knowledge.digest(), question);
    return reply.status === "answered" ? reply.answer : null;
  };
  return {
    beside,
    folder,
    knowledge,
    write,
    swap: async (name, text) => {
      await writeFile(join(beside, "draft"), text);
      await rename(join(beside, "draft"), join(folder, name));
    },
    answer,
    serves: async (question, wanted) => until(async () => answer(question), wanted, knowledge),
    names: async (...problems) => until(async () => knowledge.problems().join("\n"), problems.join("\n"), knowledge),
    close: async () => {
      await knowledge.close();
      await rm(beside, { recursive: true, force: true });
    },
  };
}

async function until<T>(find: () => Promise<T>, wanted: T, knowledge: LiveKnowledge): Promise<void> {
  const startMs = performance.now();
  for (;;) {
    const found = await find();
    if (found === wanted) return;
    if (performance.now() - startMs > PATIENCE_MS)
      throw new Error(
        `Waited for ${JSON.stringify(wanted)}; there is still ${JSON.stringify(found)} ${knowledge.problems().join()}`,
      );
    await new Promise((done) => setTimeout(done, 20));
  }
}
