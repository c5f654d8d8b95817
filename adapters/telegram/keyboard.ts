import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { Language, PageBlock } from "../../src/index.ts";
import type { ButtonAction, ButtonData, PassageAction } from "../callback-data.ts";
import { writeButton } from "../callback-data.ts";
import { WORDS } from "../chat-words.ts";
import type { PageTurn } from "../page-turns.ts";
import { listTurns, pageTurns } from "../page-turns.ts";

/** How many bytes a button holds. */
const LONGEST_DATA = 64;

/** What the buttons under a message lead to, and who may press them. */
export type ButtonTarget = Pick<ButtonData, "language" | "owner" | "target">;

/** Under an answer: its context, its article, what else that says; and whether it was good. */
export function answerButtons(target: ButtonTarget): InlineKeyboardMarkup {
  return {
    inline_keyboard: [
      (["context", "article", "related"] as const).map((action) => button(action, target)),
      (["good", "bad"] as const).map((action) => button(action, { ...target, owner: null })),
    ],
  };
}

/** Under what a button showed: the way back, and the other ways on. */
export function viewButtons(shown: ButtonAction, target: ButtonTarget): InlineKeyboardMarkup {
  const others = (["context", "article", "related"] as const).filter((action) => action !== shown);
  return { inline_keyboard: [[button("quote", target), ...others.map((action) => button(action, target))]] };
}

/** Under a page of an article: the pages beside it, and the way back where there is one. */
export function pageButtons(target: ButtonTarget, page: number, pages: number, hasBack: boolean): InlineKeyboardMarkup {
  const row = pageTurns(page, pages, (to) => ({ ...target, action: "article", page: to })).map(turnButton);
  const back = hasBack ? [[button("quote", target)]] : [];
  return { inline_keyboard: [...(row.length > 0 ? [row] : []), ...back] };
}

/** Under a page of a list: the pages beside it; null where the commands that show them are longer than buttons hold. */
export function listButtons(page: PageBlock, language: Language): InlineKeyboardMarkup | null {
  const turns = listTurns(page, { language, owner: null }, (data) => Buffer.byteLength(data) <= LONGEST_DATA);
  return turns.length === 0 ? null : { inline_keyboard: [turns.map(turnButton)] };
}

/** Questions to begin with, one a row. */
export function exampleButtons(
  questions: readonly string[],
  language: Language,
  version: string,
): InlineKeyboardMarkup {
  return {
    inline_keyboard: questions.map((text, i) => [
      { text, callback_data: writeButton({ action: "example", language, owner: null, target: version, page: i + 1 }) },
    ]),
  };
}

/** Questions that a refusal offers, one a row. The question itself is the button's text, so nothing has to hold it. */
export function suggestionButtons(
  questions: readonly string[],
  language: Language,
  owner: string | null,
): InlineKeyboardMarkup {
  return {
    inline_keyboard: questions.map((text, i) => [
      { text, callback_data: writeButton({ action: "suggestion", language, owner, target: "", page: i + 1 }) },
    ]),
  };
}

/** Puts keyboards under each other; null where there is none. */
export function joinKeyboards(keyboards: readonly InlineKeyboardMarkup[]): InlineKeyboardMarkup | null {
  return keyboards.length === 0 ? null : { inline_keyboard: keyboards.flatMap((one) => one.inline_keyboard) };
}

function turnButton({ label, data }: PageTurn): InlineKeyboardButton {
  return { text: label, callback_data: data };
}

function button(action: PassageAction, target: ButtonTarget): InlineKeyboardButton {
  const label = action === "quote" ? "back" : action;
  return { text: WORDS[label][target.language], callback_data: writeButton({ ...target, action, page: 1 }) };
}
