import { parseArgs } from "node:util";
import type { Digest, Fact } from "../../src/index.ts";
import { runCommandLine, UsageError, write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { knowledgeFolder } from "../environment.ts";
import { openUsableDigest, tellProblems } from "../knowledge.ts";
import { styleFor } from "../terminal-style.ts";
import { factLine } from "./fact-line.ts";
import { drawFacts } from "./fact-table.ts";

const HELP = `Usage: npm run --silent facts -- [--knowledge DIR] [--json]

Lists the facts that the bot knows, article by article, each with its quote.

  --knowledge DIR   the knowledge folder (default: KNOWLEDGE_DIR, else knowledge)
  --json            one JSON object a line: id, issue, article, ordinal, quote, start, end,
                    mentions (values as text, periods as ISO 8601 intervals) and context
  -h, --help        this text

Exit status: 0; 2 when the arguments or the knowledge folder can't be used.
`;

async function runFacts(console: Console): Promise<void> {
  const { output, errors, environment } = console;
  const { values, positionals } = parseArgs({
    options: {
      knowledge: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return write(output, HELP);
  if (positionals[0] !== undefined)
    throw new UsageError(`Unexpected argument '${positionals[0]}'; name the folder with --knowledge`);
  const { digest, problems } = await openUsableDigest(await knowledgeFolder(values.knowledge, environment), console);
  tellProblems(problems, errors);
  if (values.json) {
    for (const fact of digest.facts.values()) await write(output, `${factLine(fact)}\n`);
    return;
  }
  const style = styleFor(output, environment);
  const columns = output.isTTY === true ? (output.columns ?? null) : null;
  let isFirst = true;
  for (const facts of byArticle(digest)) {
    await write(output, `${isFirst ? "" : "\n"}${drawFacts(facts, columns, style)}`);
    isFirst = false;
  }
}

/** A digest's facts in groups, one for each article that has any, in the digest's order. */
function byArticle(digest: Digest): Fact[][] {
  const groups: Fact[][] = [];
  for (const fact of digest.facts.values()) {
    const current = groups.at(-1);
    if (current?.[0]?.reading === fact.reading) current.push(fact);
    else groups.push([fact]);
  }
  return groups;
}

await runCommandLine("facts", runFacts);
