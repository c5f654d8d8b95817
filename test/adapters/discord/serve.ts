import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { startDiscord } from "../../../adapters/discord/index.ts";
import { openLog } from "../../../adapters/log.ts";
import type { ServedKnowledge } from "../../../adapters/served-knowledge.ts";
import type { DiscordSettings } from "../../../adapters/settings.ts";
import { sampleDigest } from "../sample-digest.ts";
import type { FakeDiscord, FakeOptions } from "./fake-discord.ts";
import { startFakeDiscord } from "./fake-discord.ts";
import { TOKEN } from "./payloads.ts";

/** The bot, served by a fake Discord. */
export interface Service {
  readonly discord: FakeDiscord;
  readonly dataDir: string;
  /** What was logged, as written. */
  readonly logged: () => string;
  /** Resolves when the bot has ended, as `start` does. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
  /** Starts another bot over the same server and folder. */
  readonly restart: (settings?: Partial<DiscordSettings>, knowledge?: ServedKnowledge) => Promise<Service>;
  /** Ends all; throws where a call wasn't valid or a token was logged. */
  readonly close: () => Promise<void>;
}

export async function serveBot(
  settings: Partial<DiscordSettings> = {},
  options: FakeOptions = {},
  knowledge: ServedKnowledge | null = null,
): Promise<Service> {
  const discord = await startFakeDiscord(options);
  return serveOver(discord, mkdtempSync(join(tmpdir(), "discord-")), knowledge ?? (await sampleKnowledge()), settings);
}

async function sampleKnowledge(): Promise<ServedKnowledge> {
  const digest = await sampleDigest();
  return { digest: () => digest, problems: () => [] };
}

async function serveOver(
  discord: FakeDiscord,
  dataDir: string,
  knowledge: ServedKnowledge,
  settings: Partial<DiscordSettings>,
): Promise<Service> {
  const stopping = new AbortController();
  const lines: string[] = [];
  const errors = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString("utf8"));
      done();
    },
  });
  const log = await openLog("debug", [TOKEN], errors);
  const before = discord.gateway.identified.length;
  const ended = startDiscord({
    settings: {
      token: TOKEN,
      applicationId: null,
      apiRoot: discord.root,
      allowedGuilds: null,
      admins: new Set(),
      ...settings,
    },
    knowledge,
    dataDir,
    port: null,
    log,
    stopping: stopping.signal,
  });
  let isOver = false;
  ended.catch(() => {}).finally(() => (isOver = true));
  await discord.gateway.until(() => isOver || discord.gateway.identified.length > before);
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended.catch(() => {});
  };
  return {
    discord,
    dataDir,
    logged: () => lines.join(""),
    ended,
    stop,
    restart: async (changed = settings, other = knowledge) => serveOver(discord, dataDir, other, changed),
    close: async () => {
      await stop();
      await discord.close();
      await rm(dataDir, { recursive: true, force: true });
      if (lines.join("").includes("CANARY")) throw new Error("A token was logged");
      if (discord.problems.length > 0) throw new Error(`Calls weren't valid: ${discord.problems.join("; ")}`);
    },
  };
}
