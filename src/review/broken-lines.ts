import type { Article, Block } from "../digest/issue.ts";

/** A shorter paragraph may be a byline or a heading of its own, which ends without a mark. */
const SHORTEST = 20;
/** How much of each side is shown. */
const SHOWN = 12;

/** Latin text that goes on: no mark at its end, or a hyphen; and a small letter after it. */
const LATIN = { end: /[\p{Script=Latin}\d,;–—-]$/u, start: /^\p{Ll}[\p{Ll}'’-]*[\s,.;:]/u };
/** Chinese text that goes on: a mark in it, for a heading has none, a character at its end and one after it. */
const HAN = { end: /[，。；,;].*[\p{Script=Han}\d,，、]$/su, start: /^[\p{Script=Han},，、。；]/u };

/**
 * Finds paragraphs that end in a sentence which the next one goes on with, as copies from print often have them, and
 * shows the place: 进出口约1.32 / 万亿元.
 */
export function brokenLines({ text, blocks }: Article): string[] {
  return blocks.flatMap((block, i) => {
    const next = blocks[i + 1];
    if (next === undefined || !isParagraph(block) || !isParagraph(next)) return [];
    const before = text.slice(block.start, block.end).trimEnd();
    const after = text.slice(next.start, next.end).trimStart();
    return goesOn(before, after) ? [`${lastOf(before)} / ${firstOf(after)}`] : [];
  });
}

function isParagraph({ kind }: Block): boolean {
  return kind === "paragraph";
}

function goesOn(before: string, after: string): boolean {
  if (before.length < SHORTEST) return false;
  if (LATIN.start.test(after)) return LATIN.end.test(before);
  return HAN.end.test(before) && HAN.start.test(after);
}

function lastOf(text: string): string {
  return Array.from(text).slice(-SHOWN).join("");
}

function firstOf(text: string): string {
  return Array.from(text).slice(0, SHOWN).join("");
}
