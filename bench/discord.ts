import { startDiscord } from "../adapters/discord/index.ts";
import { openDigest } from "../src/index.ts";
import type { Digest } from "../src/index.ts";
import type { Bench, BenchReport } from "./bench.ts";
import { overLoopback } from "./over-loopback.ts";

/** How many interactions come at once. */
const BURSTS = [200, 2000] as const;

/** How long Discord waits for the acknowledgement of an interaction when many come at once. */
export const discord: Bench = {
  name: "discord",
  about: "Slash commands that come at once, over a Discord on loopback in another process",
  option: null,
  run: measureDiscord,
};

async function measureDiscord(): Promise<BenchReport> {
  const { digest } = await openDigest("knowledge");
  const rows = [];
  for (const interactions of BURSTS) rows.push({ interactions, ...(await serveBurst(digest, interactions)) });
  return {
    tables: [
      {
        name: "discord",
        columns: [
          { key: "interactions", label: "interactions" },
          { key: "medianMs", label: "acknowledged, median ms" },
          { key: "lastMs", label: "the last, ms" },
          { key: "late", label: "late" },
          { key: "answeredMs", label: "all answered, ms" },
        ],
        rows,
      },
    ],
    notes: [
      "Discord gives up an interaction that isn't acknowledged in 3,000 ms, and waits 15 minutes for its answer.",
    ],
  };
}

interface Burst {
  readonly medianMs: number;
  readonly lastMs: number;
  /** How many weren't acknowledged in 3 s. */
  readonly late: number;
  readonly answeredMs: number;
}

async function serveBurst(digest: Digest, interactions: number): Promise<Burst> {
  return overLoopback(
    digest,
    {
      server: ["burst-discord.ts", interactions],
      start: async (origin, surroundings) =>
        startDiscord({
          settings: {
            token: "bench",
            applicationId: null,
            apiRoot: `${origin}/api`,
            allowedGuilds: null,
            admins: new Set(),
          },
          ...surroundings,
        }),
    },
    async (nextLine) => JSON.parse(await nextLine()) as Burst,
  );
}
