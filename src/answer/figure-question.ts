import type { Query, QueryTerm } from "../question/query.ts";

/** Words that compare the two figures and say nothing of either. */
const COMPARATIVE = /^(?:larger|bigger|higher|lower|smaller|faster|slower|greater|fewer|更[大小高低多少快慢])$/u;

/** The question for one operand: how much it is. Contrasts are read from the terms that are left. */
export function asFigureQuestion(query: Query, asked: readonly QueryTerm[], side: QueryTerm | null): Query {
  const terms = asked.filter((term) => term === side || !COMPARATIVE.test(term.surface));
  const growth = GROWTH.test(query.folded);
  return {
    ...query,
    type: growth ? "change" : "quantity",
    folded: terms.map((term) => term.surface).join(" "),
    wording: terms.map((term) => term.surface).join(" "),
    terms,
    focus: side,
    dimensions:
      /占比|份额|比例|百分点|率|share|percentage/u.test(query.folded) && query.type !== "share"
        ? ["percent"]
        : growth
          ? ["percent", "point"]
          : query.type === "difference" && query.dimensions.length === 1
            ? query.dimensions
            : [],
    counter: null,
    direction: null,
  };
}

/** Asks for growth rates; 快 and 慢 only where they compare, not in 快递 "express parcels". */
const GROWTH =
  /增长|增速|增幅|涨幅|上升|[更得最较][快慢]|[快慢](?:了|多少|几|一?些|一?点|于)|[快慢](?=[?？]?$)|growth|grew|grow|faster|slower/u;

/** The question for the level of what it speaks of, whatever it asks to do with it. */
export function asLevelQuestion(query: Query, terms: readonly QueryTerm[], metric: QueryTerm | null): Query {
  const isAmount = query.type === "difference" || query.type === "change";
  const dimensions = query.dimensions.length === 1 && isAmount ? query.dimensions : [];
  return { ...asFigureQuestion(query, terms, metric), type: "quantity", dimensions, quantities: [] };
}
