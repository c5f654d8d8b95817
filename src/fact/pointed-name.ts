import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { segment } from "../text/segmenter.ts";
import type { Span } from "../text/span.ts";
import type { Name } from "./mention.ts";
import { postBefore } from "./post-before.ts";

/** So many UTF-16 units beyond a name are cut into words to see where it ends. */
const WINDOW = 8;

/**
 * Finds foreign names of several parts by the points between them, whatever stands around them: 采购商卢卡斯·莫拉莱斯一口气订了
 * "Lucas Morales, a buyer, ordered at one go". A post before the name and words after it may be written with the same
 * characters.
 */
export function findPointedNames(folded: string, lexicon: NameLexicon): Name[] {
  return [...folded.matchAll(lexicon.pointedName)].flatMap(({ 0: text, index }) => {
    const point = index + text.indexOf("·");
    const lastPoint = index + text.lastIndexOf("·");
    const start = beginning(folded, { start: index, end: point }, lexicon);
    const end = ending(folded, { start: lastPoint + 1, end: index + text.length });
    return start !== null && end !== null && start < point && end > lastPoint + 1 && folded.charAt(end) !== "·"
      ? [{ kind: "person" as const, start, end, title: postBefore(folded, start, lexicon) }]
      : [];
  });
}

/**
 * Where a name begins: after a post or another word that reaches into the run (总经理|理查德). Null where the character
 * before it belongs to the name and is none that names are usually written with.
 */
function beginning(folded: string, run: Span, { titlesWithin }: NameLexicon): number | null {
  const from = Math.max(0, run.start - WINDOW);
  const before = folded.slice(from, run.end);
  const posts = [...before.matchAll(titlesWithin)];
  const post = posts
    .map((match) => from + match.index + match[0].length)
    .find((end) => end >= run.start && end < run.end);
  if (post !== undefined) return post;
  if (folded.charAt(run.start - 1) === "人") return run.start;
  const words = segment(before).map(({ index, segment: text }) => ({ start: from + index, text }));
  const word = words.find(({ start, text }) => start < run.start && start + text.length >= run.start);
  const wordEnd = word === undefined ? run.start : word.start + word.text.length;
  if (wordEnd === run.start && word !== undefined && /^[\u4e00-\u9fff]$/u.test(word.text) && !LEADS.test(word.text))
    return null;
  return wordEnd + (JOINS.exec(folded.slice(wordEnd, run.end))?.[0].length ?? 0);
}

/** Characters that stand before a name as words of their own. */
const LEADS = /^[的是由和与及在被把对向从给让跟同为名位请将]$/u;

/** Characters of names that are words at a name's beginning or end: 1788年|詹姆斯·赫顿, 哈桑|曾. */
const JOINS = /^[及年]/u;
const FOLLOWS = /[曾及]$/u;

/**
 * Where a name ends: before a word that begins with characters of names, 莫拉莱斯|大力推广. Null where a character after it
 * belongs to the name and is none that names are usually written with.
 */
function ending(folded: string, run: Span): number | null {
  const words = segment(folded.slice(run.start, run.end + WINDOW)).map(({ index, segment: text }) => ({
    start: run.start + index,
    end: run.start + index + text.length,
    text,
  }));
  const crossing = words.find((word) => word.start < run.end && word.end > run.end);
  const next = words.find((word) => word.start === run.end)?.text ?? "";
  if (/^[\u4e00-\u9fff]$/u.test(next) && !AFTER.test(next)) return null;
  const end = crossing?.start ?? run.end;
  return end - (FOLLOWS.exec(folded.slice(run.start, end))?.[0].length ?? 0);
}

/** Characters that stand after a name as words of their own. */
const AFTER =
  /^[的了着过在是和与或也就还将把被让对从向由为则说称讲等于并以出去来用又给率任一两三四几每这那其之今去前后时先担执获打带买卖订推跑做找住开有没不很才正已再连同随比]$/u;
