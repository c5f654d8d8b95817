import type { OpeningProgress } from "../src/index.ts";
import type { TerminalStream } from "./command-line.ts";
import type { Environment } from "./environment.ts";

/** How far a long task has come: opening a digest, or importing files. */
export interface Progress {
  readonly step: OpeningProgress["step"] | "importing";
  readonly done: number;
  readonly total: number;
}

/** Shows on a line of a terminal how far a long task has come. */
export interface ProgressBar {
  readonly show: (progress: Progress) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** What opens faster needs no bar. */
const PATIENCE_MS = 1000;
/** A bar that is drawn for every file takes longer than the files. */
const REDRAWN_MS = 100;
const WIDTH = 24;
const STEPS: Readonly<Record<Progress["step"], string>> = {
  reading: "Reading issues",
  deriving: "Finding facts",
  indexing: "Indexing facts",
  importing: "Importing",
};
const CLEAR_LINE = "\r\u001b[K";

/** Makes a bar that draws nothing in its first second, and nothing at all where there is no terminal or a dumb one. */
export function createProgressBar(
  stream: TerminalStream,
  environment: Environment,
  now: () => number = () => performance.now(),
): ProgressBar {
  if (stream.isTTY !== true || environment["TERM"] === "dumb") return { show: () => {}, end: () => {} };
  let next = now() + PATIENCE_MS;
  let isDrawn = false;
  return {
    show: (progress) => {
      const time = now();
      if (time < next) return;
      next = time + REDRAWN_MS;
      isDrawn = true;
      stream.write(CLEAR_LINE + draw(progress));
    },
    end: () => {
      if (isDrawn) stream.write(CLEAR_LINE);
      isDrawn = false;
    },
  };
}

function draw({ step, done, total }: Progress): string {
  const share = total === 0 ? 1 : done / total;
  const full = Math.round(share * WIDTH);
  const percent = `${Math.floor(share * 100)}%`;
  return `${STEPS[step].padEnd(15)}${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${percent.padStart(4)}`;
}
