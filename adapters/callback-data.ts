import type { Digest, Language } from "../src/index.ts";

/** What a button does. */
export type ButtonAction =
  | "quote"
  | "context"
  | "article"
  | "related"
  | "good"
  | "bad"
  | "example"
  | "suggestion"
  | "list";

/** What a button under a passage does. */
export type PassageAction = Exclude<ButtonAction, "example" | "suggestion" | "list">;

/** All that a button knows: nothing is kept beside it, so it works after a restart. */
export interface ButtonData {
  readonly action: ButtonAction;
  readonly language: Language;
  /** The id of who asked, in digits, where only they may press it; null where anybody may. */
  readonly owner: string | null;
  /** A passage of the digest; for an example the digest's version, for a suggestion nothing, for a list its command. */
  readonly target: string;
  /** A page, from 1; which one of examples and suggestions. */
  readonly page: number;
}

const LETTERS: Readonly<Record<ButtonAction, string>> = {
  quote: "q",
  context: "c",
  article: "a",
  related: "r",
  good: "g",
  bad: "b",
  example: "e",
  suggestion: "s",
  list: "l",
};

/**
 * Writes a button's data, that of a passage in ASCII and well within Telegram's 64 bytes and Discord's 100 characters:
 * `c:z:1nk2s:Ab3dE9xy.1a.3f:1`. A list's holds its command, `l:e:1nk2s:/search exports p2:2`, and may be too long.
 */
export function writeButton({ action, language, owner, target, page }: ButtonData): string {
  return [
    LETTERS[action],
    language === "zh" ? "z" : "e",
    owner === null ? "" : BigInt(owner).toString(36),
    target,
    page.toString(36),
  ].join(":");
}

/** Reads a button's data; null for what another version wrote. */
export function readButton(data: string): ButtonData | null {
  const match = /^(?<letter>[a-z]):(?<language>[ze]):(?<owner>[\da-z]*):(?<target>[^]*):(?<page>[\da-z]{1,4})$/u.exec(
    data,
  );
  const { letter = "", language, owner = "", target = "", page = "1" } = match?.groups ?? {};
  const action = (Object.keys(LETTERS) as ButtonAction[]).find((name) => LETTERS[name] === letter);
  if (match === null || action === undefined) return null;
  return {
    action,
    language: language === "z" ? "zh" : "en",
    owner: owner === "" ? null : fromBase36(owner),
    target,
    page: Number.parseInt(page, 36),
  };
}

/** The digest's version in a button: an example of another one is out of date. */
export function versionOf({ version }: Digest): string {
  return version.replaceAll(/[^\w-]/gu, "").slice(0, 8);
}

/** Ids of Discord have 64 bits, and a number holds 53. */
function fromBase36(digits: string): string {
  return Array.from(digits)
    .reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n)
    .toString();
}
