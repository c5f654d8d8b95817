import type { InlineKeyboardMarkup } from "grammy/types";
import type { Formatted } from "./render.ts";

/** A message as it is to be shown. */
export interface Outgoing {
  readonly text: Formatted;
  readonly keyboard: InlineKeyboardMarkup | null;
}
