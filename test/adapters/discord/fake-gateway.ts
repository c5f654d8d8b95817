import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { BOT, APPLICATION, GUILD, TOKEN } from "./payloads.ts";

/** What answers the next IDENTIFY. */
export type Greeting = "ready" | "invalidSession" | "resetDuringReady" | number;

/** The gateway: HELLO, IDENTIFY, READY, heartbeats, RESUME, and ways to break. */
export interface FakeGateway {
  readonly url: () => string;
  readonly listen: (port: number) => void;
  /** Sends an event to the shard that its server belongs to; one that is away gets it when it resumes. */
  readonly dispatch: (type: string, data: object) => void;
  /** Sends another op: 7 reconnect, 9 invalid session, 1 heartbeat. */
  readonly send: (op: number, data: unknown) => void;
  /** Closes all connections with a code; without one, breaks them. */
  readonly drop: (code?: number) => void;
  /** Refuses the next so many connections as a broken proxy does. */
  readonly refuseNext: (times: number) => void;
  /** Whether heartbeats are answered. */
  readonly answerHeartbeats: (isAnswering: boolean) => void;
  /** How the next IDENTIFYs are answered, in order; after that with READY. */
  readonly greetNext: (...greetings: Greeting[]) => void;
  /** What shards sent, in order. */
  readonly identified: { readonly shard: readonly [number, number]; readonly intents: number; readonly at: number }[];
  readonly resumed: { readonly seq: number }[];
  readonly heartbeats: () => number;
  /** The codes that the bot closed connections with. */
  readonly closes: number[];
  /** Waits until a condition holds; throws where it doesn't in time. */
  readonly until: (condition: () => boolean, patienceMs?: number) => Promise<void>;
  readonly close: () => void;
}

interface Sent {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: object;
}

export function createFakeGateway(server: Server, heartbeatMs: number): FakeGateway {
  const sockets = new WebSocketServer({
    server,
    verifyClient: (_info, accept) => {
      const isRefused = refusals > 0;
      if (isRefused) refusals--;
      accept(!isRefused, 502);
    },
  });
  let refusals = 0;
  /** The connections that said who they are, with their shard. */
  const ready = new Map<WebSocket, readonly [id: number, count: number]>();
  const sent: Sent[] = [];
  const greetings: Greeting[] = [];
  const identified: FakeGateway["identified"] = [];
  const resumed: FakeGateway["resumed"] = [];
  const closes: number[] = [];
  let heartbeats = 0;
  let isAnswering = true;
  let url = "";

  const write = (socket: WebSocket, message: object): void => socket.send(JSON.stringify(message));
  const event = (t: string, d: object): Sent => {
    const message: Sent = { op: 0, t, s: sent.length + 1, d };
    sent.push(message);
    return message;
  };

  function identify(socket: WebSocket, data: { token: string; shard: [number, number]; intents: number }): void {
    identified.push({ shard: data.shard, intents: data.intents, at: performance.now() });
    const greeting = data.token === TOKEN ? (greetings.shift() ?? "ready") : 4004;
    if (typeof greeting === "number") return socket.close(greeting);
    if (greeting === "invalidSession") return write(socket, { op: 9, d: false });
    if (greeting === "resetDuringReady") return socket.terminate();
    ready.set(socket, data.shard);
    const user = { id: BOT, username: "digest", discriminator: "0", global_name: null, avatar: null, bot: true };
    const guilds = [{ id: GUILD, unavailable: true }];
    const application = { id: APPLICATION, flags: 0 };
    write(
      socket,
      event("READY", {
        v: 10,
        user,
        guilds,
        application,
        session_id: "session",
        resume_gateway_url: url,
        shard: data.shard,
      }),
    );
  }

  function resume(socket: WebSocket, { seq }: { seq: number }): void {
    resumed.push({ seq });
    ready.set(socket, [0, 1]);
    for (const message of sent.filter(({ s, t }) => s > seq && t !== "READY" && t !== "RESUMED"))
      write(socket, message);
    write(socket, event("RESUMED", {}));
  }

  sockets.on("connection", (socket) => {
    socket.on("message", (bytes: Buffer) => {
      const { op, d } = JSON.parse(bytes.toString("utf8")) as { op: number; d: never };
      if (op === 1) {
        heartbeats++;
        if (isAnswering) write(socket, { op: 11 });
      }
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
    socket.on("error", () => {});
    socket.on("close", (code) => {
      ready.delete(socket);
      closes.push(code);
    });
    write(socket, { op: 10, d: { heartbeat_interval: heartbeatMs } });
  });

  return {
    url: () => url,
    listen: (port) => (url = `ws://127.0.0.1:${port}`),
    dispatch: (type, data) => {
      const message = event(type, data);
      const { guild_id: guildId = "0" } = data as { guild_id?: string };
      for (const [socket, [id, count]] of ready)
        if (Number((BigInt(guildId) >> 22n) % BigInt(count)) === id) write(socket, message);
    },
    send: (op, data) => {
      for (const socket of ready.keys()) write(socket, { op, d: data });
    },
    drop: (code) => {
      for (const socket of sockets.clients) {
        ready.delete(socket);
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    refuseNext: (times) => void (refusals = times),
    answerHeartbeats: (answering) => (isAnswering = answering),
    greetNext: (...next) => void greetings.push(...next),
    identified,
    resumed,
    heartbeats: () => heartbeats,
    closes,
    until: async (condition, patienceMs = 8000) => {
      const end = Date.now() + patienceMs;
      while (!condition()) {
        if (Date.now() > end) throw new Error("It didn't come to that in time");
        await sleep(5);
      }
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
