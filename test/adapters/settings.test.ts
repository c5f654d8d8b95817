import { describe, expect, it } from "vitest";
import { UsageError } from "../../adapters/command-line.ts";
import { readSettings } from "../../adapters/settings.ts";
import type { Environment } from "../../adapters/environment.ts";

function complaintOf(environment: Environment): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return "";
}

describe("readSettings", () => {
  it("needs nothing: no platform, no server, the folder knowledge", () => {
    expect(readSettings({ PATH: "/bin" })).toEqual({
      knowledgeDir: "knowledge",
      dataDir: null,
      telegram: null,
      discord: null,
      port: null,
      logLevel: "info",
    });
  });

  it("takes empty and blank variables for unset, as a copied .env.example leaves them", () => {
    expect(readSettings({ KNOWLEDGE_DIR: "", TELEGRAM_BOT_TOKEN: " ", PORT: "", LOG_LEVEL: "" })).toEqual(
      readSettings({}),
    );
  });

  it("reads all that can be set", () => {
    const settings = readSettings({
      KNOWLEDGE_DIR: " issues ",
      DATA_DIR: "/var/lib/digest-bot",
      TELEGRAM_BOT_TOKEN: "123:abc",
      TELEGRAM_API_ROOT: "http://localhost:8081/",
      TELEGRAM_WEBHOOK_URL: "https://example.org/telegram",
      TELEGRAM_WEBHOOK_SECRET: "s-1_2",
      TELEGRAM_ALLOWED_CHATS: "-1001234, 42",
      TELEGRAM_ADMINS: "42",
      DISCORD_BOT_TOKEN: "x.y-z",
      DISCORD_APPLICATION_ID: "123456789012345678",
      DISCORD_API_ROOT: "http://localhost:9000/api",
      DISCORD_ALLOWED_GUILDS: "1234567890123456789, 12",
      DISCORD_ADMINS: "9223372036854775807",
      PORT: "8080",
      LOG_LEVEL: "debug",
    });
    expect(settings).toEqual({
      knowledgeDir: "issues",
      dataDir: "/var/lib/digest-bot",
      telegram: {
        token: "123:abc",
        apiRoot: "http://localhost:8081",
        webhook: { url: "https://example.org/telegram", secret: "s-1_2" },
        allowedChats: new Set([-1001234, 42]),
        admins: new Set([42]),
      },
      discord: {
        token: "x.y-z",
        applicationId: "123456789012345678",
        apiRoot: "http://localhost:9000/api",
        allowedGuilds: new Set(["1234567890123456789", "12"]),
        admins: new Set(["9223372036854775807"]),
      },
      port: 8080,
      logLevel: "debug",
    });
  });

  it.each([
    [
      { TELEGRAM_API_ROOT: "localhost" },
      "TELEGRAM_API_ROOT isn't a web address; write one such as https://example.org",
    ],
    [
      { TELEGRAM_WEBHOOK_URL: "ftp://example.org" },
      "TELEGRAM_WEBHOOK_URL isn't a web address; write one such as https://example.org/telegram",
    ],
    [
      { DISCORD_APPLICATION_ID: "my bot" },
      "DISCORD_APPLICATION_ID isn't an id; copy the digits from the General Information page of your application",
    ],
    [{ TELEGRAM_ADMINS: "@ann" }, "TELEGRAM_ADMINS isn't a list of ids; write numbers with commas between them"],
    [{ PORT: "http" }, "PORT isn't a number; write one such as 8080"],
    [{ PORT: "70000" }, "PORT is no port; write a number from 0 to 65535"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL isn't a level; write debug, info, warn or error"],
  ])("names the variable and the remedy for %j", (environment, complaint) => {
    expect(complaintOf(environment)).toBe(complaint);
  });

  it("names every variable that can't be used, each on a line, and tells no secret", () => {
    const complaint = complaintOf({
      TELEGRAM_BOT_TOKEN: "123:se cret",
      TELEGRAM_WEBHOOK_SECRET: "se/cret",
      DISCORD_BOT_TOKEN: "sé cret",
    });
    expect(complaint.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "TELEGRAM_BOT_TOKEN",
      "TELEGRAM_WEBHOOK_SECRET",
      "DISCORD_BOT_TOKEN",
    ]);
    expect(complaint).not.toMatch(/cret/u);
  });
});
