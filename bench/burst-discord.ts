import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

/**
 * A Discord on loopback for the benchmark, in a process of its own: as soon as the bot is there, `interactions` questions
 * of as many users come at once. Prints its port on a line, and on a second one, as JSON, how long acknowledgements and
 * answers took in ms.
 */
const interactions = Number(process.argv[2] ?? 2000);
const QUESTIONS = [
  "上半年跨境电商出口多少？",
  "全球跨交会有多少平台参展？",
  "6月电商物流指数是多少？",
  "吕大良是什么职务？",
];
const [BOT, APPLICATION, GUILD] = ["1200000000000000001", "1200000000000000002", "1200000000000000003"];
const FIRST = 1_300_000_000_000_000_000n;

const sentAt = new Map<string, number>();
const acknowledgedMs: number[] = [];
let answered = 0;
let begin = 0;
let lastCall = 0;
/** No call for so long means that no more will come, in ms. */
const SILENCE_MS = 5000;

const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", (socket) => {
  const write = (message: object): void => socket.send(JSON.stringify(message));
  socket.on("message", (bytes: Buffer) => {
    const { op } = JSON.parse(bytes.toString("utf8")) as { op: number };
    if (op === 1) write({ op: 11 });
    if (op !== 2) return;
    const user = { id: BOT, username: "digest", discriminator: "0", avatar: null, bot: true };
    const ready = { v: 10, user, guilds: [], application: { id: APPLICATION, flags: 0 }, session_id: "bench" };
    write({ op: 0, s: 1, t: "READY", d: { ...ready, resume_gateway_url: `ws://127.0.0.1:${portOf()}` } });
    setTimeout(() => {
      begin = lastCall = performance.now();
      for (let i = 0; i < interactions; i++) {
        const interaction = toInteraction(i);
        sentAt.set(interaction.id, performance.now());
        write({ op: 0, s: i + 2, t: "INTERACTION_CREATE", d: interaction });
      }
    }, 1000);
  });
  write({ op: 10, d: { heartbeat_interval: 41_250 } });
});

function toInteraction(i: number): { readonly id: string; readonly [field: string]: unknown } {
  const id = (FIRST + BigInt(i) * 4_194_304n).toString();
  const user = {
    id: String(1_250_000_000_000_000_000n + BigInt(i)),
    username: "reader",
    discriminator: "0",
    avatar: null,
  };
  const options = [{ name: "question", type: 3, value: QUESTIONS[i % QUESTIONS.length] }];
  return {
    id,
    application_id: APPLICATION,
    type: 2,
    data: { id: "1200000000000000009", name: "ask", type: 1, options },
    token: `token${id}`,
    version: 1,
    locale: "zh-CN",
    guild_id: GUILD,
    channel_id: String(1_260_000_000_000_000_000n + BigInt(i)),
    context: 0,
    entitlements: [],
    authorizing_integration_owners: { "0": GUILD },
    member: {
      user,
      roles: [],
      permissions: "0",
      joined_at: "2025-01-01T00:00:00Z",
      deaf: false,
      mute: false,
      flags: 0,
    },
  };
}

function tell(): void {
  const sorted = acknowledgedMs.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const late = interactions - acknowledgedMs.filter((ms) => ms < 3000).length;
  const result = { medianMs: at(0.5), lastMs: at(1), late, answered, answeredMs: lastCall - begin };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  clearInterval(watch);
}

const watch = setInterval(() => {
  if (answered === interactions || (begin > 0 && performance.now() - lastCall > SILENCE_MS)) tell();
}, 100);

const server = createServer((request, response) => {
  const path = request.url ?? "";
  request.resume().on("end", () => {
    const id = /\/interactions\/(\d+)\//u.exec(path)?.[1];
    const sent = sentAt.get(id ?? "");
    sentAt.delete(id ?? "");
    if (sent !== undefined) acknowledgedMs.push(performance.now() - sent);
    const body = JSON.stringify(path.includes("/gateway/bot") ? gatewayInformation() : []);
    response.writeHead(200, { "content-type": "application/json" }).end(body);
    lastCall = performance.now();
    if (path.includes("/messages/@original")) answered++;
  });
});
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (connected) => sockets.emit("connection", connected, request));
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${portOf()}\n`));

function gatewayInformation(): object {
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return { url: `ws://127.0.0.1:${portOf()}`, shards: 1, session_start_limit: limit };
}

function portOf(): number {
  return (server.address() as AddressInfo).port;
}
