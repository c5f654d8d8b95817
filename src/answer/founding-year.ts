import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Computation } from "./computation.ts";
import { plain } from "./number-words.ts";
import type { Selection } from "./selection.ts";

/** 成立十周年 in an issue of 2025 means founded in 2015. */
export function foundingYear(query: Query, selection: Selection): Computation | null {
  const { best } = selection;
  const year = best?.reading.issueDate?.year;
  if (
    best === undefined ||
    year === undefined ||
    !/成立|创办|创立|建立|设立|establish|found|set up/u.test(query.folded)
  )
    return null;
  const anniversary = best.sentence.mentions.find(
    (mention): mention is Quantity =>
      mention.kind === "quantity" &&
      /周年|anniversary/u.test(best.reading.folded.slice(mention.start, mention.end + 12)),
  );
  if (anniversary === undefined) return null;
  const printed = best.reading.article.text.slice(anniversary.start, anniversary.end);
  const founded = String(
    year - Number(plain(anniversary.value.gt(366) ? anniversary.value.div(365).round() : anniversary.value)),
  );
  const answer = query.language === "zh" ? `${founded}年` : founded;
  return {
    answer,
    expression: `${year} − ${printed}`,
    result: answer,
    operands: [{ ...best, span: anniversary, mention: anniversary }],
    confidence: Math.min(0.9, best.coverage),
  };
}
