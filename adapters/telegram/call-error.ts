/**
 * Why a call brought no reply of the Bot API: `unsent` where it can't have been carried out, for its words never left;
 * `broken` where the connection broke afterwards, so that nobody knows; `hung` where nothing came in time; `garbled`
 * where something else answered, such as the page of a proxy; `stopped` where the caller gave it up.
 */
export type CallFailure = "unsent" | "broken" | "hung" | "garbled" | "stopped";

/** Thrown for a call that brought no reply; it names no address, for the token is part of each. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly failure: CallFailure;

  constructor(failure: CallFailure, cause?: unknown) {
    super(`The call brought no reply: ${failure}`, { cause });
    this.failure = failure;
  }
}
