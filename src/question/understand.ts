import type { IssueDate } from "../digest/issue.ts";
import { findPeriods } from "../fact/period.ts";
import { findQuantities } from "../fact/quantity.ts";
import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Dimension, Quantity } from "../fact/mention.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import { fold } from "../text/fold.ts";
import { detectLanguage } from "../text/script.ts";
import { segment } from "../text/segmenter.ts";
import type { Span } from "../text/span.ts";
import { overlaps, slice } from "../text/span.ts";
import { holdsWord } from "../text/word-search.ts";
import type { Asked } from "./answer-type.ts";
import { askedDimensions, findAnswerType } from "./answer-type.ts";
import { findAskedIssue } from "./asked-issue.ts";
import { findAskedUnit } from "./asked-unit.ts";
import { contentTerms } from "./content-terms.ts";
import { lighten } from "./describing.ts";
import { findFocus } from "./focus.ts";
import { tidyQuestion } from "./tidy-question.ts";
import type { Query, QueryTerm } from "./query.ts";
import { STAGE } from "./stage.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Understands a question: what it asks for, what the text must speak of, when and where.
 *
 * @param reference - The date that 今年 or "last month" resolve against: the newest issue's.
 */
export function understand(
  question: string,
  reference: IssueDate | null,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): Query {
  const printed = tidyQuestion(question, lexicon, vocabulary);
  const folded = fold(printed);
  const language = detectLanguage(printed);
  const asking = withoutIndefinites(folded, lexicon);
  const asked = findAnswerType(asking, language, lexicon, vocabulary);
  const dates = findPeriods(folded, reference, lexicon.periods);
  const issue = findAskedIssue(folded, dates, lexicon.cues);
  const periods = dates.filter(
    (period) => ![...asked.cues, ...(issue === null ? [] : [issue])].some((span) => overlaps(span, period)),
  );
  const figures = findQuantities(folded, lexicon.quantities).filter(
    (quantity) => ![...periods, ...asked.cues].some((span) => overlaps(span, quantity)),
  );
  const quantities = figures.filter((quantity) => !isOneOfAMeasure(quantity, folded));
  const unit = asked.isYesNo ? null : findAskedUnit(asking, lexicon.quantities);
  const stated = figures.filter(({ start, end }) => !isStage(folded, start, end));
  const taken: Span[] = [asked.cues, issue ?? [], unit ?? [], periods, stated].flat();
  const correction = correctionCue(folded, lexicon);
  const content = lighten(contentTerms(printed, folded, taken, lexicon, vocabulary), folded, lexicon.names).map(
    (term) =>
      isKindAsked(term, folded, asked) || isKindByName(term, folded) || isPartOf(term, correction)
        ? { ...term, weight: Math.min(term.weight, KIND), role: "generic" as const }
        : term,
  );
  const counter = counterAfter(asking, asked.cues[0], lexicon);
  const keyword = measureAmongKeywords(asked, folded, content);
  const type = keyword !== undefined || asksForMeasure(asked, folded, content) ? "quantity" : asked.type;
  const found = keyword ?? findFocus(folded, type, asked.cues[0], content);
  const focus = found !== null && isMeasuringVerb(found, type) ? measuring(found) : found;
  return {
    question,
    printed,
    folded,
    wording: (issue === null ? folded : `${folded.slice(0, issue.start)} ${folded.slice(issue.end)}`).replaceAll(
      lexicon.cues.interrogatives,
      " ",
    ),
    language,
    type,
    isYesNo: asked.isYesNo,
    dimensions: asked.isYesNo
      ? []
      : unit === null || !IN_UNIT.has(type)
        ? dimensionsOf(asking, type, asked.cues[0], content)
        : [unit.dimension],
    counter: unit === null || slice(folded, unit) === counter ? counter : null,
    terms: content.map((term) => (term === found && focus !== null ? focus : term)),
    focus,
    issue,
    periods,
    quantities,
    direction: directionOf(folded, lexicon),
    base: /同比|[比较](?:上年|去年|前一年|上一年)|year[- ]on[- ]year|from a year|yoy/u.test(folded)
      ? "year"
      : /环比|比上月|较上月|month[- ]on[- ]month|previous month|from a month/u.test(folded)
        ? "period"
        : null,
    ordinal: ordinalOf(folded),
  };
}

