import type { Lexicon } from "../fact/lexicon.ts";
import type { Period } from "../fact/mention.ts";
import { daysAfter, isSameInterval, yearBefore } from "../fact/period-calendar.ts";
import type { Query, QueryTerm } from "./query.ts";
import { STAGE } from "./stage.ts";

/** What a conversation keeps of its last turn. */
export interface Turn {
  readonly query: Query;
  /** The entity that the reply named, folded: what 他 or "it" may mean; null for figures and refusals. */
  readonly entity: QueryTerm | null;
  /** The article that the reply cited first. */
  readonly articleId: string | null;
}

/** A query that goes on from the turn before, or the query as it was. */
export interface Resumed {
  readonly query: Query;
  /** The article to prefer, where the question follows up an answer from it. */
  readonly articleId: string | null;
}

const LEADS =
  /^(?:那么?|还有|然后|后来|之后|接着|随后|其中|另外|and|what about|how about|then|or|also|but)(?![\p{L}])|^(?:那么?|还有|后来|之后|接着|随后|其中|另外)/u;
const PRONOUNS =
  /[它他她]们?|(?:这|那)(?:个|些|次|家|位|份|项)?(?!么|期)|该|其(?!他|它|实)|前者|后者|\b(?:it|its|they|them|their|he|his|him|she|her|that|this|those|these|there|the same)\b/u;
/** 平台给的理由是什么 "what reason did the platform give": whoever it was about goes by what it is. */
const ROLES =
  /^(?:公司|平台|企业|厂家|商家|店家|法院|警方|官方|当地|店主|老板|品牌方|the (?:company|platform|firm|court|police|shop|seller)\b)/u;
/** 前一年, "the year before": the asked year moves back by one. */
const SHIFT = /前一年|上一年|the (?:previous year|year before)|year earlier/u;
const PERSONAL = /[他她]们?|\b(?:he|his|him|she|her)\b/u;

/** Tells whether a question leans on the one before: 那进口呢？ "And imports?", a pronoun, or too little to stand alone. */
export function isFollowUp(query: Query): boolean {
  const text = query.folded.replace(/[?？!！。.\s]+$/u, "");
  const content = query.terms.filter((term) => term.role !== "generic");
  if (LEADS.test(text)) return content.length <= 3;
  if (text.endsWith("呢") && query.type === "statement") return true;
  if (PRONOUNS.test(text)) return content.length <= 3;
  if (ROLES.test(text) && !content.some(({ role }) => role === "name")) return content.length <= 3;
  return (
    query.type !== "contents" &&
    query.type !== "people" &&
    content.every(({ role }) => role === "light") &&
    query.folded.length <= (query.language === "zh" ? 14 : 40)
  );
}

/** Takes over what the turn before fixed and this question leaves open, and only that. */
export function resume(query: Query, last: Turn | null, lexicon: Lexicon): Resumed {
  if (last === null || !isFollowUp(query)) return { query, articleId: null };
  const isElliptic =
    query.type === "statement" ||
    (query.type === "list" && query.terms.length <= 1 && /^(?:and|what about|how about)/u.test(query.folded));
  const before = last.query;
  const own = SHIFT.test(query.folded)
    ? query.terms.filter((term) => !/^(?:前|上)?一年$|previous|before|earlier/u.test(term.surface))
    : query.terms;
  const kept = before.terms.filter((term) => !own.some((fresh) => replaces(fresh, term, before, lexicon, isElliptic)));
  const entity = last.entity !== null && (PERSONAL.test(query.folded) || kept.length === 0) ? [last.entity] : [];
  const terms =
    PERSONAL.test(query.folded) && last.entity !== null ? [...entity, ...own] : [...kept, ...entity, ...own];
  const fresh = new Set(query.terms);
  const taken = PERSONAL.test(query.folded) ? "" : kept.map((term) => term.surface).join(" ");
  return {
    articleId: last.articleId,
    query: {
      ...query,
      folded: `${taken} ${query.folded}`.trim(),
      wording: `${taken} ${query.wording}`.trim(),
      type: isElliptic ? typeTakenOver(query, before) : query.type,
      dimensions: isElliptic && !GROWTH.test(query.folded) ? before.dimensions : query.dimensions,
      counter: isElliptic ? before.counter : query.counter,
      focus: isElliptic
        ? before.focus !== null && kept.includes(before.focus)
          ? before.focus
          : (query.terms[0] ?? null)
        : query.focus,
      direction: query.direction ?? (isElliptic ? before.direction : null),
      base: query.base ?? baseAsked(query, before) ?? (isElliptic ? before.base : null),
      issue: query.issue ?? before.issue,
      periods: query.periods.some((period) => !isBase(query, period))
        ? goneBack(query, before)
        : shiftedPeriods(query, before).map((period) => ({ ...period, ...ELSEWHERE })),
      terms: terms.map((term) => (fresh.has(term) ? term : { ...term, weight: term.weight * 0.8 })),
    },
  };
}

