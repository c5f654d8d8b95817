import { startTelegram } from "../adapters/telegram/index.ts";
import { openDigest } from "../src/index.ts";
import type { Digest } from "../src/index.ts";
import type { Bench, BenchReport } from "./bench.ts";
import { overLoopback } from "./over-loopback.ts";

/** What the bot is asked, by how many, over what network. */
interface Load {
  readonly load: string;
  readonly updates: number;
  readonly chats: number;
  readonly latencyMs: number;
  /** One message in so many is a question, the others are `/about`. */
  readonly questionEvery: number;
  /** How many questions differ; the same one is answered from memory where it comes again soon. */
  readonly different: number;
}

const QUESTIONS: Load = {
  load: "200 chats ask what nobody has asked, 57 ms away",
  updates: 4000,
  chats: 200,
  latencyMs: 57,
  questionEvery: 1,
  different: Infinity,
};
const COMMON: Load = { ...QUESTIONS, load: "200 chats ask the same 40 questions, 57 ms away", different: 40 };
const COMMANDS: Load = { ...QUESTIONS, load: "200 chats send /about, 57 ms away", questionEvery: Infinity };
const CHATS: Load = {
  load: "a chat for each message, one in ten a question",
  updates: 20_000,
  chats: 20_000,
  latencyMs: 0,
  questionEvery: 10,
  different: Infinity,
};

/** Answers per second over a Bot API as far away as Telegram's, and what many chats leave in memory. */
export const telegram: Bench = {
  name: "telegram",
  about: "The bot over a Bot API on loopback, in another process, that answers each call after a while",
  option: null,
  run: async () => measureLoads([QUESTIONS, COMMON, COMMANDS, CHATS]),
};

/** What so many chats leave in memory that everything that is bounded has long reached its bound. */
export const telegramChats: Bench = {
  name: "telegram-chats",
  about: "The same with a message from each of 200,000 chats",
  option: "scale",
  run: async () => measureLoads([{ ...CHATS, updates: 200_000, chats: 200_000 }]),
};

async function measureLoads(loads: readonly Load[]): Promise<BenchReport> {
  const { digest } = await openDigest("knowledge");
  const rows = [];
  for (const load of loads) rows.push({ load: load.load, updates: load.updates, ...(await serve(digest, load)) });
  return {
    tables: [
      {
        name: "telegram",
        columns: [
          { key: "load", label: "" },
          { key: "updates", label: "updates" },
          { key: "answersPerSecond", label: "answers/s" },
          { key: "heapGrowthMb", label: "heap growth MB", digits: 1 },
        ],
        rows,
      },
    ],
    notes: [
      "Heap growth is that from the thousandth answer on, after garbage collection, with the bot still running.",
      "Answering a question takes most of its time in the core; `/about` shows what the adapter takes.",
    ],
  };
}

async function serve(digest: Digest, { updates, chats, latencyMs, questionEvery, different }: Load) {
  return overLoopback(
    digest,
    {
      server: ["slow-bot-api.ts", updates, chats, latencyMs, questionEvery, different],
      start: async (origin, surroundings) =>
        startTelegram({
          settings: { token: "1:bench", apiRoot: origin, webhook: null, allowedChats: null, admins: new Set() },
          ...surroundings,
        }),
    },
    async (nextLine) => {
      await nextLine();
      const warmBytes = collectedBytes();
      const tookMs = Number(await nextLine());
      const heapGrowthMb = (collectedBytes() - warmBytes) / 1e6;
      return { answersPerSecond: (updates / tookMs) * 1000, heapGrowthMb };
    },
  );
}

function collectedBytes(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}
