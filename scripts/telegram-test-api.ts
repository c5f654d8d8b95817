import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";

/** The package as it was read when the checks were written. */
export const PACKAGE = "telegram-test-api@4.2.1";
const HOST = "127.0.0.1";
/** npm is given up after so long, in ms. */
const INSTALL_MS = 120_000;
/** What was written is kept longer than the checks take, in seconds. */
const KEPT_S = 3600;
/** How much of npm's complaint is shown, in characters. */
const LONGEST_COMPLAINT = 500;

/** A message of the bot, as its call named it; edits have changed it. */
export interface Sent {
  readonly chat_id: number;
  readonly text: string;
  readonly entities?: readonly MessageEntity[];
  readonly reply_markup?: InlineKeyboardMarkup;
  readonly reply_parameters?: { readonly message_id: number };
  readonly message_thread_id?: number;
}

/** What the server keeps: a message of the bot, or one or a press of a user's. */
export interface Kept {
  readonly messageId: number;
  /** Whether the other side has fetched it. */
  readonly isRead: boolean;
  readonly message?: Sent | object;
}

/** As much of the package's client as the checks use. `getUpdates` isn't: it goes on asking after its timeout. */
export interface TestClient {
  readonly makeMessage: (text: string, more: object) => object;
  readonly makeCommand: (text: string, more: object) => object;
  readonly makeCallbackQuery: (data: string, more: object) => object;
  readonly sendMessage: (message: object) => Promise<unknown>;
  readonly sendCommand: (message: object) => Promise<unknown>;
  readonly sendCallback: (query: object) => Promise<unknown>;
  readonly getUpdatesHistory: () => Promise<readonly Kept[]>;
}

/** Who writes in which chat; neither number may be 0. */
export interface ClientOptions {
  readonly userId: number;
  readonly chatId: number;
  readonly firstName: string;
  readonly type: "private" | "supergroup";
}

/** As much of the package's server as the checks use. */
export interface TestServer {
  readonly config: { readonly apiURL: string };
  /** By the bot's token. */
  readonly webhooks: Readonly<Record<string, { readonly url: string } | undefined>>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<unknown>;
  readonly getClient: (token: string, options: ClientOptions) => TestClient;
  readonly setWebhook: (webhook: { readonly url: string }, token: string) => void;
  readonly deleteWebhook: (token: string) => void;
  /** Rejects where the bot doesn't take the message from a webhook; over HTTP that would be nobody's to catch. */
  readonly addUserMessage: (message: object) => Promise<void>;
}

type ServerClass = new (config: {
  readonly host: string;
  readonly port: number;
  readonly storeTimeout: number;
}) => TestServer;

/**
 * Installs the package into a folder and starts its server on a free port of loopback.
 *
 * @throws Error with what npm said where it can't be installed.
 */
export async function startTestServer(folder: string, stopping: AbortSignal): Promise<TestServer> {
  await install(folder, stopping);
  // The package's client goes through the proxy that the environment names, even to loopback.
  process.env["no_proxy"] = HOST;
  const load = createRequire(join(folder, "index.js"));
  const Server = load("telegram-test-api") as ServerClass;
  const server = new Server({ host: HOST, port: await freePort(), storeTimeout: KEPT_S });
  await server.start();
  return server;
}

/** A port that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Nothing of the package runs while it is installed, and the repository's own packages stay as they are. */
async function install(folder: string, stopping: AbortSignal): Promise<void> {
  await mkdir(folder, { recursive: true });
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  const npm = spawn("npm", ["install", "--prefix", folder, ...options, PACKAGE], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    signal: stopping,
    timeout: INSTALL_MS,
    killSignal: "SIGKILL",
  });
  let complaint = "";
  npm.stderr.setEncoding("utf8").on("data", (text: string) => (complaint += text));
  npm.on("error", (error) => (complaint += error.message));
  const status = await new Promise<number | null>((resolve) => npm.on("close", resolve));
  if (status !== 0)
    throw new Error(
      `npm couldn't install ${PACKAGE}; check the network: ${complaint.trim().slice(0, LONGEST_COMPLAINT) || `nothing came within ${INSTALL_MS / 1000} s`}`,
    );
}
