import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Computation, Operand } from "./computation.ts";
import { bare, isComparable, isRough, quantityOf, rounded, withUnit } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { foundingYear } from "./founding-year.ts";
import { QUALIFIERS } from "./number-words.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";
import { asFigureQuestion, longestRow, operandsByPeriod, operandsByTerm, periodsCompared } from "./sides.ts";
import { increaseOver, valueBefore } from "./value-before.ts";

/** Answers comparisons and sums of two figures, and the value before a change; null where the question asks for neither. */
export async function compute(query: Query, selection: Selection, digest: Digest): Promise<Computation | null> {
  switch (isSumOfRow(query) ? "sum" : query.type) {
    case "sum":
      return (await sumOf(query, digest)) ?? computeOnTwo({ ...query, type: "sum" }, digest);
    case "difference":
      return (await computeOnTwo(query, digest)) ?? increaseOver(query, digest);
    case "ratio":
    case "compare":
      return computeOnTwo(query, digest);
    case "share":
      return selection.confidence >= 0.5 &&
        (selection.best?.fit ?? 0) >= 0.6 &&
        (selection.best?.evidence.missingShare ?? 1) < 0.3
        ? null
        : computeOnTwo(query, digest);
    case "change":
      return periodsCompared(query).length === 2 || EXCEEDS.test(query.folded)
        ? computeOnTwo({ ...query, type: "difference" }, digest)
        : null;
    case "time":
      return foundingYear(query, selection);
    default:
      return valueBefore(query, selection, digest);
  }
}

/** Wordings that ask by how much one growth is above another. */
const EXCEEDS = /\b(?:exceed|outpace|faster than|higher than|more than)|比.+(?:高|多|快)|高出|快于|高于/u;

/** 头部达人和中小达人共贡献了多少: a row of things, and a word for all of them. */
function isSumOfRow(query: Query): boolean {
  return (
    (query.type === "quantity" || query.type === "share") &&
    longestRow(query).length > 1 &&
    /共|合计|加起来|in total|altogether|combined|together/u.test(query.folded)
  );
}

/** Adds up three or more things that a question lists: 平台、服务商和高校加起来. */
async function sumOf(query: Query, digest: Digest): Promise<Computation | null> {
  const listed = longestRow(query);
  if (listed.length < 3) return null;
  const shared = query.terms.filter((term) => !listed.includes(term));
  const selections: Selection[] = [];
  for (const term of listed) selections.push(await select(asFigureQuestion(query, [...shared, term], term), digest));
  const operands = ofOneSentence(selections);
  if (operands === null) return null;
  const confidence = Math.min(
    ...selections.map(({ query: asked, ranked }, i) => confidenceOf(asked, operands[i]?.[0], ranked, digest)),
  );
  const [first] = operands;
  if (first === undefined || operands.some(([, quantity]) => quantity.dimension !== first[1].dimension)) return null;
  const total = operands.reduce((sum, [, quantity]) => sum.plus(quantity.value), first[1].value.times(0));
  const about = operands.some(([, quantity]) => isRough(quantity)) ? QUALIFIERS.about[query.language] : "";
  const result = about + withUnit(total, first, query, false);
  return {
    answer: result,
    expression: operands.map((operand) => bare(operand)).join(" + "),
    result,
    operands: operands.map(([candidate]) => candidate),
    confidence,
  };
}

/** The figures of a row of things that stand together in one sentence; of several sentences, they may count unlike things. */
function ofOneSentence(selections: readonly Selection[]): Operand[] | null {
  for (const { sentence } of selections[0]?.ranked.slice(0, TRIED) ?? []) {
    const operands = selections.flatMap(({ ranked }): Operand[] => {
      const best = ranked.find(
        (candidate) => candidate.sentence === sentence && (candidate.evidence.focus ?? 1) >= 0.8,
      );
      const quantity = best === undefined ? null : quantityOf(best);
      return best === undefined || quantity === null ? [] : [[best, quantity]];
    });
    const places = new Set(operands.map(([{ span }]) => span.start));
    if (operands.length === selections.length && places.size === operands.length) return operands;
  }
  return null;
}

/** How many sentences of the first thing are tried. */
const TRIED = 4;

