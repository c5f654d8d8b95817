import { homedir } from "node:os";
import { parseArgs } from "node:util";
import type { KnowledgeProblem } from "../src/index.ts";
import { runCommandLine, write } from "./command-line.ts";
import type { Console } from "./command-line.ts";
import { withEnvFile } from "./environment.ts";
import { openUsableFolder, tellProblems } from "./knowledge.ts";
import { followKnowledge } from "./live-knowledge.ts";
import type { Log } from "./log.ts";
import { openLog } from "./log.ts";
import { NO_RELOAD_LOG, reloadLog } from "./reload-log.ts";
import type { ServedKnowledge } from "./served-knowledge.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { stateFolderOf } from "./state-folder.ts";
import { stopOnSignal } from "./stop-on-signal.ts";

const HELP = `Usage: npm start

Starts the bot on every chat platform whose token is set; with none, opens a talk in the terminal.
Tokens and the knowledge folder are set by environment variables or in a file .env; see .env.example.

  -h, --help        this text

Exit status: 0; 2 when the settings or the knowledge folder can't be used.
`;

/** A chat platform that {@link Settings} can switch on. */
interface Platform {
  readonly isSet: (settings: Settings) => boolean;
  /** Serves until it is stopped. */
  readonly start: (service: Service) => Promise<void>;
}

/** What an adapter serves with. */
interface Service {
  readonly settings: Settings;
  readonly knowledge: ServedKnowledge;
  readonly dataDir: string;
  readonly log: Log;
  readonly stopping: AbortSignal;
}

const PLATFORMS: readonly Platform[] = [
  { isSet: ({ telegram }) => telegram !== null, start: serveTelegram },
  { isSet: ({ discord }) => discord !== null, start: serveDiscord },
];

async function run(console: Console): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h", default: false } } });
  if (values.help) return write(console.output, HELP);
  const environment = await withEnvFile(console.environment);
  const settings = readSettings(environment);
  const folder = settings.knowledgeDir;
  const usable = await openUsableFolder(folder, { ...console, environment });
  const starts = PLATFORMS.filter(({ isSet }) => isSet(settings)).map(({ start }) => start);
  if (starts.length === 0) {
    const knowledge = followKnowledge({ ...usable, folder, log: NO_RELOAD_LOG });
    return openTalk({ ...console, environment }, knowledge, usable.first.problems).finally(knowledge.close);
  }
  tellProblems(usable.first.problems, console.errors);
  const secrets = [settings.telegram?.token, settings.telegram?.webhook?.secret, settings.discord?.token];
  const log = await openLog(
    settings.logLevel,
    secrets.filter((secret) => secret != null),
    console.errors,
  );
  const dataDir = settings.dataDir ?? stateFolderOf(environment, homedir());
  // A platform that can't go on ends the others: half a bot that nobody notices is worse than none.
  const failed = new AbortController();
  const stopping = AbortSignal.any([stopOnSignal(log), failed.signal]);
  const knowledge = followKnowledge({ ...usable, folder, log: reloadLog(log) });
  stopping.addEventListener("abort", () => void knowledge.close());
  const serving = starts.map(async (start) =>
    start({ settings, knowledge, dataDir, log, stopping }).catch((error: unknown) => {
      failed.abort();
      throw error;
    }),
  );
  await Promise.all(serving).finally(knowledge.close);
}

async function serveTelegram({ settings: { telegram, port }, ...service }: Service): Promise<void> {
  if (telegram === null) return;
  const { startTelegram } = await import("./telegram/index.ts");
  await startTelegram({ ...service, settings: telegram, port });
}

async function serveDiscord({ settings: { discord, port }, ...service }: Service): Promise<void> {
  if (discord === null) return;
  const { startDiscord } = await import("./discord/index.ts");
  await startDiscord({ ...service, settings: discord, port });
}

async function openTalk(
  console: Console,
  knowledge: ServedKnowledge,
  problems: readonly KnowledgeProblem[],
): Promise<void> {
  const { historyFileOf, startRepl } = await import("./repl/index.ts");
  await startRepl({ ...console, knowledge, problems, historyFile: historyFileOf(console.environment, homedir()) });
}

await runCommandLine("digest-bot", run);
