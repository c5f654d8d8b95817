import type Big from "big.js";
import type { Period, Quantity } from "../fact/mention.ts";
import { periodAt } from "../fact/context.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { RankedCandidate } from "./candidate.ts";
import { plain, QUALIFIERS, scaled } from "./number-words.ts";
import { confidenceOf } from "./confidence.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/** A figure computed from figures of the text. */
export interface Computation {
  /** The short answer, in the reply's language. */
  readonly answer: string;
  readonly expression: string;
  readonly result: string;
  /** The cited operands, in the order of the expression. */
  readonly operands: readonly RankedCandidate[];
  readonly confidence: number;
}

/** Answers comparisons and sums of two figures, and the value before a change; null where the question asks for neither. */
export async function compute(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  switch (query.type) {
    case "sum":
      return (await sumOf(query, digest)) ?? computeOnTwo(query, digest);
    case "difference":
    case "ratio":
    case "compare":
      return computeOnTwo(query, digest);
    case "share":
      return selection.confidence >= 0.5 && (selection.best?.fit ?? 0) >= 0.6 && (selection.best?.evidence.missingShare ?? 1) < 0.3 ? null : computeOnTwo(query, digest);
    case "change":
      return periodsCompared(query).length === 2 ? computeOnTwo({ ...query, type: "difference" }, digest) : null;
    case "time":
      return foundingYear(query, selection);
    default:
      return valueBefore(query, selection, digest);
  }
}

