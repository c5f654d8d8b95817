import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Mention } from "./mention.ts";

const CHANGE_WORDS =
  /^(?:其中|同比|环比|比|较|上月|去年同期|上年|增长|上升|上涨|下降|下滑|减少|增加|增幅|涨幅|降幅|增速|约|为|达|到|至|了|大幅|大|又|再|也|均|已|将|分别|占比?|而|则|并且?|且|up|down|and|or|from|to|a|an|rise|rose|grew|fell|of|by|about|\s|["'“”])*$/u;

/** Longer leads always name something; the bound also keeps the pattern's backtracking small. */
const LONGEST_LEAD = 30;

/** Tells whether a clause names nothing that its figure is about and leans on the clause before: 同比增长5.7%. */
export function leansOnClauseBefore(folded: string, mentions: readonly Mention[], clause: Span): boolean {
  const figure = mentions.find((mention) => mention.kind === "quantity" && contains(clause, mention));
  const lead = { start: clause.start, end: figure?.start ?? clause.end };
  let text = folded.slice(lead.start, lead.end);
  for (const mention of [...mentions].reverse()) {
    if (mention.kind === "period" && contains(lead, mention))
      text = text.slice(0, mention.start - lead.start) + text.slice(mention.end - lead.start);
  }
  if (text.length <= LONGEST_LEAD && CHANGE_WORDS.test(text))
    return figure === undefined || !startsWithCountedThing(folded, clause, figure);
  return false;
}

/** 超1000个商家店播销售额破亿元: a clause that begins with a count of things is about those things. */
function startsWithCountedThing(folded: string, clause: Span, figure: Span): boolean {
  return (
    /^\p{Script=Han}{2}/u.test(folded.slice(figure.end, clause.end)) &&
    !/[元%％点]$/u.test(folded.slice(figure.start, figure.end))
  );
}
