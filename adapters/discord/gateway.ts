import { setTimeout as sleep } from "node:timers/promises";
import type {
  GatewayInteractionCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayReadyDispatchData,
} from "discord.js";
import { Client, DiscordAPIError, Events, GatewayDispatchEvents, GatewayIntentBits, Options, Status } from "discord.js";
import { UsageError } from "../command-line.ts";
import type { Log } from "../log.ts";
import type { DiscordSettings } from "../settings.ts";
import { patientSharding } from "./patient-sharding.ts";
import { refusalOf, UNKNOWN_TOKEN } from "./refusals.ts";
import { safeError, withoutTokens } from "./safe-error.ts";

/** Who the bot is. */
export interface Identity {
  readonly userId: string;
  readonly name: string;
  readonly applicationId: string;
}

/** What the gateway brings. */
export interface GatewayListener {
  readonly onInteraction: (interaction: GatewayInteractionCreateDispatchData, me: Identity) => void;
  readonly onMessage: (message: GatewayMessageCreateDispatchData, me: Identity) => void;
}

/** The connection that events come over. It is mended as long as it can be. */
export interface Gateway {
  /** Resolves when every shard is connected. */
  readonly ready: Promise<Identity>;
  /** Rejects with a {@link UsageError} when only the operator can mend it. */
  readonly failed: Promise<never>;
  /** Ends the connection as one that can't be mended. */
  readonly fail: (error: Error) => void;
  /** The shards of this process; none before they are known. */
  readonly shards: () => readonly number[];
  /** What isn't well, one line each. */
  readonly problems: () => string[];
  /** How long ago the gateway last answered a heartbeat, in ms: of the shard that has waited for longest. */
  readonly heartbeatAgeMs: () => number;
  readonly close: () => Promise<void>;
}

/** Heartbeats are 41 s apart: a connection that has answered none for so long is dead, in ms. */
const STALE_MS = 100_000;
/** One that stays so is opened anew. */
const DEAD_MS = 240_000;
/** How often that is looked at. */
const LOOK_MS = 15_000;
/** How long to wait before the gateway is opened again; the last goes on. */
const WAITS_MS = [1000, 2000, 5000, 15_000, 60_000];
/** A closing handshake that takes longer isn't waited for. */
const CLOSING_MS = 1000;

/** Opens the gateway and keeps it open. Only what Discord brings without a privileged intent is asked for. */
export function openGateway(settings: DiscordSettings, listener: GatewayListener, log: Log): Gateway {
  let client: Client | null = null;
  let me: Identity | null = null;
  let isClosed = false;
  let refusal: Error | null = null;
  const closing = new AbortController();
  const alive = new Map<number, number>();
  const { promise: failed, reject } = withResolvers<never>();
  const introduced = withResolvers<Identity>();
  failed.catch(() => {});
  const fail = (error: Error): void => {
    refusal ??= error;
    reject(error);
  };

  function open(): Client {
    const opened = new Client({
      intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
      shards: process.env["SHARDS"] === undefined ? "auto" : (JSON.parse(process.env["SHARDS"]) as number),
      ws: { buildStrategy: patientSharding },
      // Events are taken as they come: nothing of what discord.js makes of them is looked at.
      makeCache: Options.cacheWithLimits({
        MessageManager: 0,
        UserManager: 10,
        GuildMemberManager: 10,
        ThreadManager: 0,
      }),
      rest: settings.apiRoot === null ? {} : { api: settings.apiRoot },
    });
    opened.on(Events.ShardDisconnect, ({ code }) => fail(new UsageError(refusalOf(code))));
    opened.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "the connection to Discord is being mended"));
    opened.on(Events.ShardError, (error, shard) =>
      log.warn({ err: safeError(error), shard }, "the connection to Discord broke"),
    );
    opened.on(Events.Error, (error) => log.warn({ err: safeError(error) }, "discord.js met an error"));
    opened.on(Events.Debug, (message) => {
      // One of these shows most of the bot's token.
      if (!message.includes("token")) log.debug({}, withoutTokens(message));
    });
    opened.ws.on(GatewayDispatchEvents.Ready, ({ user, application }: GatewayReadyDispatchData, shard) => {
      me = { userId: user.id, name: user.username, applicationId: settings.applicationId ?? application.id };
      introduced.resolve(me);
      alive.set(shard, Date.now());
    });
    opened.ws.on(GatewayDispatchEvents.Resumed, (_data, shard) => alive.set(shard, Date.now()));
    opened.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: GatewayInteractionCreateDispatchData) => {
      if (me !== null) listener.onInteraction(interaction, me);
    });
    opened.ws.on(GatewayDispatchEvents.MessageCreate, (message: GatewayMessageCreateDispatchData) => {
      if (me !== null) listener.onMessage(message, me);
    });
    return opened;
  }

  async function connect(): Promise<Identity> {
    for (let failures = 0; ; failures++) {
      client = open();
      try {
        await client.login(settings.token);
        return await introduced.promise;
      } catch (error) {
        refuseToGoOn(error, fail);
        if (refusal !== null) throw refusal;
        log.warn({ err: safeError(error) }, "Discord can't be reached; trying again");
      }
      await sleep(WAITS_MS[Math.min(failures, WAITS_MS.length - 1)], undefined, { signal: closing.signal });
    }
  }

  const ageOf = (shard: number): number =>
    Date.now() - Math.max(client?.ws.shards.get(shard)?.lastPingTimestamp ?? 0, alive.get(shard) ?? 0);
  const shards = (): number[] => [...(client?.ws.shards.keys() ?? [])];
  const heartbeatAgeMs = (): number =>
    Math.max(
      0,
      ...shards()
        .filter((shard) => alive.has(shard))
        .map(ageOf),
    );
  const disconnect = async (): Promise<void> => {
    await Promise.race([client?.destroy().catch(() => {}), sleep(CLOSING_MS, undefined, { ref: false })]);
  };

  let mending: Promise<unknown> | null = null;
  const look = setInterval(() => {
    if (heartbeatAgeMs() < DEAD_MS || mending !== null || isClosed) return;
    log.error({ heartbeatAgeMs: heartbeatAgeMs() }, "the connection to Discord is dead; it is opened anew");
    mending = disconnect()
      .then(connect)
      .catch(fail)
      .finally(() => (mending = null));
  }, LOOK_MS);

  const ready = connect();
  ready.catch(() => {});
  return {
    ready,
    failed,
    fail,
    shards,
    problems: () => {
      if (me === null) return ["Discord: not connected yet"];
      return shards().flatMap((shard) => {
        if (client?.ws.shards.get(shard)?.status !== Status.Ready) return [`Discord: shard ${shard} isn't connected`];
        const age = ageOf(shard);
        return age < STALE_MS
          ? []
          : [`Discord: shard ${shard} had no answer to a heartbeat for ${Math.round(age / 1000)} s`];
      });
    },
    heartbeatAgeMs,
    close: async () => {
      isClosed = true;
      clearInterval(look);
      closing.abort();
      await disconnect();
    },
  };
}

/** Ends what trying again can't mend. */
function refuseToGoOn(error: unknown, fail: (error: Error) => void): void {
  if (error instanceof Error && "code" in error && error.code === "TokenInvalid") fail(new UsageError(UNKNOWN_TOKEN));
  if (error instanceof DiscordAPIError && error.status === 401) fail(new UsageError(UNKNOWN_TOKEN));
  if (error instanceof DiscordAPIError && error.status === 404)
    fail(
      new UsageError("Discord isn't there; write the REST base up to /api into DISCORD_API_ROOT, or leave it empty"),
    );
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
