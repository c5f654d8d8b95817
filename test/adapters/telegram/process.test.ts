import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeBotApi } from "./fake-bot-api.ts";
import { startFakeBotApi, TOKEN } from "./fake-bot-api.ts";
import { privately } from "./serve.ts";

const root = resolve(import.meta.dirname, "../../..");
const QUESTION = "上半年跨境电商出口多少？";

/** The product as an operator starts it, in a folder of its own. */
interface Process {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly written: () => string;
}

let api: FakeBotApi;
let folder: string;
let running: Process[] = [];

beforeEach(async () => {
  api = await startFakeBotApi();
  folder = mkdtempSync(join(tmpdir(), "start-"));
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill("SIGKILL");
    await ended;
  }
  await api.close();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()))
    if (readFileSync(join(file.parentPath, file.name), "utf8").includes(TOKEN))
      throw new Error(`The token stands in ${file.name}`);
  rmSync(folder, { recursive: true, force: true });
  if (running.some(({ written }) => written().includes(TOKEN))) throw new Error("The token was written");
});

/** Waits until so many calls met a fault. */
async function failing(times: number): Promise<void> {
  const end = Date.now() + 20_000;
  while (api.failed() < times && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
}

const THROUGH_TSX = [
  process.execPath,
  "--import",
  join(root, "node_modules/tsx/dist/loader.mjs"),
  join(root, "adapters/start.ts"),
];

function start(environment: Readonly<Record<string, string>> = {}, command: readonly string[] = THROUGH_TSX): Process {
  const child = spawn(command[0] ?? "", command.slice(1), {
    cwd: root,
    env: {
      PATH: process.env["PATH"],
      HOME: folder,
      DATA_DIR: folder,
      CACHE_DIR: "off",
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.root,
      ...environment,
    },
  });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const started = { child, ended, written: () => text };
  running.push(started);
  return started;
}

describe("npm start with a Telegram token", () => {
  it("serves, and on SIGTERM ends with 0", async () => {
    const { child, ended } = start();
    api.push(privately(QUESTION));
    expect(await api.called("sendMessage", 1, 20_000)).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  }, 30_000);

  it("hears SIGTERM through npm", async () => {
    const { child, ended } = start({}, ["npm", "start"]);
    api.push(privately(QUESTION));
    expect(await api.called("sendMessage", 1, 60_000)).toHaveLength(1);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  }, 90_000);

  it("answers everything after it was killed, and nothing twice that it had finished", async () => {
    const { child, ended } = start();
    api.push(privately(QUESTION));
    await api.called("sendMessage", 1, 20_000);
    await new Promise((done) => setTimeout(done, 300));
    child.kill("SIGKILL");
    await ended;
    api.push(privately("/about"), privately("/help"));
    start();
    const calls = await api.called("sendMessage", 3, 20_000);
    await new Promise((done) => setTimeout(done, 500));
    expect(calls).toHaveLength(3);
    expect(api.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(3);
  }, 50_000);

  it("answers after a kill what Telegram was already told had come", async () => {
    api.fail("sendMessage", "flood");
    const { child, ended } = start();
    api.push(privately(QUESTION));
    await failing(1);
    const end = Date.now() + 20_000;
    while (api.offset() <= 1000 && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
    child.kill("SIGKILL");
    await ended;
    expect(api.offset()).toBe(1001);
    start();
    expect(await api.called("sendMessage", 1, 20_000)).toHaveLength(1);
  }, 50_000);

  it("exits with 0 within ten seconds of SIGTERM though a message hangs, and at a second one at once", async () => {
    for (const signals of [1, 2]) {
      api.fail("sendMessage", "hang");
      const { child, ended } = start({ DATA_DIR: join(folder, String(signals)) });
      api.push(privately(QUESTION));
      await failing(signals);
      const begin = Date.now();
      for (let signal = 0; signal < signals; signal++) {
        child.kill("SIGTERM");
        await new Promise((done) => setTimeout(done, 200));
      }
      expect(await ended).toBe(signals === 1 ? 0 : 1);
      expect(Date.now() - begin).toBeLessThan(signals === 1 ? 10_000 : 3000);
    }
  }, 60_000);

  it("ends with 2 and a remedy for a token that Telegram doesn't know", async () => {
    api.fail("getMe", "401", 1);
    const { ended, written } = start();
    expect(await ended).toBe(2);
    expect(written()).toContain("TELEGRAM_BOT_TOKEN isn't known to Telegram; copy it again from @BotFather");
  }, 30_000);

  it("takes updates by webhook from who knows the secret", async () => {
    const port = 20_000 + (process.pid % 20_000);
    const environment = {
      TELEGRAM_WEBHOOK_URL: "https://example.org/telegram",
      TELEGRAM_WEBHOOK_SECRET: "hush",
      PORT: String(port),
    };
    const { child, ended } = start(environment);
    const [set] = await api.called("setWebhook", 1, 20_000);
    expect(set?.payload["secret_token"]).toBe("hush");
    const post = async (body: string, secret?: string): Promise<number> => {
      const headers: Record<string, string> = secret === undefined ? {} : { "x-telegram-bot-api-secret-token": secret };
      return (await fetch(`http://127.0.0.1:${port}/telegram`, { method: "POST", body, headers })).status;
    };
    const update = JSON.stringify({ update_id: 5, ...privately(QUESTION) });
    expect([await post(update), await post(update, "wrong")]).toEqual([401, 401]);
    expect([await post("{", "hush"), await post("x".repeat(1_000_001), "hush")]).toEqual([400, 413]);
    expect([await post(update, "hush"), await post(update, "hush")]).toEqual([200, 200]);
    expect(await api.called("sendMessage", 1)).toHaveLength(1);
    expect(await (await fetch(`http://127.0.0.1:${port}/healthz`)).text()).toBe("ok\n");
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain(
      "digest_bot_telegram_updates_total 1",
    );
    // Accepted, and killed before it was answered.
    api.fail("sendMessage", "flood");
    expect(await post(JSON.stringify({ update_id: 6, ...privately("/about") }), "hush")).toBe(200);
    await failing(1);
    child.kill("SIGKILL");
    await ended;
    start(environment);
    expect(await api.called("sendMessage", 2, 20_000)).toHaveLength(2);
    // Telegram may not have heard that it arrived.
    expect(await post(update, "hush")).toBe(200);
    await new Promise((done) => setTimeout(done, 300));
    expect(api.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(2);
  }, 30_000);
});