/** The two periods that a question sets against each other; 从2023年到2024年 is a range whose ends are meant. */
function periodsCompared(query: Query): Period[] {
  const [only] = query.periods;
  if (query.periods.length !== 1 || only === undefined || only.precision !== "years" || only.interval === null) return query.periods.filter((period) => period.interval !== null);
  return [only.interval.from, only.interval.to].map((date) => ({ ...only, precision: "year", interval: { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` } }));
}

/** 成立十周年 in an issue of 2025 means founded in 2015. */
function foundingYear(query: Query, selection: Selection): Computation | null {
  const { best } = selection;
  const year = best?.reading.issueDate?.year;
  if (best === undefined || year === undefined || !/成立|创办|创立|建立|设立|establish|found|set up/u.test(query.folded)) return null;
  const anniversary = best.sentence.mentions.find((mention): mention is Quantity => mention.kind === "quantity" && /周年|anniversary/u.test(best.reading.folded.slice(mention.start, mention.end + 12)));
  if (anniversary === undefined) return null;
  const printed = best.reading.article.text.slice(anniversary.start, anniversary.end);
  const founded = String(year - Number(plain(anniversary.value.gt(366) ? anniversary.value.div(365).round() : anniversary.value)));
  const answer = query.language === "zh" ? `${founded}年` : founded;
  return { answer, expression: `${year} − ${printed}`, result: answer, operands: [{ ...best, span: anniversary, mention: anniversary }], confidence: Math.min(0.9, best.coverage) };
}

/** Two terms that a question sets against each other, with the rest of its terms. */
interface Sides {
  readonly first: QueryTerm | null;
  readonly second: QueryTerm | null;
  readonly shared: readonly QueryTerm[];
}

const JOINTS = /^[^\p{L}]*(?:和|与|跟|比|占|对|是|及|或|还是|以及|同|、|and|than|or|to|of|with|versus|vs|as a share of|的|之和|加上?|加|减去?|相比于?|较|exceed|over|compared with)(?:[^\p{L}]*(?:the|in|of)?[^\p{L}]*)$/u;

/** Adds up three or more things that a question lists: 平台、服务商和高校加起来. */
async function sumOf(query: Query, digest: Digest): Promise<Computation | null> {
  const listed = longestRow(query);
  if (listed.length < 3) return null;
  const shared = query.terms.filter((term) => !listed.includes(term));
  const operands: Operand[] = [];
  let confidence = 1;
  for (const term of listed) {
    const { best, confidence: own } = await select(asFigureQuestion(query, [...shared, term], term), digest);
    const quantity = best === undefined ? null : quantityOf(best);
    if (best === undefined || quantity === null || operands.some(([other]) => other.span.start === best.span.start)) return null;
    operands.push([best, quantity]);
    confidence = Math.min(confidence, own);
  }
  const [first] = operands;
  if (first === undefined || operands.some(([, quantity]) => quantity.dimension !== first[1].dimension)) return null;
  const total = operands.reduce((sum, [, quantity]) => sum.plus(quantity.value), first[1].value.times(0));
  const about = operands.some(([, quantity]) => isRough(quantity)) ? QUALIFIERS.about[query.language] : "";
  const result = about + withUnit(total, first, query, false);
  return { answer: result, expression: operands.map((operand) => bare(operand)).join(" + "), result, operands: operands.map(([candidate]) => candidate), confidence };
}

/** The longest run of terms with nothing but joints between them. */
function longestRow(query: Query): QueryTerm[] {
  let best: QueryTerm[] = [];
  let row: QueryTerm[] = [];
  for (const term of query.terms) {
    const last = row.at(-1);
    const isJoined = last !== undefined && JOINTS.test(query.folded.slice(last.at + last.surface.length, term.at));
    row = isJoined ? [...row, term] : [term];
    if (row.length > best.length) best = row;
  }
  return best;
}

async function computeOnTwo(query: Query, digest: Digest): Promise<Computation | null> {
  const operands = periodsCompared(query).length === 2 ? await operandsByPeriod(query, digest) : await operandsByTerm(query, digest);
  if (operands === null) return null;
  const [a, b] = operands.map((selection) => selection.best);
  if (a === undefined || b === undefined) return null;
  const first = quantityOf(a);
  const second = quantityOf(b);
  if (first === null || second === null || a.span.start === b.span.start || !isComparable(first, second)) return null;
  const confidence = Math.min(...operands.map((selection) => selection.confidence));
  return combine(query, [a, first], [b, second], confidence, operands);
}

/** Finds the two terms that a joint word (和, 比, than) stands between, and asks for each alone. */
async function operandsByTerm(query: Query, digest: Digest): Promise<Selection[] | null> {
  for (const sides of sidesOf(query, digest)) {
    const selections: Selection[] = [];
    for (const side of [sides.first, sides.second]) {
      const terms = side === null ? sides.shared : [...sides.shared, side].sort((x, y) => x.at - y.at);
      selections.push(await select(asFigureQuestion(query, terms, side), digest));
    }
    const paired = pairOf(selections);
    if (paired !== null && paired.every((selection) => selection.confidence >= 0.4)) return paired;
  }
  return null;
}

/** How many candidates of each side are tried, and what a pair from one sentence gains. */
const PAIRED = 4;
const SAME_SENTENCE = 0.2;

/** The best two candidates for two sides; figures of one sentence belong together more likely. */
function pairOf([first, second]: readonly Selection[]): Selection[] | null {
  let best: { pair: readonly [RankedCandidate, RankedCandidate]; score: number } | null = null;
  for (const a of first?.ranked.slice(0, PAIRED) ?? []) {
    for (const b of second?.ranked.slice(0, PAIRED) ?? []) {
      if (a.mention === b.mention || !isOfItsSide(a) || !isOfItsSide(b) || quantityOf(a)?.dimension !== quantityOf(b)?.dimension) continue;
      const score = a.score + b.score + (a.sentence === b.sentence ? SAME_SENTENCE : 0);
      if (score > (best?.score ?? 0)) best = { pair: [a, b], score };
    }
  }
  if (best === null || first === undefined || second === undefined) return null;
  const [a, b] = best.pair;
  return [
    { ...first, best: a, confidence: confidenceOf(first.query, a) },
    { ...second, best: b, confidence: confidenceOf(second.query, b) },
  ];
}

/** A side's own word stands in the figure's clause or the one that it leans on. */
function isOfItsSide({ evidence }: RankedCandidate): boolean {
  return (evidence.focus ?? 1) >= 0.8;
}

function sidesOf(query: Query, digest: Digest): Sides[] {
  const found: Sides[] = [];
  const { contrasts } = digest.lexicon.cues;
  const contrastOf = (term: QueryTerm): number => contrasts.findIndex((set) => set.some((word) => term.alternatives.some((alternative) => alternative.factor > 0.8 && alternative.text.startsWith(word))));
  for (const [i, first] of query.terms.entries()) {
    for (const second of query.terms.slice(i + 1)) {
      const gap = query.folded.slice(first.at + first.surface.length, second.at);
      const isPair = JOINTS.test(gap) || (contrastOf(first) >= 0 && contrastOf(first) === contrastOf(second));
      if (!isPair) continue;
      const shared = query.terms.filter((term) => term !== first && term !== second);
      found.push({ first, second, shared });
    }
  }
  return found.sort((a, b) => Number(contrastPair(b, contrastOf)) - Number(contrastPair(a, contrastOf)));
}

function contrastPair(sides: Sides, contrastOf: (term: QueryTerm) => number): boolean {
  return sides.first !== null && sides.second !== null && contrastOf(sides.first) >= 0 && contrastOf(sides.first) === contrastOf(sides.second);
}

async function operandsByPeriod(query: Query, digest: Digest): Promise<Selection[]> {
  const selections: Selection[] = [];
  for (const period of periodsCompared(query)) selections.push(await select({ ...asFigureQuestion(query, query.terms, null), periods: [period] }, digest));
  return selections;
}

/** The question for one operand: how much it is. Contrasts are read from the terms that are left. */
function asFigureQuestion(query: Query, terms: readonly QueryTerm[], side: QueryTerm | null): Query {
  const growth = /增长|增速|增幅|涨幅|上升|快|慢|growth|grew|grow|faster|slower/u.test(query.folded);
  return {
    ...query,
    type: growth ? "change" : "quantity",
    folded: terms.map((term) => term.surface).join(" "),
    terms,
    focus: side,
    dimensions: /占比|份额|比例|百分点|率|share|percentage/u.test(query.folded) && query.type !== "share" ? ["percent"] : growth ? ["percent", "point"] : [],
    counter: null,
    direction: null,
  };
}

function quantityOf(candidate: RankedCandidate): Quantity | null {
  return candidate.mention?.kind === "quantity" ? candidate.mention : null;
}

/** Figures add up or compare in one unit; counts do whatever their measure words (家, 所). */
function isComparable(a: Quantity, b: Quantity): boolean {
  return a.dimension === b.dimension && (a.unit === b.unit || a.dimension === "count");
}

type Operand = readonly [RankedCandidate, Quantity];

function combine(query: Query, a: Operand, b: Operand, confidence: number, selections: readonly Selection[]): Computation | null {
  const [first, second] = [a[1], b[1]];
  const operands = [a[0], b[0]];
  const about = isRough(first) || isRough(second) ? QUALIFIERS.about[query.language] : "";
  const printedA = bare(a);
  const printedB = bare(b);
  const of = (expression: string, value: string): Computation => ({ answer: value, expression, result: value, operands, confidence });
  switch (query.type) {
    case "difference": {
      const [more, less] = first.value.gte(second.value) ? [a, b] : [b, a];
      return of(`${bare(more)} − ${bare(less)}`, about + withUnit(more[1].value.minus(less[1].value), more, query, true));
    }
    case "sum":
      return of(`${printedA} + ${printedB}`, about + withUnit(first.value.plus(second.value), a, query, false));
    case "ratio":
      return ratioOf(a, b, query, of);
    case "share":
      return shareOf(a, b, query, of);
    default: {
      const wantsLess = /更?(?:低|少|小|慢|短)|less|lower|smaller|slower|fewer/u.test(query.folded);
      const firstWins = wantsLess ? first.value.lt(second.value) : first.value.gt(second.value);
      const side = selections[firstWins ? 0 : 1]?.query;
      const period = selections.every((selection) => selection.query.periods.length === 1) && query.periods.length > 1 ? side?.periods[0] : undefined;
      if (period !== undefined) return of(`${printedA} ${first.value.gt(second.value) ? ">" : "<"} ${printedB}`, query.printed.slice(period.start, period.end));
      const winner = side?.focus?.surface ?? "";
      const sign = first.value.gt(second.value) ? ">" : first.value.lt(second.value) ? "<" : "=";
      const name = winner === "" ? bare(firstWins ? a : b) : printedSurface(query, winner);
      return { ...of(`${printedA} ${sign} ${printedB}`, name), answer: name };
    }
  }
}

/** 出口是进口的几倍: the first over the second; "as many as X were Y" turns round, and no ratio asked for is below one. */
function ratioOf(a: Operand, b: Operand, query: Query, of: (expression: string, value: string) => Computation): Computation | null {
  const [over, under] = a[1].value.lt(b[1].value) ? [b, a] : [a, b];
  if (under[1].value.eq(0)) return null;
  return of(`${bare(over)} ÷ ${bare(under)}`, `${QUALIFIERS.about[query.language]}${rounded(over[1].value.div(under[1].value), 2)}${query.language === "zh" ? "倍" : " times"}`);
}

/** A part of a whole: the smaller over the larger, in percent to one decimal. */
function shareOf(a: Operand, b: Operand, query: Query, of: (expression: string, value: string) => Computation): Computation | null {
  const [part, whole] = a[1].value.lte(b[1].value) ? [a, b] : [b, a];
  if (whole[1].value.eq(0)) return null;
  return of(`${bare(part)} ÷ ${bare(whole)}`, `${QUALIFIERS.about[query.language]}${rounded(part[1].value.div(whole[1].value).times(100), 1)}%`);
}

function printedSurface(query: Query, surface: string): string {
  const at = query.printed.toLowerCase().indexOf(surface);
  return at < 0 ? surface : query.printed.slice(at, at + surface.length);
}

function bare([candidate, quantity]: Operand): string {
  return candidate.reading.article.text.slice(quantity.bare.start, quantity.bare.end);
}

function isRough(quantity: Quantity): boolean {
  return quantity.qualifier !== null;
}

function rounded(value: Big, digits: number): string {
  return plain(value.round(digits));
}

/** Writes a computed value with the operands' unit as printed; the difference of two percentages is in points. */
function withUnit(value: Big, operand: Operand, query: Query, isDifference: boolean): string {
  const quantity = operand[1];
  if (quantity.dimension === "percent") {
    const digits = plain(value);
    return isDifference ? (query.language === "zh" ? `${digits}个百分点` : `${digits} percentage points`) : `${digits}%`;
  }
  if (quantity.dimension === "money") return query.language === "zh" ? `${scaled(value, "zh")}${unitTail(operand)}` : `${quantity.unit} ${scaled(value, "en")}`;
  return `${scaled(value, query.language)}${query.language === "zh" ? unitTail(operand) : ""}`;
}

/** The printed unit without number and scale: 元 of 1.03万亿元. */
function unitTail(operand: Operand): string {
  return bare(operand).replace(/^[\d.,]+\s*(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)?/u, "");
}

/**
 * The value before a change: 5月份指数 = 111.8点 − 0.2点 where the text has June's 111.8 and "0.2 up on the month before".
 * Only for the period right before, and a change whose base it is.
 */
async function valueBefore(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  const asked = query.periods.find((period) => period.interval !== null);
  const isOpen = query.type === "quantity" || query.type === "statement";
  if (!isOpen || asked?.interval == null || selection.best?.evidence.period === 1) return null;
  const terms = query.terms.filter((term) => !/增速|增幅|增长|倒推|推算|反推|growth/u.test(term.surface));
  const free = await select({ ...query, terms, periods: [], dimensions: [], type: "quantity" }, digest);
  for (const candidate of free.ranked.slice(0, 3)) {
    const level = quantityOf(candidate);
    if (level === null || level.change !== null || level.dimension === "percent") continue;
    const period = periodAt(candidate.reading, candidate.sentence, candidate.span.start);
    const base = period === null || period.interval === null ? null : baseBetween(asked.interval, period.interval);
    if (base === null) continue;
    const change = candidate.sentence.mentions.find((mention): mention is Quantity => mention.kind === "quantity" && mention.change !== null && mention.start > candidate.span.start && (mention.change.base ?? base) === base);
    if (change === undefined || change.change === null) continue;
    const operand: RankedCandidate = { ...candidate, span: { start: change.start, end: change.end }, mention: change };
    const expression = beforeChange([candidate, level], [operand, change]);
    if (expression === null) continue;
    const about = isRough(level) || isRough(change) || !expression.exact ? QUALIFIERS.about[query.language] : "";
    const value = about + withUnit(expression.value, [candidate, level], query, false);
    return { answer: value, expression: expression.text, result: value, operands: [candidate, operand], confidence: confidenceOf({ ...query, terms, periods: [] }, candidate) * 0.95 };
  }
  return null;
}

/** Which base leads from one period to another: a month earlier → period, a year earlier → year. */
function baseBetween(asked: { from: string; to: string }, known: { from: string; to: string }): "year" | "period" | null {
  if (asked.from.slice(5) === known.from.slice(5) && asked.to.slice(5) === known.to.slice(5) && Number(asked.from.slice(0, 4)) === Number(known.from.slice(0, 4)) - 1) return "year";
  const dayAfter = new Date(Date.parse(`${asked.to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return dayAfter === known.from && asked.from.slice(0, 7) !== known.from.slice(0, 7) && asked.from.endsWith("-01") ? "period" : null;
}

function beforeChange(level: Operand, change: Operand): { value: Big; text: string; exact: boolean } | null {
  const isUp = change[1].change?.direction !== "down";
  if (change[1].dimension === "percent") {
    const factor = change[1].value.div(100).times(isUp ? 1 : -1).plus(1);
    if (factor.lte(0)) return null;
    return { value: roundedLike(level[1], level[1].value.div(factor)), text: `${bare(level)} ÷ (1 ${isUp ? "+" : "−"} ${bare(change)})`, exact: false };
  }
  if (change[1].unit !== level[1].unit) return null;
  const value = isUp ? level[1].value.minus(change[1].value) : level[1].value.plus(change[1].value);
  return { value, text: `${bare(level)} ${isUp ? "−" : "+"} ${bare(change)}`, exact: true };
}

/** Rounds to four significant digits: no more than a growth rate can carry. */
function roundedLike(_level: Quantity, value: Big): Big {
  return value.prec(4);
}
