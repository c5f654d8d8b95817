import type { Talk } from "./telegram-talk.ts";
import type { TestServer } from "./telegram-test-api.ts";

/** What the checks are done with. */
export interface Trial {
  readonly server: TestServer;
  readonly token: string;
  /** The address that the bot takes updates at when it is served by webhook. */
  readonly webhookUrl: string;
  /** A private chat with somebody whose app speaks Chinese, one with somebody whose app speaks English, and a group. */
  readonly chinese: Talk;
  readonly english: Talk;
  readonly group: Talk;
  /** Aborts when nothing is to be waited for any more. */
  readonly stopping: AbortSignal;
}

/** A thing that the bot has to do. */
export interface Check {
  readonly name: string;
  /** Throws with what came instead. Returns what the server doesn't cover of it; nothing where it covers all. */
  readonly run: (trial: Trial) => Promise<string | void>;
}
