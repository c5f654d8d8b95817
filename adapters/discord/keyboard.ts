import type { APIButtonComponentWithCustomId } from "discord.js";
import { ButtonStyle, ComponentType } from "discord.js";
import type { Language, PageBlock } from "../../src/index.ts";
import type { ButtonAction, ButtonData, PassageAction } from "../callback-data.ts";
import { writeButton } from "../callback-data.ts";
import { WORDS } from "../chat-words.ts";
import type { PageTurn } from "../page-turns.ts";
import { listTurns, pageTurns } from "../page-turns.ts";
import type { ButtonRow } from "./outgoing.ts";
import { oneLine } from "./render.ts";

/** Longest label of a button. */
const LONGEST_LABEL = 80;
/** Longest data of a button. */
const LONGEST_ID = 100;

/** What the buttons under a message lead to, and who may press them. */
export type ButtonTarget = Pick<ButtonData, "language" | "owner" | "target">;

/** Under an answer: its context, its article, what else that says; and whether it was good. */
export function answerButtons(target: ButtonTarget): ButtonRow[] {
  return [
    row((["context", "article", "related"] as const).map((action) => button(action, target))),
    row((["good", "bad"] as const).map((action) => button(action, { ...target, owner: null }))),
  ];
}

/** Under what a button showed: the way back, and the other ways on. */
export function viewButtons(shown: ButtonAction, target: ButtonTarget): ButtonRow[] {
  const others = (["context", "article", "related"] as const).filter((action) => action !== shown);
  return [row([button("quote", target), ...others.map((action) => button(action, target))])];
}

/** Under a page of an article: the pages beside it, and the way back where there is one. */
export function pageButtons(target: ButtonTarget, page: number, pages: number, hasBack: boolean): ButtonRow[] {
  const buttons = [
    ...(hasBack ? [button("quote", target)] : []),
    ...pageTurns(page, pages, (to) => ({ ...target, action: "article", page: to })).map(turnButton),
  ];
  return buttons.length === 0 ? [] : [row(buttons)];
}

/** Under a page of a list: the pages beside it; none where the commands that show them are longer than buttons hold. */
export function listButtons(page: PageBlock, whose: Pick<ButtonData, "language" | "owner">): ButtonRow[] {
  const turns = listTurns(page, whose, ({ length }) => length <= LONGEST_ID);
  return turns.length === 0 ? [] : [row(turns.map(turnButton))];
}

/** Questions to begin with, one a row. */
export function exampleButtons(questions: readonly string[], language: Language, version: string): ButtonRow[] {
  return questions.map((question, i) =>
    row([withLabel(question, writeButton({ action: "example", language, owner: null, target: version, page: i + 1 }))]),
  );
}

function button(action: PassageAction, target: ButtonTarget): APIButtonComponentWithCustomId {
  const label = action === "quote" ? "back" : action;
  return withLabel(WORDS[label][target.language], writeButton({ ...target, action, page: 1 }));
}

function turnButton({ label, data }: PageTurn): APIButtonComponentWithCustomId {
  return withLabel(label, data);
}

function withLabel(label: string, data: string): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: oneLine(label, LONGEST_LABEL),
    custom_id: data,
  };
}

function row(components: APIButtonComponentWithCustomId[]): ButtonRow {
  return { type: ComponentType.ActionRow, components };
}
