import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeKnowledge } from "../chat/small-digest.ts";
import type { FakeBotApi } from "./telegram/fake-bot-api.ts";
import { startFakeBotApi, TOKEN } from "./telegram/fake-bot-api.ts";
import { ANN, privately } from "./telegram/serve.ts";

const root = resolve(import.meta.dirname, "../..");
const port = (millions: number): string =>
  `---\ndate: 2025-08-04\n---\n\n## Northport grows\n\nNorthport handled ${millions}.4 million containers in July 2025.\n`;

let api: FakeBotApi;
let home = "";
beforeEach(async () => {
  api = await startFakeBotApi();
  home = mkdtempSync(join(tmpdir(), "reload-"));
});
afterEach(async () => {
  await api.close();
  rmSync(home, { recursive: true, force: true });
});

async function sent(): Promise<unknown> {
  const before = api.calls.filter(({ method }) => method === "sendMessage").length;
  api.push(privately("How many containers did Northport handle?", ANN));
  return (await api.called("sendMessage", before + 1, 20_000)).at(-1)?.payload["text"];
}

it("answers a chat from what the folder holds, and names a broken file in the log and in /readyz", async () => {
  const knowledge = makeKnowledge({ "port.md": port(3) });
  const httpPort = 20_000 + ((process.pid + 7) % 20_000);
  const child = spawn(
    process.execPath,
    ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "adapters/start.ts")],
    {
      cwd: home,
      env: {
        PATH: process.env["PATH"],
        HOME: home,
        DATA_DIR: home,
        CACHE_DIR: "off",
        KNOWLEDGE_DIR: knowledge,
        TELEGRAM_BOT_TOKEN: TOKEN,
        TELEGRAM_API_ROOT: api.root,
        PORT: String(httpPort),
      },
    },
  );
  let logged = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (logged += text));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const ready = async (): Promise<string> => (await fetch(`http://127.0.0.1:${httpPort}/readyz`)).text();
  try {
    expect(await sent()).toContain("3.4 million");
    writeFileSync(join(knowledge, "port.md"), port(5));
    while (!logged.includes('"changed":["port"]')) await sleep(50);
    expect(await sent()).toContain("5.4 million");
    expect(await ready()).toBe("ok\n");
    writeFileSync(join(knowledge, "port.md"), "\0");
    const named =
      "knowledge: port.md: holds NUL bytes, so it isn't plain text; save it again as UTF-8 text (its last good version is still served)";
    while (!logged.includes(named)) await sleep(50);
    expect(await ready()).toBe(`ok\n${named}\n`);
    expect(await sent()).toContain("5.4 million");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
}, 90_000);
