import { styleText } from "node:util";
import type { TerminalStream } from "./command-line.ts";
import type { Environment } from "./environment.ts";

/** How the parts of what a terminal shows look. */
export interface Style {
  readonly answer: Paint;
  readonly refusal: Paint;
  readonly title: Paint;
  /** Numbers and names that a reader types: an article's number, a command. */
  readonly label: Paint;
  /** What stands back: sources, hints. */
  readonly muted: Paint;
  readonly problem: Paint;
}

type Paint = (text: string) => string;

/** Chooses colours for a stream: none without a terminal, with NO_COLOR (https://no-color.org) or on a dumb one. */
export function styleFor(stream: TerminalStream, environment: Environment): Style {
  const isPlain = stream.isTTY !== true || (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  const paint = (format: Parameters<typeof styleText>[0]): Paint =>
    isPlain ? (text) => text : (text) => styleText(format, text, { validateStream: false });
  return {
    answer: paint(["bold", "green"]),
    refusal: paint("yellow"),
    title: paint("bold"),
    label: paint("cyan"),
    muted: paint("dim"),
    problem: paint("red"),
  };
}

/** Shows control characters as a mark, so that no text can drive the terminal; tabs become spaces, line ends stay. */
export function printable(text: string): string {
  return text.replace(/\t/gu, "  ").replace(/(?!\n)\p{Cc}/gu, "\ufffd");
}
