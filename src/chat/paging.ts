import type { Language } from "../text/script.ts";
import type { EntryBlock, PageBlock } from "./document.ts";

/** A part of a list. */
export interface Page<T> {
  readonly shown: readonly T[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** How much a page holds; one that is longer than a page stands on a page of its own. */
export interface PageSize<T> {
  /** How many at most. */
  readonly most?: number;
  /** How long they are together, in UTF-16 units: where it isn't said, what a chat message takes. */
  readonly longest?: number;
  readonly lengthOf: (one: T) => number;
}

/** What a command was given: words, and the page of a longer answer. */
export interface Argument {
  readonly words: string;
  /** From 1. */
  readonly page: number;
}

/** What a chat message takes of a list, in UTF-16 units: half of its room, for every sign may have to be escaped. */
const LONGEST = 2000;
/** What stands around an entry's label and text. */
const AROUND_ENTRY = 8;

/** `p2`, `page 2` and 第2页 at the end: a bare number may be a word that is searched for (iPhone 15). */
const PAGE_WORDS = /(?:^|\s)(?:p|page\s*|第\s*)(\d{1,5})\s*页?$/iu;

/** Parts the words of a command's argument from the page. */
export function readArgument(argument: string): Argument {
  const plain = argument.normalize("NFKC").trim();
  const match = PAGE_WORDS.exec(plain);
  if (match === null) return { words: argument.trim(), page: 1 };
  return { words: plain.slice(0, match.index).trim(), page: Number(match[1]) };
}

/** Cuts a page out of a list; a page that there isn't is the nearest that there is. */
export function pageOf<T>(all: readonly T[], wanted: number, size: PageSize<T>): Page<T> {
  const cut = cutPages(all, size);
  const pages = Math.max(1, cut.length);
  const page = Math.min(Math.max(1, wanted), pages);
  return { shown: cut[page - 1] ?? [], page, pages };
}

function cutPages<T>(all: readonly T[], { most = Infinity, longest = LONGEST, lengthOf }: PageSize<T>): T[][] {
  const pages: T[][] = [];
  let held = 0;
  for (const one of all) {
    const last = pages.at(-1);
    const length = lengthOf(one);
    if (last !== undefined && last.length < most && held + length <= longest) {
      last.push(one);
      held += length;
    } else {
      pages.push([one]);
      held = length;
    }
  }
  return pages;
}

/** How long an entry of a list is, in UTF-16 units. */
export function lengthOfEntry({ label, text }: Pick<EntryBlock, "label" | "text">): number {
  return label.length + text.length + AROUND_ENTRY;
}

/**
 * Says which page is shown; nothing where there is only one.
 *
 * @param command - What shows the list, as it is typed: `/articles 2025-07`.
 * @param mark - What stands before the page's number.
 */
export function pageBlock(
  { page, pages }: Omit<Page<unknown>, "shown">,
  command: string,
  language: Language,
  mark = "p",
): PageBlock[] {
  if (pages === 1) return [];
  const previous = page > 1 ? `${command} ${mark}${page - 1}` : null;
  const next = page < pages ? `${command} ${mark}${page + 1}` : null;
  const words = WORDS[language];
  const ways = [
    ...(previous === null ? [] : [words.previous + previous]),
    ...(next === null ? [] : [words.next + next]),
  ];
  return [{ kind: "page", text: [words.page(page, pages), ...ways].join(" · "), page, pages, previous, next }];
}

const WORDS = {
  zh: {
    page: (page: number, pages: number): string => `第 ${page}/${pages} 页`,
    previous: "上一页：",
    next: "下一页：",
  },
  en: {
    page: (page: number, pages: number): string => `Page ${page} of ${pages}`,
    previous: "previous: ",
    next: "next: ",
  },
} as const;
