import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import type { Mention, Name } from "./mention.ts";

/** People and organisations are introduced once and then go by their name alone: the shortest name that is looked for again. */
const SHORTEST = { person: 2, organisation: 3 };

/**
 * Finds the people and organisations of an article again in the paragraphs that don't introduce them.
 *
 * @param mentions - What was found in each block; spans point into the article's text.
 */
export function withRepeatedNames(
  folded: string,
  mentions: readonly (readonly Mention[])[],
  blocks: readonly Span[],
): Mention[][] {
  const names = introduced(folded, mentions.flat());
  return mentions.map((own, i) => {
    const block = blocks[i];
    return block === undefined || own.length === 0 ? [...own] : [...own, ...repeatsIn(folded, block, own, names)];
  });
}

/** Each name once, longest first. */
function introduced(folded: string, mentions: readonly Mention[]): Map<string, "person" | "organisation"> {
  const names = new Map<string, "person" | "organisation">();
  for (const { kind, start, end } of mentions)
    if ((kind === "person" || kind === "organisation") && end - start >= SHORTEST[kind])
      names.set(folded.slice(start, end), kind);
  return new Map([...names].sort(([a], [b]) => b.length - a.length));
}

function repeatsIn(
  folded: string,
  block: Span,
  own: readonly Mention[],
  names: ReadonlyMap<string, "person" | "organisation">,
): Name[] {
  const found: Name[] = [];
  const isTaken = (span: Span): boolean =>
    found.some((other) => overlaps(other, span)) ||
    own.some(({ kind, ...other }) => (kind === "person" || kind === "organisation") && overlaps(other, span));
  for (const [name, kind] of names) {
    for (let at = folded.indexOf(name, block.start); at >= 0 && at < block.end; at = folded.indexOf(name, at + 1)) {
      const repeat: Name = { kind, start: at, end: at + name.length, title: null };
      if (repeat.end <= block.end && !isTaken(repeat) && !isInsideWord(folded, repeat)) found.push(repeat);
    }
  }
  return found;
}

/** A Latin name inside a longer word is no name. */
function isInsideWord(folded: string, { start, end }: Span): boolean {
  const isLetter = (at: number): boolean => /[a-z\d]/u.test(folded.charAt(at));
  return (isLetter(start - 1) && isLetter(start)) || (isLetter(end) && isLetter(end - 1));
}
