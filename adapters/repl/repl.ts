import { createInterface } from "node:readline/promises";
import { createConversations, greet, languageOf, parseCommand, respond } from "../../src/index.ts";
import type { KnowledgeProblem, Language } from "../../src/index.ts";
import { messageOf, write } from "../command-line.ts";
import type { Console } from "../command-line.ts";
import { readLines } from "../read-lines.ts";
import type { ServedKnowledge } from "../served-knowledge.ts";
import { HISTORY_LINES, openHistory } from "./history.ts";
import { faultWords, rendererFor, withQuit } from "./render.ts";
import type { Renderer } from "./render.ts";

/** What a talk in the terminal needs. */
export interface ReplOptions extends Console {
  /** Each line is answered from what is served at that moment. */
  readonly knowledge: ServedKnowledge;
  /** Files of the knowledge folder that can't be used: shown at the start. */
  readonly problems: readonly KnowledgeProblem[];
  /** Keeps typed lines between runs; null keeps none. */
  readonly historyFile: string | null;
}

/**
 * Talks in the terminal until Ctrl-C, Ctrl-D, /quit or the input's end. All questions are turns of one conversation.
 *
 * Where input or output is no terminal, as in a pipe, there is neither greeting nor prompt: each line is answered, and
 * problems go to `errors`.
 */
export async function startRepl(options: ReplOptions): Promise<void> {
  const { input, output, errors, environment, problems } = options;
  if (input.isTTY === true && output.isTTY === true) return talk(options);
  if (problems.length > 0) await write(errors, rendererFor(errors, environment).problems(problems));
  const answer = answererOf(options, rendererFor(output, environment));
  let isFirst = true;
  for await (const { text } of readLines(input)) {
    if (text.trim() === "") continue;
    const said = await answer(text);
    if (said === null) return;
    await write(output, isFirst ? said : `\n${said}`);
    isFirst = false;
  }
}

async function talk(options: ReplOptions): Promise<void> {
  const { input, output, environment, knowledge, problems, historyFile } = options;
  const renderer = rendererFor(output, environment);
  const history = historyFile === null ? null : openHistory(historyFile);
  const readline = createInterface({
    input,
    output,
    terminal: true,
    prompt: renderer.prompt,
    history: [...(history?.lines ?? [])],
    historySize: HISTORY_LINES,
    removeHistoryDuplicates: true,
    completer: (line: string): [string[], string] => [
      COMPLETIONS.filter((name) => name.startsWith(line) && line !== ""),
      line,
    ],
  });
  // From here on, so that what was typed ahead isn't lost.
  const lines = readline[Symbol.asyncIterator]();
  const answer = answererOf(options, renderer);
  const digest = knowledge.digest();
  const language = languageOf(digest);
  await write(output, `${renderer.problems(problems)}${renderer.document(greet(digest, language), language)}\n`);
  readline.prompt();
  for await (const line of lines) {
    history?.add(line);
    const said = line.trim() === "" ? "" : await answer(line);
    if (said === null) return readline.close();
    await write(output, said === "" ? "" : `${said}\n`);
    readline.prompt();
  }
  await write(output, "\n");
}

/** Answers line after line of one conversation; null for /quit. */
function answererOf({ knowledge }: ReplOptions, renderer: Renderer): (line: string) => Promise<string | null> {
  const conversations = createConversations(1);
  let language: Language = languageOf(knowledge.digest());
  return async (line) => {
    const command = parseCommand(line);
    if (command !== null && QUIT.has(command.name)) return null;
    try {
      const message = { text: line, conversation: "terminal", language };
      const response = await respond(message, knowledge.digest(), conversations);
      language = response.language;
      return renderer.document(
        command?.name === "help" ? withQuit(response.blocks, language) : response.blocks,
        language,
      );
    } catch (error) {
      return renderer.fault(faultWords(messageOf(error), language));
    }
  };
}

const QUIT: ReadonlySet<string> = new Set(["quit", "exit", "退出"]);
const COMPLETIONS: readonly string[] = [
  "/help",
  "/articles",
  "/article ",
  "/summary ",
  "/related ",
  "/issues",
  "/facts",
  "/search ",
  "/about",
  "/quit",
];
