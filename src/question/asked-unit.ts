import type { Dimension } from "../fact/mention.ts";
import type { QuantityLexicon } from "../fact/quantity-lexicon.ts";
import type { Span } from "../text/span.ts";

/** The unit that a question names after "how many": 多少美金 "how many dollars". The span is the unit's words. */
export interface AskedUnit extends Span {
  readonly dimension: Dimension;
}

/** Finds the unit that an answer is asked in; null where things are counted (多少家) or none is named. */
export function findAskedUnit(folded: string, lexicon: QuantityLexicon): AskedUnit | null {
  for (const pattern of [ASKED, ASKED_LAST]) {
    const asked = pattern.exec(folded);
    const unit = asked === null ? null : unitAt(folded, asked.index + asked[0].length, lexicon);
    if (unit !== null) return unit;
  }
  return null;
}

function unitAt(folded: string, start: number, { forms, longestForm }: QuantityLexicon): AskedUnit | null {
  for (let end = Math.min(folded.length, start + longestForm); end > start; end--) {
    if (/^[a-z]/u.test(folded.slice(end)) && /[a-z]$/u.test(folded.slice(start, end))) continue;
    const unit = forms.get(folded.slice(start, end))?.find(({ isAlone }) => !isAlone)?.unit;
    if (unit !== undefined) return COUNTED.has(unit.dimension) ? null : { start, end, dimension: unit.dimension };
  }
  return null;
}

const ASKED = /(?:多少|几)[万亿千百十]*|\bhow many (?:(?:thousand|million|billion|trillion) )?(?:of )?/u;

/** "By how much …, in pounds?" says it at the end. */
const ASKED_LAST = /\bhow (?:much|many)\b.*, in (?=[a-z ]{2,20}[?？.]*$)/u;

/** Words that are units of little more than a count. */
const COUNTED: ReadonlySet<Dimension> = new Set(["count", "ordinal", "ratio", "percent", "point"]);
