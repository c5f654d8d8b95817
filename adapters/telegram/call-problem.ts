import { GrammyError, HttpError } from "grammy";
import { CallError } from "./call-error.ts";

/**
 * What a log says of an error: of a call only what went wrong with it, for the call itself holds what people wrote, and
 * whose chat it was.
 */
export function problemOf(error: unknown): object {
  if (error instanceof GrammyError)
    return { call: error.method, code: error.error_code, description: error.description };
  const inner = error instanceof HttpError ? error.error : error;
  if (!(inner instanceof CallError)) return { err: inner };
  return { failure: inner.failure, ...(inner.cause instanceof Error ? { cause: inner.cause.message } : {}) };
}
