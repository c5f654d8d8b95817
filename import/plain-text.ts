import type { Draft, LeftOut, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { decodeText } from "./decode-text.ts";
import { linesOf } from "./layout/lines.ts";
import type { Line } from "./layout/lines.ts";
import { outlineOf } from "./layout/outline.ts";
import { PAGE_HEAD, withoutPageFurniture } from "./layout/page-furniture.ts";
import { paragraphsOf } from "./layout/paragraphs.ts";
import { nameOf } from "./source-name.ts";

/** Reads an issue from text without markup, by the layout of its lines. */
export async function readPlainText(bytes: Uint8Array, hints: ReadingHints): Promise<readonly Draft[]> {
  const { text, encoding } = await decodeText(bytes);
  return [draftOfText(text, `plain text in ${encoding}`, hints)];
}

/**
 * Makes an issue of a text that has nothing but its layout.
 *
 * @throws ImportError when there is no text.
 */
export function draftOfText(text: string, format: string, hints: ReadingHints): Draft {
  return draftOfLines(linesOf(text), format, hints);
}

/**
 * Makes an issue of the lines of a print, in reading order.
 *
 * @param alreadyOut What was left out of the print before.
 * @throws ImportError when there is no text.
 */
export function draftOfLines(
  print: readonly Line[],
  format: string,
  { fileName }: ReadingHints,
  alreadyOut: readonly LeftOut[] = [],
): Draft {
  const { lines, leftOut: furniture } = withoutPageFurniture(print);
  const leftOut = [...alreadyOut, ...furniture];
  const { paragraphs, joined } = paragraphsOf(lines);
  if (paragraphs.length === 0) throw new ImportError("holds no text; check that it is the right file");
  const outline = outlineOf(paragraphs, nameOf(fileName));
  return {
    title: outline.title ?? titleOfPages(leftOut),
    date: outline.date,
    language: null,
    source: null,
    articles: outline.articles,
    findings: { format, joined, leftOut: [...leftOut, ...outline.leftOut] },
  };
}

/** What the pages are headed with, without their numbers, is the name of the issue. */
function titleOfPages(leftOut: readonly LeftOut[]): string | null {
  const head = leftOut.find(({ text, why }) => why === PAGE_HEAD && /\p{L}/u.test(text) && !isAddress(text));
  return head?.text.replace(/[\s·|/-]+\d+[\s·|/-]*$/u, "") ?? null;
}

function isAddress(text: string): boolean {
  return /^(?:https?:|www\.)|^\S+@\S+$|^\S+\.[a-z]{2,}$/iu.test(text);
}
