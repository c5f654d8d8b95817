import type { TerminalStream } from "../adapters/command-line.ts";

/** Shows how far a long task is. */
export interface ProgressBar {
  readonly advance: () => void;
  /** Takes the bar off the screen. */
  readonly end: () => void;
}

const WIDTH = 30;
/** A bar that is drawn more often flickers. */
const INTERVAL_MS = 100;

/** Draws a bar on a terminal; on anything else, and for no work, it draws nothing. */
export function startProgressBar(stream: TerminalStream, label: string, total: number): ProgressBar {
  if (stream.isTTY !== true || total === 0) return { advance: () => undefined, end: () => undefined };
  const begin = performance.now();
  let done = 0;
  let drawnMs = -INTERVAL_MS;
  const draw = (): void => {
    const filled = Math.round((WIDTH * done) / Math.max(1, total));
    const seconds = ((performance.now() - begin) / 1000).toFixed(0);
    const bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    stream.write(`\r${label}  ${bar}  ${done.toLocaleString("en")}/${total.toLocaleString("en")}  ${seconds} s\x1b[K`);
    drawnMs = performance.now() - begin;
  };
  draw();
  return {
    advance: () => {
      done++;
      if (performance.now() - begin - drawnMs >= INTERVAL_MS) draw();
    },
    end: () => void stream.write("\r\x1b[K"),
  };
}
