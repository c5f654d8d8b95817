/**
 * Runs the bot against the server of the npm package telegram-test-api, by the package's own client, and tells what of
 * the bot that covers. The package isn't among ours, for advisories stand against what it depends on: it is installed
 * into a temporary folder, which is removed in the end.
 *
 * Exit status: 0; 1 when a check failed; 130 when it was interrupted.
 *
 * usage: node --import tsx scripts/try-telegram-test-api.ts
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDigest } from "../src/index.ts";
import { endsInTime, print, runChecks, said } from "./run-telegram-checks.ts";
import { POLLING_CHECKS } from "./telegram-checks.ts";
import { freePort, PACKAGE, startTestServer } from "./telegram-test-api.ts";
import { UNCOVERED } from "./telegram-uncovered.ts";
import { WEBHOOK_CHECKS } from "./telegram-webhook-checks.ts";

const TOKEN = "666:token-of-a-trial";
/** Of a bot that is no more; the one that polls has to take it away. */
const FORMER_WEBHOOK = "http://127.0.0.1:9/telegram";

/** Runs all checks; returns how many failed. */
async function tryOut(folder: string, interrupted: AbortSignal): Promise<number> {
  const server = await startTestServer(join(folder, "package"), interrupted);
  const apiRoot = server.config.apiURL;
  try {
    print(`${PACKAGE} at ${apiRoot}`);
    const { digest } = await openDigest(fileURLToPath(new URL("../knowledge", import.meta.url)));
    const settings = { token: TOKEN, apiRoot, webhook: null, allowedChats: null, admins: new Set<number>() };
    server.setWebhook({ url: FORMER_WEBHOOK }, TOKEN);
    const polling = { settings, port: null, dataDir: join(folder, "polling"), digest, server };
    const failed = await runChecks([...POLLING_CHECKS, ...UNCOVERED], polling, interrupted);
    const port = await freePort();
    const webhook = { url: `http://127.0.0.1:${port}/telegram`, secret: "secret-of-a-trial" };
    const called = { ...polling, settings: { ...settings, webhook }, port, dataDir: join(folder, "webhook") };
    return failed + (await runChecks(WEBHOOK_CHECKS, called, interrupted));
  } finally {
    await endsInTime(server.stop());
  }
}

const interruption = new AbortController();
let status = 0;
// The server leaves failures of its own uncaught; what was started is to be ended all the same.
process.on("uncaughtException", (error) => fail(error));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => interruption.abort());
const folder = await mkdtemp(join(tmpdir(), "telegram-test-api-"));
try {
  if ((await tryOut(folder, interruption.signal)) > 0) status = 1;
} catch (error) {
  fail(error);
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(interruption.signal.aborted ? 130 : status);

function fail(error: unknown): void {
  status = 1;
  if (!interruption.signal.aborted) print(`FAILED: ${said(error)}`);
}
