import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readConversations } from "./conversations.ts";

/**
 * A Bot API on loopback for the benchmark, in a process of its own: `updates` messages from `chats` chats, one in
 * `questionEvery` a question and the others a command, each call answered after `latencyMs`. Questions are the first
 * `different` of those about the sample, over and over. Prints its port on a line,
 * an empty one when `WARM` answers have come, and one with how many ms all of them took.
 */
const [updates = 1000, chats = 200, latencyMs = 57, questionEvery = 1, different = 1000] = process.argv
  .slice(2)
  .map(Number);
/** After so many answers everything that is made once is there. */
const WARM = 1000;
const QUESTIONS = (await readConversations()).flatMap(({ turns }) => turns.slice(0, 1)).slice(0, different);

let begin = 0;
let sent = 0;

const results: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => unknown>> = {
  getMe: () => ({ id: 42, is_bot: true, first_name: "Digest", username: "digest_bot" }),
  getUpdates: (payload) => {
    begin ||= performance.now();
    const from = Math.max(1, Number(payload["offset"] ?? 0));
    const count = Math.max(0, Math.min(100, updates - from + 1));
    return Array.from({ length: count }, (_, i) => toUpdate(from + i));
  },
  sendMessage: (payload) => {
    sent++;
    if (sent === WARM) process.stdout.write("\n");
    if (sent === updates) process.stdout.write(`${(performance.now() - begin).toFixed(0)}\n`);
    return { message_id: sent, date: 1, chat: { id: payload["chat_id"], type: "private" } };
  },
};

function toUpdate(id: number): object {
  const chat = 1000 + (id % chats);
  const from = { id: chat, is_bot: false, first_name: "Reader", language_code: "zh" };
  const message = {
    message_id: id,
    date: 1,
    chat: { id: chat, type: "private" },
    from,
    text: id % questionEvery === 0 ? questionOf(id / questionEvery) : "/about",
  };
  return { update_id: id, message };
}

/** Each chat goes on to another question, whatever the numbers of chats and questions have in common. */
function questionOf(count: number): string | undefined {
  return QUESTIONS[(count + Math.floor(count / chats)) % QUESTIONS.length];
}

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
  request.on("end", () => {
    const method = request.url?.split("/").at(-1) ?? "";
    const payload = body === "" ? {} : (JSON.parse(body) as Record<string, unknown>);
    setTimeout(() => {
      const result = results[method]?.(payload) ?? true;
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, result }));
    }, latencyMs);
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
