import { englishKey } from "../lexicon/glossary.ts";
import type { Contrast, Side } from "../lexicon/cue-lexicon.ts";
import type { QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";

/** The sides of trade, each with its words: 出口 "exports", 进口 "imports", and 进出口, both together. */
export interface TradeSides {
  readonly all: Contrast;
  readonly exports: Side;
  readonly imports: Side;
  readonly total: Side;
}

/** The sides of trade as lexicon/cues.json has them among its contrasts; null where it hasn't. */
export function tradeSides({ lexicon }: Pick<Digest, "lexicon">): TradeSides | null {
  const sideIn = (sides: Contrast, word: string): Side | undefined => sides.find((side) => side.includes(word));
  for (const all of lexicon.cues.contrasts) {
    const [exports, imports, total] = [sideIn(all, "出口"), sideIn(all, "进口"), sideIn(all, "进出口")];
    if (exports !== undefined && imports !== undefined && total !== undefined) return { all, exports, imports, total };
  }
  return null;
}

/** A term for a side, as if it stood at a place of the question. */
export function termOfSide(side: Side, at: number): QueryTerm {
  const texts = side.map((word) => (/^[a-z]/u.test(word) ? englishKey(word) : word));
  return {
    surface: side[0] ?? "",
    alternatives: texts.map((text) => ({ text, isHan: /\p{Script=Han}/u.test(text), factor: 1 })),
    weight: 1,
    role: "concept",
    at,
  };
}
