import type { InlineKeyboardMarkup } from "grammy/types";
import type { Formatted } from "./render.ts";
import { renderToFit } from "./render.ts";

/** A message as it is to be shown. */
export interface Outgoing {
  readonly text: Formatted;
  readonly keyboard: InlineKeyboardMarkup | null;
}

/** A message of a sentence of our own. */
export function note(text: string): Outgoing {
  return { text: renderToFit([{ kind: "paragraph", text }], "en"), keyboard: null };
}

/** The bold words that an answer begins with; null where there are none. */
export function shortAnswerOf({ text: { text, entities } }: Outgoing): string | null {
  const [first] = entities;
  return first?.type === "bold" && first.offset === 0 ? text.slice(0, first.length) : null;
}
