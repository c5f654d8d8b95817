import { homedir } from "node:os";
import { parseArgs } from "node:util";
import type { OpenedDigest } from "../src/index.ts";
import { runCommandLine, write } from "./command-line.ts";
import type { Console } from "./command-line.ts";
import { withEnvFile } from "./environment.ts";
import { openUsableDigest, tellProblems } from "./knowledge.ts";
import { readSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

const HELP = `Usage: npm start

Starts the bot on every chat platform whose token is set; with none, opens a talk in the terminal.
Tokens and the knowledge folder are set by environment variables or in a file .env; see .env.example.

  -h, --help        this text

Exit status: 0; 2 when the settings or the knowledge folder can't be used.
`;

/** A chat platform that {@link Settings} can switch on. */
interface Platform {
  readonly name: string;
  readonly variable: string;
  readonly isSet: (settings: Settings) => boolean;
  /** Starts its adapter, which goes on by itself; null while there is none. */
  readonly start: ((settings: Settings, opened: OpenedDigest) => Promise<void>) | null;
}

const PLATFORMS: readonly Platform[] = [
  { name: "Telegram", variable: "TELEGRAM_BOT_TOKEN", isSet: ({ telegram }) => telegram !== null, start: null },
  { name: "Discord", variable: "DISCORD_BOT_TOKEN", isSet: ({ discord }) => discord !== null, start: null },
];

async function run(console: Console): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: "boolean", short: "h", default: false } } });
  if (values.help) return write(console.output, HELP);
  const environment = await withEnvFile(console.environment);
  const settings = readSettings(environment);
  const wanted = PLATFORMS.filter(({ isSet }) => isSet(settings));
  for (const { name, variable } of wanted.filter(({ start }) => start === null)) {
    console.errors.write(`${variable} is set, but this version has no ${name} adapter; it is left out.\n`);
  }
  const opened = await openUsableDigest(settings.knowledgeDir, { ...console, environment });
  const starts = wanted.flatMap(({ start }) => (start === null ? [] : [start]));
  if (starts.length === 0) return openTalk({ ...console, environment }, opened);
  tellProblems(opened.problems, console.errors);
  await Promise.all(starts.map((start) => start(settings, opened)));
}

async function openTalk(console: Console, { digest, problems }: OpenedDigest): Promise<void> {
  const { historyFileOf, startRepl } = await import("./repl/index.ts");
  await startRepl({ ...console, digest, problems, historyFile: historyFileOf(console.environment, homedir()) });
}

await runCommandLine("digest-bot", run);
