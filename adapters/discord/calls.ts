import type { APIInteraction, APIMessage, REST, RouteLike } from "discord.js";
import { DiscordAPIError, MessageFlags, RequestMethod, Routes } from "discord.js";
import type { Log } from "../log.ts";
import type { MessageBody } from "./outgoing.ts";
import { NO_MENTIONS } from "./outgoing.ts";
import { tryAgain } from "./patience.ts";
import { safeError } from "./safe-error.ts";
import type { Wire, Wires } from "./wires.ts";

/** What the bot tells Discord. None of these throws: what can't be delivered is logged. */
export interface Calls {
  /** Answers an interaction, or says that an answer follows; false where Discord takes none any more. */
  readonly acknowledge: (interaction: Asking, body: object) => Promise<boolean>;
  /** Shows the answer where one was promised, or changes the message that a button stands under. */
  readonly edit: (interaction: Asking, body: Partial<MessageBody>) => Promise<void>;
  /** Tells something more to who asked, and to nobody else. */
  readonly whisper: (interaction: Asking, text: string) => Promise<void>;
  /** Answers a message; Discord takes a second try for the same message once. */
  readonly reply: (message: Pick<APIMessage, "id" | "channel_id">, body: MessageBody) => Promise<void>;
  /** For what isn't an answer. */
  readonly rest: REST;
}

/** What of an interaction its answer needs. */
export type Asking = Pick<APIInteraction, "id" | "token" | "application_id">;

/** A call that keeps failing is given up after so long. */
const LONGEST_MS = 120_000;
/** A channel that may not be written to is left alone for so long. */
const FORBIDDEN_MS = 600_000;
/** So many such channels are known. */
const FORBIDDEN_KEPT = 1000;

/**
 * Makes the calls of a bot.
 *
 * @param stopping - Ends further tries of calls that failed.
 * @param onRefused - Is called when Discord doesn't know the bot's token any more.
 */
export function createCalls(wires: Wires, log: Log, stopping: AbortSignal, onRefused: () => void): Calls {
  const { acknowledger, answers, own } = wires;
  const forbidden = new Map<string, number>();
  const deliver = async (wire: Wire, method: RequestMethod, route: RouteLike, body: object): Promise<void> => {
    try {
      await tryAgain(async (signal) => wire.send({ method, route, body, signal }), LONGEST_MS, stopping);
    } catch (error) {
      log[isNobodysFault(error) ? "debug" : "error"]({ err: safeError(error) }, "an answer couldn't be sent");
      throw error;
    }
  };
  const quietly = async (sent: Promise<void>): Promise<void> => sent.catch(() => {});
  return {
    acknowledge: acknowledger.acknowledge,
    edit: async ({ application_id: id, token }, body) =>
      quietly(deliver(answers, RequestMethod.Patch, Routes.webhookMessage(id, token), body)),
    whisper: async ({ application_id: id, token }, text) => {
      const body = { content: text, flags: MessageFlags.Ephemeral, allowed_mentions: NO_MENTIONS };
      await quietly(deliver(answers, RequestMethod.Post, Routes.webhook(id, token), body));
    },
    reply: async ({ id, channel_id: channelId }, message) => {
      if ((forbidden.get(channelId) ?? 0) > Date.now()) return;
      const reference = { message_reference: { message_id: id, fail_if_not_exists: false } };
      const body = { ...message, ...reference, nonce: id, enforce_nonce: true };
      const sent = deliver(own, RequestMethod.Post, Routes.channelMessages(channelId), body);
      await sent.catch((error: unknown) => {
        if (isStatus(error, 401)) onRefused();
        if (isStatus(error, 403)) remember(channelId, forbidden);
      });
    },
    rest: own.rest,
  };
}

function remember(channelId: string, forbidden: Map<string, number>): void {
  forbidden.set(channelId, Date.now() + FORBIDDEN_MS);
  for (const oldest of forbidden.keys()) {
    if (forbidden.size <= FORBIDDEN_KEPT) break;
    forbidden.delete(oldest);
  }
}

function isStatus(error: unknown, status: number): boolean {
  return error instanceof DiscordAPIError && error.status === status;
}

/** A message that is gone, a channel that may not be written to, an interaction that is over. */
function isNobodysFault(error: unknown): boolean {
  return isStatus(error, 403) || isStatus(error, 404);
}