/** 前一年呢 "and the year before?" moves the asked year back by one. */
function shiftedPeriods(query: Query, before: Query): Query["periods"] {
  if (!SHIFT.test(query.folded)) return before.periods;
  return before.periods.map((period) =>
    period.interval === null ? period : { ...period, interval: yearBefore(period.interval) },
  );
}

/** Where a period stands that the turn before named: nowhere in this question. */
const ELSEWHERE = { start: -1, end: -1 };

/** 比上个月高多少 "how much above the month before": the base of a change isn't the period that is asked about. */
function isBase({ folded }: Query, { start }: Period): boolean {
  return /(?:比|较|相比|than|from|over) ?$/u.test(folded.slice(0, start));
}

/** 同比呢 "and year on year?" after a figure asks for its growth. */
function typeTakenOver({ folded }: Query, before: Query): Query["type"] {
  return before.type === "quantity" && GROWTH.test(folded) ? "change" : before.type;
}

const GROWTH = /同比|环比|增长|增速|增幅|涨幅|降幅|\bgrowth\b|year[- ]on[- ]year/u;

/** 比去年6月高多少 "how much above June of last year" asks against the year before. */
function baseAsked(query: Query, before: Query): Query["base"] {
  const base = query.periods.find((period) => period.interval !== null && isBase(query, period))?.interval;
  const asked = before.periods.find(({ interval }) => interval !== null)?.interval;
  if (base == null || asked == null) return null;
  return base.from.slice(0, 4) === asked.from.slice(0, 4) ? "period" : "year";
}

/** 上个月呢 "and the month before?" after June means May, also where June is last month by the issue's date. */
function goneBack(query: Query, before: Query): Query["periods"] {
  const [own] = query.periods;
  const [last] = before.periods;
  const isSame =
    query.periods.length === 1 &&
    own?.interval != null &&
    isSameInterval(own.interval, last?.interval) &&
    MONTH_BACK.test(query.folded.slice(own.start, own.end));
  if (!isSame || own?.interval == null) return query.periods;
  const end = daysAfter(own.interval.from, -1);
  return [{ ...own, interval: { from: `${end.slice(0, 8)}01`, to: end } }];
}

const MONTH_BACK = /上个?月|前一?个?月|(?:last|previous) month|month before/u;

/** A new word replaces an old one of its class: another side of a contrast, another place, another measure. */
function replaces(fresh: QueryTerm, old: QueryTerm, before: Query, lexicon: Lexicon, isElliptic: boolean): boolean {
  if (fresh.surface === old.surface) return true;
  const isIn = (set: readonly string[], term: QueryTerm): boolean =>
    set.some((word) =>
      term.alternatives.some(
        (alternative) => alternative.text === word || (alternative.factor === 1 && alternative.text.includes(word)),
      ),
    );
  if (lexicon.cues.contrasts.some((contrast) => isIn(contrast.flat(), fresh) && isIn(contrast.flat(), old)))
    return true;
  const { placePattern } = lexicon.names;
  const isPlace = (term: QueryTerm): boolean =>
    term.alternatives.some((alternative) => placePattern.test(alternative.text));
  if (isPlace(fresh) && isPlace(old)) return true;
  if (STAGE.test(fresh.surface) && STAGE.test(old.surface)) return true;
  if (!isElliptic) return false;
  if (fresh.role === "name" && old.role === "name") return true;
  if (before.focus === old && fresh.role !== "name")
    return before.dimensions.includes("count") || measure(fresh) !== null;
  return measure(fresh) !== null && measure(fresh) === measure(old);
}

/** The last character of a measure word: 率, 额, 量, 数 … */
function measure(term: QueryTerm): string | null {
  return /[率额量数积价值比度]$/u.test(term.surface) ? "measure" : null;
}
