import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeDiscord, FakeOptions } from "./fake-discord.ts";
import { startFakeDiscord } from "./fake-discord.ts";
import { APPLICATION, command, GUILD, TOKEN } from "./payloads.ts";

const root = resolve(import.meta.dirname, "../../..");
const QUESTION = "上半年跨境电商出口多少？";

/** The product as an operator starts it, in a folder of its own. */
interface Process {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  readonly out: () => string;
  readonly errors: () => string;
}

let discord: FakeDiscord;
let folder: string;
let running: Process[] = [];

const openDiscord = async (options: FakeOptions = {}): Promise<void> => {
  discord = await startFakeDiscord(options);
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "start-"));
  running = [];
});
afterEach(async () => {
  for (const { child, ended } of running) {
    child.kill("SIGKILL");
    await ended;
  }
  await discord.close();
  rmSync(folder, { recursive: true, force: true });
  if (discord.problems.length > 0) throw new Error(`Calls weren't valid: ${discord.problems.join("; ")}`);
  if (running.some(({ out, errors }) => (out() + errors()).includes("CANARY"))) throw new Error("A token was written");
});

function start(
  file: string,
  args: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Process {
  const child = spawn(
    process.execPath,
    ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "adapters", file), ...args],
    {
      cwd: root,
      env: {
        PATH: process.env["PATH"],
        HOME: folder,
        DATA_DIR: folder,
        CACHE_DIR: "off",
        DISCORD_BOT_TOKEN: TOKEN,
        DISCORD_API_ROOT: discord.root,
        ...environment,
      },
    },
  );
  let out = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (out += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (errors += chunk));
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const started = { child, ended, out: () => out, errors: () => errors };
  running.push(started);
  return started;
}

const ask = (): void => discord.gateway.dispatch("INTERACTION_CREATE", command("ask", { question: QUESTION }));

describe("npm start with a Discord token", () => {
  it("serves, says how to invite the bot and how it is, and on SIGTERM ends with 0", async () => {
    await openDiscord();
    const port = 20_000 + (process.pid % 20_000);
    const { child, ended, errors } = start("start.ts", [], { PORT: String(port) });
    await discord.gateway.until(() => discord.gateway.identified.length === 1, 20_000);
    ask();
    expect(await discord.called("edit", 1, 20_000)).toHaveLength(1);
    await discord.gateway.until(() => errors().includes(`client_id=${APPLICATION}`));
    const health = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([health.status, await health.text()]).toEqual([200, "ok\n"]);
    discord.fail("edit", "slow", 1);
    ask();
    await discord.called("acknowledge", 2);
    const told = performance.now();
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(performance.now() - told).toBeLessThan(10_000);
    expect(discord.calls.filter(({ kind }) => kind === "edit")).toHaveLength(2);
  }, 60_000);

  it("ends with 2 and a remedy for a token that Discord doesn't know", async () => {
    await openDiscord();
    const { ended, errors } = start("start.ts", [], { DISCORD_BOT_TOKEN: "MTIz.CANARY.other" });
    expect(await ended).toBe(2);
    expect(errors()).toContain("DISCORD_BOT_TOKEN isn't known to Discord; copy it again from the Bot page");
  }, 30_000);

  it("ends with 2 and what to do when the gateway closes for good", async () => {
    await openDiscord();
    const { ended, errors } = start("start.ts");
    await discord.gateway.until(() => discord.gateway.identified.length === 1, 20_000);
    await discord.called("commands", 1, 10_000);
    discord.gateway.drop(4014);
    expect(await ended).toBe(2);
    expect(errors()).toContain("Discord refused the intents that were asked for");
  }, 40_000);
});

describe("npm run discord:register", () => {
  it("prints the commands and writes nothing with --dry-run", async () => {
    await openDiscord();
    const { ended, out, errors } = start("discord/register.ts", ["--dry-run"]);
    expect(await ended).toBe(0);
    expect((JSON.parse(out()) as object[]).length).toBe(13);
    expect(errors()).toContain("would be added: ask, search, articles, article");
    expect(discord.calls).toEqual([]);
  }, 30_000);

  it("registers in one server, and writes again only what differs", async () => {
    await openDiscord();
    expect(await start("discord/register.ts", ["--guild", GUILD]).ended).toBe(0);
    expect(discord.calls.map(({ kind, route }) => [kind, route])).toEqual([
      ["commands", `/applications/${APPLICATION}/guilds/${GUILD}/commands`],
    ]);
    const again = start("discord/register.ts", ["--guild", GUILD]);
    expect(await again.ended).toBe(0);
    expect(again.errors()).toBe("the commands are registered as they are; nothing to write\n");
    expect(discord.calls).toHaveLength(1);
  }, 30_000);

  it("ends with 2 for what can't be used", async () => {
    await openDiscord();
    const { ended, errors } = start("discord/register.ts", ["--guild", "my server"]);
    expect(await ended).toBe(2);
    expect(errors()).toContain("--guild isn't an id");
  }, 30_000);
});

describe("npm run discord:shards", () => {
  it("runs a process a shard, one login after the other, registers once, and on SIGTERM ends with 0", async () => {
    await openDiscord({ shards: 2 });
    const { child, ended, errors } = start("discord/shards.ts");
    await discord.gateway.until(() => discord.gateway.identified.length === 2, 60_000);
    const [first, second] = discord.gateway.identified;
    expect([first?.shard, second?.shard]).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(5000);
    ask();
    expect(await discord.called("edit", 1, 20_000)).toHaveLength(1);
    await discord.gateway.until(() => errors().split("Discord is served").length === 3, 20_000);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(discord.calls.filter(({ kind }) => kind === "commands")).toHaveLength(1);
  }, 120_000);

  it("starts a shard again that was killed", async () => {
    await openDiscord({ maxConcurrency: 10 });
    const { child, ended } = start("discord/shards.ts", ["--shards", "1"]);
    await discord.called("commands", 1, 40_000);
    const shards = discord.gateway.identified.length;
    const pid = shardOf(child);
    process.kill(pid, "SIGKILL");
    await discord.gateway.until(() => discord.gateway.identified.length === shards + 1, 40_000);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  }, 100_000);

  it("ends with 2 where a shard can't go on, and where Discord lets none log in", async () => {
    await openDiscord({ maxConcurrency: 10 });
    discord.gateway.greetNext(4013);
    const { ended, errors } = start("discord/shards.ts", ["--shards", "1"]);
    expect(await ended).toBe(2);
    expect(errors()).toContain("(close code 4013)");
    await discord.close();
    await openDiscord({ shards: 3, remaining: 2 });
    const refused = start("discord/shards.ts");
    expect(await refused.ended).toBe(2);
    expect(refused.errors()).toContain("Discord lets the bot log in 2 more times today, and 3 shards would");
  }, 100_000);
});

/** The process that another one started. */
function shardOf({ pid = 0 }: ChildProcess): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number);
  return children.at(-1) ?? 0;
}
