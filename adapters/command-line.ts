import { once } from "node:events";
import type { Writable } from "node:stream";
import { KnowledgeError } from "../src/index.ts";
import type { Environment } from "./environment.ts";

/** Where a command reads and writes: results on `output`, everything else on `errors`. */
export interface Console {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: TerminalStream;
  readonly errors: TerminalStream;
  readonly environment: Environment;
}

/** A stream that may be a terminal. */
export type TerminalStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Thrown where what the user gave (arguments, environment) can't be used; the message names it and the remedy. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Runs a command to its exit status: 0 when it did its work, 2 for a usage or knowledge error, each told on a line
 * of its own, 1 for a defect. A reader that goes away (`| head`) ends it quietly.
 */
export async function runCommandLine(name: string, command: (console: Console) => Promise<void>): Promise<void> {
  endQuietly(process.stdout);
  endQuietly(process.stderr);
  try {
    await command({ input: process.stdin, output: process.stdout, errors: process.stderr, environment: process.env });
  } catch (error) {
    process.exitCode = isUsersFault(error) ? 2 : 1;
    process.stderr.write(messageOf(error).replace(/^/gmu, `${name}: `) + "\n");
  }
}

/** Writes, and waits while the reader is slower. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** What an error says, for a reader who didn't write the program. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function endQuietly(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
}

function isUsersFault(error: unknown): boolean {
  if (error instanceof UsageError || error instanceof KnowledgeError) return true;
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}
