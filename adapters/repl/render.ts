import type { DocumentBlock, KnowledgeProblem, Language } from "../../src/index.ts";
import type { TerminalStream } from "../command-line.ts";
import type { Environment } from "../environment.ts";
import { problemLine } from "../knowledge.ts";
import { drawDocument } from "../terminal-document.ts";
import { printable, styleFor } from "../terminal-style.ts";

/** Draws what the talk shows, for the stream it is shown on. */
export interface Renderer {
  readonly prompt: string;
  readonly document: (blocks: readonly DocumentBlock[], language: Language) => string;
  readonly problems: (problems: readonly KnowledgeProblem[]) => string;
  readonly fault: (message: string) => string;
}

/** Chooses how to draw on a stream; the terminal's width is read each time, for it changes. */
export function rendererFor(output: TerminalStream, environment: Environment): Renderer {
  const style = styleFor(output, environment);
  const columnsNow = (): number | null => (output.isTTY === true ? (output.columns ?? null) : null);
  return {
    prompt: style.label("> "),
    document: (blocks, language) => `${drawDocument(blocks, { style, language, columns: columnsNow() })}\n`,
    problems: (problems) => problems.map((problem) => `${style.problem(printable(problemLine(problem)))}\n`).join(""),
    fault: (message) => `${style.problem(printable(message))}\n`,
  };
}

/** Adds to the shared help what only a terminal has. */
export function withQuit(blocks: readonly DocumentBlock[], language: Language): DocumentBlock[] {
  return [...blocks, { kind: "entry", label: "/quit", text: QUIT_WORDS[language] }];
}

/** Says what to do when a question brought out a defect. */
export function faultWords(message: string, language: Language): string {
  return language === "zh"
    ? `出错了：${message}。请换个问法再试。`
    : `Something went wrong: ${message}. Please ask another way.`;
}

const QUIT_WORDS = { zh: "退出（也可按 Ctrl-D）", en: "leave (or press Ctrl-D)" } as const;
