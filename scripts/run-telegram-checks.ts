import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import type { TelegramSettings } from "../adapters/settings.ts";
import { startTelegram } from "../adapters/telegram/index.ts";
import type { Digest } from "../src/index.ts";
import type { Check, Trial } from "./telegram-check.ts";
import { createTalk } from "./telegram-talk.ts";
import type { ClientOptions, TestServer } from "./telegram-test-api.ts";

/** What is to end has so long, in ms. */
const ENDING_MS = 15_000;
/** A check takes no longer, whatever it waits for, in ms. */
const CHECK_MS = 60_000;

const BO: ClientOptions = { userId: 7, chatId: 7, firstName: "Bo", type: "private" };
const ANN: ClientOptions = { userId: 8, chatId: 8, firstName: "Ann", type: "private" };
const IN_GROUP: ClientOptions = { userId: 9, chatId: -100, firstName: "Cy", type: "supergroup" };

/** A bot to be checked, and the server that it is to be served by. */
export interface CheckedBot {
  readonly settings: TelegramSettings;
  readonly port: number | null;
  readonly dataDir: string;
  readonly digest: Digest;
  readonly server: TestServer;
}

/** Serves a bot, runs checks one after the other, prints a line for each, and ends the bot; returns how many failed. */
export async function runChecks(checks: readonly Check[], bot: CheckedBot, interrupted: AbortSignal): Promise<number> {
  const ending = new AbortController();
  const stopping = AbortSignal.any([interrupted, ending.signal]);
  const problems: string[] = [];
  const ended = serve(bot, problems, stopping).finally(() => ending.abort());
  const trial = trialOf(bot, stopping);
  let failed = 0;
  for (const check of checks) if (!(await report(check, trial, interrupted))) failed++;
  ending.abort();
  if (!(await endsInTime(ended))) problems.push(`the bot didn't end within ${ENDING_MS / 1000} s`);
  return (await report(goodEnd(problems), trial, interrupted)) ? failed : failed + 1;
}

/** Waits for an end, but not for ever; tells whether it came. */
export async function endsInTime(end: Promise<unknown>): Promise<boolean> {
  return Promise.race([end.then(() => true), sleep(ENDING_MS, false, { ref: false })]);
}

/** What came instead of what was wanted, on a line. */
export function said(what: unknown): string {
  const text = what instanceof Error ? what.message : inspect(what, { breakLength: Infinity });
  return text.replaceAll(/\s+/gu, " ");
}

export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Never rejects: that the bot ended, and the errors that it logged, are problems. */
async function serve(bot: CheckedBot, problems: string[], stopping: AbortSignal): Promise<void> {
  const quiet = (): void => {};
  const error = (fields: object, message: string): void => void problems.push(`${message} ${said(fields)}`);
  const log = { debug: quiet, info: quiet, warn: quiet, error };
  try {
    const knowledge = { digest: () => bot.digest, problems: () => [] };
    await startTelegram({ ...bot, knowledge, log, stopping });
    if (!stopping.aborted) problems.push("the bot ended by itself");
  } catch (cause) {
    problems.push(`the bot ended: ${said(cause)}`);
  }
}

function trialOf({ settings, server }: CheckedBot, stopping: AbortSignal): Trial {
  const { token, webhook } = settings;
  const talk = (options: ClientOptions, language: string) => createTalk(server, token, options, language, stopping);
  return {
    server,
    token,
    webhookUrl: webhook?.url ?? "",
    chinese: talk(BO, "zh-hans"),
    english: talk(ANN, "en"),
    group: talk(IN_GROUP, "zh-hans"),
    stopping,
  };
}

/** Runs a check and prints what came of it; false where it failed. */
async function report({ name, run }: Check, trial: Trial, interrupted: AbortSignal): Promise<boolean> {
  if (interrupted.aborted) return true;
  try {
    const reason = await Promise.race([run(trial), tooLong()]);
    print(reason === undefined ? `ok: ${name}` : `not covered by the server: ${name}: ${reason}`);
  } catch (error) {
    if (interrupted.aborted) return true;
    print(`FAILED: ${name}: ${said(error)}`);
    return false;
  }
  return true;
}

async function tooLong(): Promise<never> {
  await sleep(CHECK_MS, undefined, { ref: false });
  throw new Error(`it wasn't done within ${CHECK_MS / 1000} s`);
}

function goodEnd(problems: readonly string[]): Check {
  return {
    name: "the bot ends when it is told to, and has logged no error",
    run: async () => {
      if (problems.length > 0) throw new Error(problems.join("; "));
    },
  };
}
