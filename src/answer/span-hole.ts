import type { Lexicon } from "../fact/lexicon.ts";
import type { Query } from "../question/query.ts";
import { spanTokens } from "./span-tokens.ts";
import type { SpanToken } from "./span-tokens.ts";

/** Where a sentence has the words that stand around the question's interrogative: what answers fills the hole between them. */
export interface Hole {
  /** How near the word before or after the interrogative stands to a token, looking left (−1) or right (1); 0 to 1. */
  readonly nearest: (side: "before" | "after", token: number, direction: 1 | -1) => number;
  /** Tells whether either stands in a run of tokens. */
  readonly isWithin: (first: number, last: number) => boolean;
}

/** Finds the hole of a question in a sentence. */
export function createHole(query: Query, tokens: readonly SpanToken[], lexicon: Lexicon): Hole {
  const { before, after } = wordsAround(query, lexicon);
  const places = { before: placesOf(before, tokens), after: placesOf(after, tokens) };
  const all = [...places.before, ...places.after];
  return {
    nearest: (side, token, direction) => {
      let best = 0;
      for (const place of places[side]) {
        const gap = (place - token) * direction;
        if (gap > 0) best = Math.max(best, 1 / gap);
      }
      return best;
    },
    isWithin: (first, last) => all.some((place) => place >= first && place <= last),
  };
}

/** The last telling word before the interrogative and the first after it. */
function wordsAround(
  { folded }: Query,
  { cues }: Lexicon,
): { readonly before: SpanToken | undefined; readonly after: SpanToken | undefined } {
  const at = folded.search(cues.interrogatives);
  if (at < 0) return { before: undefined, after: undefined };
  cues.interrogatives.lastIndex = 0;
  const length = cues.interrogatives.exec(folded)?.[0].length ?? 0;
  cues.interrogatives.lastIndex = 0;
  const wordsOf = (text: string): SpanToken[] =>
    spanTokens(text, { start: 0, end: text.length }, { wording: "" }, cues.stop).filter(
      (word) => !word.isMark && !word.isStop,
    );
  return { before: wordsOf(folded.slice(0, at)).at(-1), after: wordsOf(folded.slice(at + length))[0] };
}

function placesOf(word: SpanToken | undefined, tokens: readonly SpanToken[]): number[] {
  if (word === undefined) return [];
  return tokens.flatMap((token, i) =>
    token.text === word.text || (token.text.length > 3 && token.text.slice(0, 4) === word.text.slice(0, 4)) ? [i] : [],
  );
}
