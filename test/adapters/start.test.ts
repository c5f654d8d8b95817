import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeKnowledge } from "../chat/small-digest.ts";
import { runCommand } from "./run-command.ts";

const knowledge = makeKnowledge();

describe("npm start", () => {
  it("talks in the terminal when no token is set", async () => {
    const { status, out, err } = await runCommand("start", [], {
      input: "上半年跨境电商出口多少？\n那进口呢？\n",
      environment: { KNOWLEDGE_DIR: knowledge },
    });
    expect([status, err]).toEqual([0, ""]);
    expect(out.split("\n\n").map((reply) => reply.split("\n")[0])).toEqual(["约1.03万亿元", "约2911亿元"]);
  });

  it("reads .env of the current folder", async () => {
    const folder = makeKnowledge({});
    writeFileSync(join(folder, ".env"), `KNOWLEDGE_DIR=${knowledge}\nDISCORD_BOT_TOKEN=\nTELEGRAM_BOT_TOKEN=\n`);
    const { status, out, err } = await runCommand("start", [], { input: "上半年进口多少？\n", folder });
    expect([status, err]).toEqual([0, ""]);
    expect(out).toMatch(/^约2911亿元\n/u);
  });

  it("tells no token of what it can't use", async () => {
    const environment = { KNOWLEDGE_DIR: knowledge, DISCORD_BOT_TOKEN: "12:sec ret", DISCORD_API_ROOT: "localhost" };
    const { status, err } = await runCommand("start", [], { environment });
    expect(status).toBe(2);
    expect(err).toContain("DISCORD_API_ROOT isn't a web address");
    expect(err).not.toContain("sec");
  });

  it("ends with 2 and a line for each setting that can't be used", async () => {
    const { status, out, err } = await runCommand("start", [], { environment: { PORT: "http", LOG_LEVEL: "loud" } });
    expect([status, out]).toEqual([2, ""]);
    expect(err).toBe(
      "digest-bot: PORT isn't a number; write one such as 8080\ndigest-bot: LOG_LEVEL isn't a level; write debug, info, warn or error\n",
    );
  });

  it("ends with 2 when the knowledge folder can't be used", async () => {
    const { status, err } = await runCommand("start", [], { environment: { KNOWLEDGE_DIR: "/no/such/folder" } });
    expect(status).toBe(2);
    expect(err).toMatch(/^digest-bot: \/no\/such\/folder: .+\n$/u);
  });

  it("explains its use on request", async () => {
    const { status, out } = await runCommand("start", ["--help"]);
    expect(status).toBe(0);
    expect(out).toMatch(/^Usage: npm start\n/u);
  });
});