/** 改成 in 改成多少了 says which figure is meant, and the text says it otherwise: 更正为 "corrected to". */
function correctionCue(folded: string, { cues }: Lexicon): Span | null {
  const cue = cues.corrections.asked.exec(folded);
  return cue === null ? null : { start: cue.index, end: cue.index + cue[0].length };
}

function isPartOf({ surface, at }: QueryTerm, span: Span | null): boolean {
  return span !== null && overlaps(span, { start: at, end: at + surface.length });
}

/** 第一阶段 "the first stage", 第二波: what a figure may be told of, and so a word of the question. */
function isStage(folded: string, start: number, end: number): boolean {
  return STAGE.test(folded.slice(start, end + 2));
}

/** 一公斤运费 "freight a kilogram": one of a measure says what a figure is per, and is none itself. */
function isOneOfAMeasure({ dimension, value, start }: Quantity, folded: string): boolean {
  return (
    dimension !== "duration" && value.gt(0) && /^一(?![十百千万亿半两二三四五六七八九.点成])/u.test(folded.slice(start))
  );
}

/** 那几天 "those days" → 那数天: as long, and nothing that asks. */
function withoutIndefinites(folded: string, { cues }: Lexicon): string {
  return folded.replaceAll(cues.indefinite, (words) => words.replace("几", "数"));
}

/** 亏了多少, 赚了多少: right before a question word a verb of one character is the measure, if it is said in longer words. */
function isMeasuringVerb({ surface, role, alternatives }: QueryTerm, type: AnswerType): boolean {
  return type === "quantity" && role === "generic" && /^\p{Script=Han}$/u.test(surface) && alternatives.length > 1;
}

function measuring(verb: QueryTerm): QueryTerm {
  return { ...verb, role: "light", weight: MEASURING };
}

/** How much hangs on a verb that is the measure. */
const MEASURING = 0.6;

/** The types that a named unit decides what they measure of. */
const IN_UNIT: ReadonlySet<AnswerType> = new Set(["quantity", "difference", "change"]);

/** 多少页 "how many pages": a thing right after the question word is counted, unless it is a measure (多少销售额). */
function dimensionsOf(
  folded: string,
  type: AnswerType,
  cue: Span | undefined,
  terms: readonly QueryTerm[],
): readonly Dimension[] {
  const isAsked = cue !== undefined && /(?:多少|几)$/u.test(folded.slice(cue.start, cue.end));
  const counted = type === "quantity" && isAsked ? terms.find((term) => term.at === cue.end) : undefined;
  return counted === undefined || MEASURE.test(counted.surface) || TRADE.test(headOf(counted, terms).surface)
    ? askedDimensions(folded, type)
    : ["count"];
}

/** The last term of the phrase that begins with one, as Chinese puts what it is about: 进出口 of 跨境电商进出口. */
function headOf(first: QueryTerm, terms: readonly QueryTerm[]): QueryTerm {
  const next = terms.find(({ at }) => at === first.at + first.surface.length);
  return next === undefined ? first : headOf(next, terms);
}

const MEASURE =
  /[额值量率费价款金钱资利税薪酬奖券亿万元点度吨米里斤钟]$|收入|利润|成本|面积|距离|比例|份额|规模|补贴|赔偿|罚款|损失|时间|销售|营收|gmv|[人户件次单]数|投资|融资|投入|产值|提成|抽成|分成|红包|回扣|奖励|让利|优惠|折扣|贡献|占比/u;

/** What is measured at the end of a phrase: how much was traded. */
const TRADE = /[进出]口$/u;

/** How much the kind of a thing weighs that is asked for by it. */
const KIND = 0.3;

/** 哪种水果 "which fruit": texts name the thing (脐橙 "navel oranges") and leave out what kind of thing it is. */
function isKindAsked(term: QueryTerm, folded: string, { type, cues }: Asked): boolean {
  const [cue] = cues;
  return (
    cue !== undefined &&
    type !== "organisation" &&
    term.role !== "name" &&
    /^(?:有|包括|要|来自|覆盖|面向)*(?:哪|何|which$|what$)/u.test(folded.slice(cue.start, cue.end)) &&
    term.at >= cue.end &&
    term.at <= cue.end + 1 &&
    KIND_WORDS.test(folded.slice(cue.start, cue.end))
  );
}