async function computeOnTwo(query: Query, digest: Digest): Promise<Computation | null> {
  const operands =
    periodsCompared(query).length === 2 ? await operandsByPeriod(query, digest) : await operandsByTerm(query, digest);
  if (operands === null) return null;
  const [a, b] = operands.map((selection) => selection.best);
  if (a === undefined || b === undefined) return null;
  const first = quantityOf(a);
  const second = quantityOf(b);
  const isSame = a.reading === b.reading && a.span.start === b.span.start;
  if (first === null || second === null || isSame || !isComparable(first, second)) return null;
  const confidence = Math.min(...operands.map((selection) => selection.confidence));
  return combine(query, [a, first], [b, second], confidence, operands);
}

function combine(
  query: Query,
  a: Operand,
  b: Operand,
  confidence: number,
  selections: readonly Selection[],
): Computation | null {
  const [first, second] = [a[1], b[1]];
  const operands = [a[0], b[0]];
  const about = isRough(first) || isRough(second) ? QUALIFIERS.about[query.language] : "";
  const printedA = bare(a);
  const printedB = bare(b);
  const of = (expression: string, value: string): Computation => ({
    answer: value,
    expression,
    result: value,
    operands,
    confidence,
  });
  switch (query.type) {
    case "difference": {
      const [more, less] = first.value.gte(second.value) ? [a, b] : [b, a];
      return of(
        `${bare(more)} − ${bare(less)}`,
        about + withUnit(more[1].value.minus(less[1].value), more, query, true),
      );
    }
    case "sum":
      return of(`${printedA} + ${printedB}`, about + withUnit(first.value.plus(second.value), a, query, false));
    case "ratio":
      return ratioOf(a, b, query, of);
    case "share":
      return shareOf(a, b, query, of);
    default: {
      const wantsLess = /更?(?:低|少|小|慢|短)|less|lower|smaller|slower|fewer/u.test(besideTerms(query));
      const firstWins = wantsLess ? first.value.lt(second.value) : first.value.gt(second.value);
      const side = selections[firstWins ? 0 : 1]?.query;
      const period =
        selections.every((selection) => selection.query.periods.length === 1) && query.periods.length > 1
          ? side?.periods[0]
          : undefined;
      if (period !== undefined)
        return of(
          `${printedA} ${first.value.gt(second.value) ? ">" : "<"} ${printedB}`,
          query.printed.slice(period.start, period.end),
        );
      const winner = side?.focus?.surface ?? "";
      const sign = first.value.gt(second.value) ? ">" : first.value.lt(second.value) ? "<" : "=";
      const name = winner === "" ? bare(firstWins ? a : b) : printedSurface(query, winner);
      return { ...of(`${printedA} ${sign} ${printedB}`, name), answer: name };
    }
  }
}

/** What a question says beside its terms: the 小 of 中小主播 asks for nothing. */
function besideTerms({ folded, terms }: Query): string {
  return terms.reduce((rest, term) => rest.replaceAll(term.surface, " "), folded);
}

/** 出口是进口的几倍: the first over the second; "as many as X were Y" turns round, and no ratio asked for is below one. */
function ratioOf(
  a: Operand,
  b: Operand,
  query: Query,
  of: (expression: string, value: string) => Computation,
): Computation | null {
  const [over, under] = a[1].value.lt(b[1].value) ? [b, a] : [a, b];
  if (under[1].value.eq(0)) return null;
  return of(
    `${bare(over)} ÷ ${bare(under)}`,
    `${QUALIFIERS.about[query.language]}${rounded(over[1].value.div(under[1].value), 2)}${query.language === "zh" ? "倍" : " times"}`,
  );
}

/** A part of a whole: the smaller over the larger, in percent to one decimal. */
function shareOf(
  a: Operand,
  b: Operand,
  query: Query,
  of: (expression: string, value: string) => Computation,
): Computation | null {
  const [part, whole] = a[1].value.lte(b[1].value) ? [a, b] : [b, a];
  if (whole[1].value.eq(0)) return null;
  return of(
    `${bare(part)} ÷ ${bare(whole)}`,
    `${QUALIFIERS.about[query.language]}${rounded(part[1].value.div(whole[1].value).times(100), 1)}%`,
  );
}

function printedSurface(query: Query, surface: string): string {
  const at = query.printed.toLowerCase().indexOf(surface);
  return at < 0 ? surface : query.printed.slice(at, at + surface.length);
}
