import { setTimeout as sleep } from "node:timers/promises";
import type { Message } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Call, Fault, NewUpdate } from "./fake-bot-api.ts";
import type { Service } from "./serve.ts";
import { BO, privately, serveBot } from "./serve.ts";

const FAULTS = [
  "resetBefore",
  "resetRead",
  "resetAfter",
  "hang",
  "429",
  "500",
  "502",
  "brokenJson",
  "empty",
  "slow",
] as const;
const METHODS = ["getMe", "getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery"] as const;
const LONG_MS = 30_000;
/** So long after its end a fault has to be overcome, in ms; and so much more on a machine that is busy. */
const RECOVERY_MS = 10_000;
const SLACK_MS = 3000;
/** When updates come, in ms from the fault's begin: at once, in its midst and at its end. */
const COME_MS = [0, 14_000, 28_500];

type Method = (typeof METHODS)[number];

interface Trial {
  readonly service: Service;
  /** How often each update was answered. */
  readonly answers: readonly number[];
  /** How long after the fault's end the last of them was answered for the first time, in ms. */
  readonly recoveryMs: number;
}

/** What comes, and which call answers it. */
interface Case {
  readonly update: NewUpdate;
  readonly isAnswer: (call: Call) => boolean;
}

const DURATIONS = [
  { how: "once", lastsMs: 0 },
  { how: "for 30 s", lastsMs: LONG_MS },
];
const CELLS = METHODS.flatMap((method) => FAULTS.map((fault) => ({ method, fault })));

// All at the same time, each a bot and a server of its own: the whole takes little longer than the longest.
const trials = new Map<string, Promise<Trial>>();
let conflict: Service;

beforeAll(async () => {
  for (const { lastsMs } of DURATIONS) {
    for (const { method, fault } of CELLS) {
      const trial = tryFault(method, fault, lastsMs);
      trial.catch(() => {});
      trials.set(`${method} ${fault} ${lastsMs}`, trial);
    }
  }
  conflict = await serveBot();
  conflict.api.fail("getUpdates", "409", 50);
});
afterAll(async () => {
  await conflict.close();
  await Promise.all([...trials.values()].map(async (trial) => (await trial).service.close()));
}, 60_000);

describe.each(DURATIONS)("every update is answered where a call fails $how", ({ lastsMs }) => {
  it.each(CELLS)(
    "$method with $fault",
    async ({ method, fault }) => {
      const trial = await trials.get(`${method} ${fault} ${lastsMs}`);
      const most = fault === "resetAfter" && method === "sendMessage" ? 2 : 1;
      // A second edit or notice of the same words is seen by nobody.
      const counted = method === "editMessageText" || method === "answerCallbackQuery" ? [] : (trial?.answers ?? []);
      expect(trial?.answers.filter((times) => times === 0)).toEqual([]);
      expect(counted.filter((times) => times > most)).toEqual([]);
      expect(trial?.recoveryMs).toBeLessThan(RECOVERY_MS + SLACK_MS);
    },
    LONG_MS + 40_000,
  );
});

it("ends after some tries where another process polls with the token", async () => {
  await expect(conflict.ended).rejects.toThrow("another process is polling");
}, 60_000);

async function tryFault(method: Method, fault: Fault, lastsMs: number): Promise<Trial> {
  const service = await serveBot({}, method === "getMe" ? [[method, fault, lastsMs]] : []);
  const { api } = service;
  if (method !== "getMe") await api.called("getUpdates", 1);
  const cases = await Promise.all(COME_MS.map(async (_, i) => makeCase(method, i, service)));
  const beginMs = performance.now();
  if (method !== "getMe") set(service, method, fault, lastsMs);
  const due = lastsMs === 0 ? cases.slice(0, 1) : cases;
  for (const [i, { update }] of due.entries()) {
    await sleep(Math.max(0, beginMs + (COME_MS[i] ?? 0) - performance.now()));
    api.push(update);
  }
  const endMs = beginMs + lastsMs;
  const timesOf = ({ isAnswer }: Case): number[] => api.calls.filter(isAnswer).map(({ atMs }) => atMs);
  while (due.some((one) => timesOf(one).length === 0) && performance.now() < endMs + RECOVERY_MS + SLACK_MS)
    await sleep(100);
  await sleep(1500);
  const firsts = due.map((one) => timesOf(one)[0] ?? Infinity);
  return {
    service,
    answers: due.map((one) => timesOf(one).length),
    recoveryMs: Math.max(...firsts) - endMs,
  };
}

function set({ api }: Service, method: string, fault: Fault, lastsMs: number): void {
  if (lastsMs === 0) api.fail(method, fault);
  else api.failFor(method, fault, lastsMs);
}

/** An update from a chat of its own that is answered by the method, or by a message where that fetches updates. */
async function makeCase(method: Method, i: number, { api }: Service): Promise<Case> {
  const from = { ...BO, id: 100 + i } as unknown as typeof BO;
  if (method === "answerCallbackQuery") {
    const id = `pressed ${i}`;
    return {
      update: { callback_query: { id, from, chat_instance: "1", data: "x" } },
      isAnswer: (call) => call.method === method && call.payload["callback_query_id"] === id,
    };
  }
  const asked = privately("上半年跨境电商出口多少？", from);
  const isToThem = (call: Call): boolean => call.payload["chat_id"] === from.id;
  if (method !== "editMessageText")
    return { update: asked, isAnswer: (call) => call.method === "sendMessage" && isToThem(call) };
  api.push(asked);
  while (!api.calls.some((call) => call.method === "sendMessage" && isToThem(call))) await sleep(20);
  const edited = { ...(asked.message as Message.TextMessage), text: "上半年跨境电商进口多少？", edit_date: 2 };
  return {
    update: { edited_message: edited } as NewUpdate,
    isAnswer: (call) => call.method === method && isToThem(call),
  };
}
