import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { Message, Update } from "grammy/types";
import type { Digest } from "../../../src/index.ts";
import { sampleDigest } from "../sample-digest.ts";
import { openLog } from "../../../adapters/log.ts";
import type { TelegramSettings } from "../../../adapters/settings.ts";
import { startTelegram } from "../../../adapters/telegram/index.ts";
import type { Fault, FakeBotApi } from "./fake-bot-api.ts";
import { startFakeBotApi, TOKEN } from "./fake-bot-api.ts";

/** The bot, served by a fake Bot API. */
export interface Service {
  readonly api: FakeBotApi;
  readonly dataDir: string;
  /** What was logged, as written. */
  readonly logged: () => string;
  /** Resolves when the bot has ended, as `start` does. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
  /** Starts another bot over the same server and folder. */
  readonly restart: (settings?: Partial<TelegramSettings>) => Service;
  /** Ends all; throws where a call wasn't valid or the token was logged. */
  readonly close: () => Promise<void>;
}

/** @param faults - What fails from the start: a method, how, and for how many ms; 0 for once. */
export async function serveBot(
  settings: Partial<TelegramSettings> = {},
  faults: readonly (readonly [method: string, fault: Fault, ms: number])[] = [],
  digest: Promise<Digest> = sampleDigest(),
): Promise<Service> {
  const api = await startFakeBotApi();
  for (const [method, fault, ms] of faults) {
    if (ms === 0) api.fail(method, fault);
    else api.failFor(method, fault, ms);
  }
  return serveOver(api, mkdtempSync(join(tmpdir(), "telegram-")), await digest, settings);
}

function serveOver(api: FakeBotApi, dataDir: string, digest: Digest, settings: Partial<TelegramSettings>): Service {
  const stopping = new AbortController();
  const lines: string[] = [];
  const errors = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString("utf8"));
      done();
    },
  });
  const start = async (): Promise<void> =>
    startTelegram({
      settings: { token: TOKEN, apiRoot: api.root, webhook: null, allowedChats: null, admins: new Set(), ...settings },
      knowledge: { digest: () => digest, problems: () => [] },
      dataDir,
      port: settings.webhook === undefined || settings.webhook === null ? null : 0,
      log: await openLog("debug", [TOKEN], errors),
      stopping: stopping.signal,
    });
  const ended = start();
  ended.catch(() => {});
  const stop = async (): Promise<void> => {
    stopping.abort();
    await ended.catch(() => {});
  };
  return {
    api,
    dataDir,
    logged: () => lines.join(""),
    ended,
    stop,
    restart: (changed = settings) => serveOver(api, dataDir, digest, changed),
    close: async () => {
      await stop();
      await api.close();
      refuseToken("files", filesOf(dataDir));
      refuseToken("calls", JSON.stringify(api.calls));
      refuseToken("the log", lines.join(""));
      await rm(dataDir, { recursive: true, force: true });
      if (api.problems.length > 0) throw new Error(`Calls weren't valid: ${api.problems.join("; ")}`);
    },
  };
}

function filesOf(folder: string): string {
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("");
}

function refuseToken(where: string, text: string): void {
  if (text.includes(TOKEN)) throw new Error(`The token stands in ${where}`);
}

export const ANN = { id: 7, is_bot: false, first_name: "Ann", language_code: "en" } as const;
export const BO = { id: 8, is_bot: false, first_name: "Bo", language_code: "zh-hans" } as const;

let messages = 1;

/** A message of a private chat. */
export function privately(
  text: string,
  from: typeof ANN | typeof BO = BO,
  more: Partial<Message> = {},
): { message: NonNullable<Update["message"]> } {
  const message = {
    message_id: messages++,
    date: 1_700_000_000,
    chat: { id: from.id, type: "private", first_name: from.first_name },
    from,
    text,
    ...(text.startsWith("/")
      ? { entities: [{ type: "bot_command", offset: 0, length: /^\S+/u.exec(text)?.[0].length ?? 1 }] }
      : {}),
    ...more,
  };
  return { message: message as NonNullable<Update["message"]> };
}

/** A message of a group. */
export function inGroup(
  text: string,
  from: typeof ANN | typeof BO = BO,
  more: Partial<Message> = {},
): { message: NonNullable<Update["message"]> } {
  const at = text.indexOf("@digest_bot");
  const entities = text.startsWith("/")
    ? [{ type: "bot_command", offset: 0, length: /^\S+/u.exec(text)?.[0].length ?? 1 }]
    : at >= 0
      ? [{ type: "mention", offset: at, length: "@digest_bot".length }]
      : [];
  return privately(text, from, {
    chat: { id: -100, type: "supergroup", title: "Group" },
    entities,
    ...more,
  } as Partial<Message>);
}

/** The texts sent, once there are so many and a moment has passed for one too many. */
export async function textsSent({ api }: Service, times: number, patienceMs = 12_000): Promise<unknown[]> {
  await api.called("sendMessage", times, patienceMs);
  await new Promise((resolve) => setTimeout(resolve, 300));
  return api.calls.filter(({ method }) => method === "sendMessage").map(({ payload }) => payload["text"]);
}
