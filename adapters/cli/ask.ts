import { parseArgs } from "node:util";
import { ask, toBlocks } from "../../src/index.ts";
import type { Asked, Digest } from "../../src/index.ts";
import { runCommandLine, write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { knowledgeFolder } from "../environment.ts";
import { openUsableDigest, tellProblems } from "../knowledge.ts";
import { readLines } from "../read-lines.ts";
import { drawDocument } from "../terminal-document.ts";
import { styleFor } from "../terminal-style.ts";
import { answerJsonLines } from "./answer-json-lines.ts";
import { askTimed } from "./ask-timed.ts";
import { explain } from "./explain.ts";
import { replyLine } from "./json-line.ts";

const HELP = `Usage: npm run --silent ask -- [--knowledge DIR] [--json] [--explain] [QUESTION]

Answers a question from the digest, with the sentence it rests on. Without a question, answers
each line of standard input: a question, or with --json {"question", "id"?, "conversation"?}.

  --knowledge DIR   the knowledge folder (default: KNOWLEDGE_DIR, else knowledge)
  --json            one JSON object a line
  --explain         also how the question was understood and the answer chosen
                    (with --json on standard error)
  -h, --help        this text

Exit status: 0 when the questions were asked, also where the digest has no answer; 2 when the
arguments or the knowledge folder can't be used.
`;

async function runAsk(console: Console): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      knowledge: { type: "string" },
      json: { type: "boolean", default: false },
      explain: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
    allowPositionals: true,
  });
  if (values.help) return write(console.output, HELP);
  const folder = await knowledgeFolder(values.knowledge, console.environment);
  const { digest, problems } = await openUsableDigest(folder, console);
  tellProblems(problems, console.errors);
  const question = positionals.length === 0 ? null : positionals.join(" ");
  if (question === null && values.json) return answerJsonLines(digest, console, values.explain);
  if (question === null) return answerPlainLines(digest, console, values.explain);
  const timed = await askTimed(digest, question, null);
  if (!values.json) return writeReply(timed.asked, console, values.explain);
  await write(console.output, `${replyLine(timed.asked.reply, null, timed.ms)}\n`);
  if (values.explain) await write(console.errors, explain(timed.asked));
}

/** Answers each line as a question that stands alone. */
async function answerPlainLines(digest: Digest, console: Console, isExplained: boolean): Promise<void> {
  if (console.input.isTTY === true)
    console.errors.write("Type a question a line; Ctrl-D ends. (npm start opens a talk.)\n");
  let isFirst = true;
  for await (const { text } of readLines(console.input)) {
    if (text.trim() === "") continue;
    if (!isFirst) await write(console.output, "\n");
    isFirst = false;
    await writeReply(await ask(digest, text), console, isExplained);
  }
}

async function writeReply(asked: Asked, { output, environment }: Console, isExplained: boolean): Promise<void> {
  const canvas = {
    style: styleFor(output, environment),
    language: asked.reply.language,
    columns: output.isTTY === true ? (output.columns ?? null) : null,
  };
  await write(output, `${drawDocument(toBlocks(asked.reply), canvas)}\n`);
  if (isExplained) await write(output, `\n${explain(asked)}`);
}

await runCommandLine("ask", runAsk);
