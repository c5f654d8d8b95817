import { runCommandLine, UsageError, write } from "../adapters/command-line.ts";
import type { Console } from "../adapters/command-line.ts";
import { createProgressBar } from "../adapters/progress-bar.ts";
import { printable, styleFor } from "../adapters/terminal-style.ts";
import { ImportError } from "./draft.ts";
import { importFile } from "./import-file.ts";
import type { Imported } from "./import-file.ts";
import { LIMITS } from "./limits.ts";
import { readOptions } from "./options.ts";
import type { ImportOptions } from "./options.ts";
import { openReadingRoom } from "./reading-room.ts";
import { drawReport } from "./report.ts";
import { listSources } from "./source-file.ts";
import type { SourceFile } from "./source-file.ts";

const HELP = `Usage: npm run --silent import -- FILE… [--out DIR] [--date D] [--title T] [--language L] [--dry-run] [--force]

Makes issues of the knowledge folder from the files that editors have, and says what it found in each:
plain text, Markdown newsletters, saved web pages (.html, .mhtml), mails (.eml), feeds (RSS, Atom, JSON),
Word documents (.docx) and PDFs with text. Of a folder, every such file is imported.

  --out DIR      where the issues go (default: knowledge)
  --date D       the issue's day or month, 2025-07-16 or 2025-07; else the file's own, or the one in its name
  --title T      the issue's title; else the file's own, or its name
  --language L   zh or en; else the text decides
  --weekly       of a feed, one issue for each week, rather than one of all its entries
  --dry-run      only say what was found
  --force        replace issues that are already there
  -h, --help     this text

Files up to ${LIMITS.fileMb} MB are read, text up to ${LIMITS.textMb} MB, each within ${LIMITS.readingSeconds} s and ${LIMITS.memoryMb} MB of memory.

Exit status: 0; 2 when the arguments or one of the files can't be used; the other files are imported all the same.
`;

async function runImport(console: Console): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) return write(console.output, HELP);
  const sources = await listSources(options.paths);
  if (sources.length === 0) throw new UsageError(`${options.paths.join(", ")}: no file there that can be imported`);
  if (sources.length > 1 && options.title !== null)
    throw new UsageError(`--title is for one file, and there are ${sources.length}; import them one by one`);
  if (!(await importAll(sources, options, console))) process.exitCode = 2;
}

/** Imports one file after the other; one that can't be is named, and the others go on. Says whether all could. */
async function importAll(sources: readonly SourceFile[], options: ImportOptions, console: Console): Promise<boolean> {
  const bar = createProgressBar(console.errors, console.environment);
  const room = openReadingRoom();
  const taken = new Set<string>();
  let refused = 0;
  try {
    for (const [done, source] of sources.entries()) {
      bar.show({ step: "importing", done, total: sources.length });
      const outcome = await importFile(source, options, room, taken).catch(asRefusal);
      bar.end();
      await tell(source, outcome, options, console);
      if (outcome instanceof ImportError) refused++;
    }
  } finally {
    bar.end();
    await room.close();
  }
  return refused === 0;
}

function asRefusal(error: unknown): ImportError {
  if (error instanceof ImportError) return error;
  throw error;
}

async function tell(
  { path }: SourceFile,
  outcome: readonly Imported[] | ImportError,
  { isDryRun }: ImportOptions,
  { output, errors, environment }: Console,
): Promise<void> {
  if (outcome instanceof ImportError) return write(errors, printable(`import: ${path} ${outcome.message}\n`));
  const style = styleFor(output, environment);
  for (const issue of outcome) await write(output, `${drawReport(path, issue, isDryRun, style)}\n`);
}

await runCommandLine("import", runImport);