const KIND_WORDS = /(?:[种类块门样]|哪[一几]?[款项条个])$|^(?:which|what)$/u;

/** 哪个 BIP "which BIP" asks for one of a kind, and texts write it with its number: BIP352. */
function isKindByName({ role, surface, at }: QueryTerm, folded: string): boolean {
  const isAcronym = /^[a-z]{2,5}$/u.test(surface);
  return role === "name" && isAcronym && /(?:哪一?[个项条份种]|\bwhich|\bwhat) ?$/u.test(folded.slice(0, at));
}

/** 离岛免税 一季度 人均消费: keywords, one of which measures something, ask for its figure. */
function measureAmongKeywords(
  { type, cues }: Asked,
  folded: string,
  terms: readonly QueryTerm[],
): QueryTerm | undefined {
  if (type !== "statement" || cues.length > 0 || !/\p{Script=Han}\s+[\p{Script=Han}\d]/u.test(folded)) return undefined;
  return terms.findLast(({ surface, role }) => role !== "generic" && MEASURE.test(surface));
}

/** "What favourable rating …" asks for a figure: the word after the question word is a measure (好评率). */
function asksForMeasure({ type, cues }: Asked, folded: string, terms: readonly QueryTerm[]): boolean {
  const [cue] = cues;
  if (cue === undefined) return false;
  if (type === "statement")
    return WHAT_IS.test(folded.slice(cue.start, cue.end)) && askedDimensions(folded, type).length > 0;
  if (type !== "list") return false;
  const asked = terms.find((term) => term.at >= cue.end && term.at <= cue.end + 2);
  return (
    asked !== undefined &&
    asked.alternatives.some((alternative) =>
      /(?:率|比例|占比|额|面积|指数|数量|价格|规模)$|^(?:revenu|share|rate|price|profit|amount|sale|incom|cost|growth|percentag|turnov|salari|fee|dividend)$/u.test(
        alternative.text,
      ),
    )
  );
}

/** "What were exports …": of a measure it asks how much it was. */
const WHAT_IS = /\bwhat(?:'s| is| was| were| are)$/u;

function counterAfter(folded: string, cue: Span | undefined, { quantities }: Lexicon): string | null {
  if (cue === undefined) return null;
  const asked = /(?:多少|几)[万亿千百十]*/u.exec(folded.slice(cue.start, cue.end + 3));
  if (asked === null) return null;
  const after = folded.slice(cue.start + asked.index + asked[0].length);
  const unit = /^(?:个百分点|百分点|个点|点|元|人次|平方米|公里|吨|天|年|月|小时|(?<folk>号?人))/u.exec(after);
  if (unit !== null) return unit.groups?.["folk"] === undefined ? unit[0] : "人";
  const word = segment(after.slice(0, 6))[0]?.segment ?? "";
  return quantities.forms.get(word)?.some((form) => form.unit.dimension === "count") === true ? word : null;
}

function directionOf(folded: string, lexicon: Lexicon): Query["direction"] {
  const has = (list: readonly string[]): boolean => list.some((word) => holdsWord(folded, word, false));
  const up = has(lexicon.cues.directions.up);
  const down = has(lexicon.cues.directions.down);
  return up === down ? null : up ? "up" : "down";
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ["一", 1],
  ["二", 2],
  ["三", 3],
  ["四", 4],
  ["五", 5],
  ["六", 6],
  ["七", 7],
  ["八", 8],
  ["九", 9],
  ["十", 10],
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
] as const);

function ordinalOf(folded: string): number | null {
  const match =
    /第([一二三四五六七八九十]|\d{1,3})(?:篇|(?:条|则)(?:新闻|消息|报道|快讯|资讯)?(?=$|[\s的里中是讲说写提谈,，?？]|主要|大概|内容))|(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:article|story|item)|(?:article|story) (?:no\.? ?|number )?(\d{1,3})/u.exec(
      folded,
    );
  const word = match?.[1] ?? match?.[2] ?? match?.[3];
  return word === undefined ? null : (ORDINALS.get(word) ?? Number(word));
}
