import type { Change, Qualifier, Quantity } from "./mention.ts";
import { cueAfter, cueBefore } from "./quantity-cue.ts";
import type { QuantityLexicon } from "./quantity-lexicon.ts";
import { matchAt } from "./quantity-pattern.ts";

/** The qualifier before a figure. */
interface Lead {
  /** Where the qualifier starts, or the figure where it has none. */
  readonly start: number;
  readonly qualifier: Qualifier | null;
}

/** What a base may be away from its movement, in UTF-16 units. */
const BASE_BEFORE = 24;
const BASE_AFTER = 64;

/**
 * Reads the qualifier before a figure: 约, 超过了, nearly.
 *
 * @param floor where the figure before ends
 * @param leadingScale the scale that the figure's number begins with: 数 qualifies 十 but not 3
 */
export function readLead(
  folded: string,
  start: number,
  floor: number,
  leadingScale: number,
  lexicon: QuantityLexicon,
): Lead {
  for (const end of [start, cueBefore(folded, start, floor, lexicon.fillers)?.start ?? start]) {
    const cue = cueBefore(folded, end, floor, lexicon.qualifiers);
    // In 3~5 the sign joins a range.
    const isJoint =
      cue !== null &&
      lexicon.joins.has(folded.slice(cue.start, cue.end)) &&
      /[\d%]/u.test(folded.charAt(cue.start - 1));
    if (cue !== null && !isJoint && cue.meaning.means !== null && cue.meaning.leadingScale <= leadingScale)
      return { start: cue.start, qualifier: cue.meaning.means };
  }
  return { start, qualifier: null };
}

/** Reads the qualifier after a figure: 以上, 左右, "or more". */
export function readTail(
  folded: string,
  end: number,
  isCount: boolean,
  lexicon: QuantityLexicon,
): { readonly end: number; readonly qualifier: Qualifier } | null {
  for (const { pattern, means, measuresOnly } of lexicon.qualifiersAfter) {
    const match = measuresOnly && isCount ? null : matchAt(pattern, folded, end);
    if (match !== null) return { end: end + match[0].length, qualifier: means };
  }
  return null;
}

/**
 * Reads the movement that a figure measures, from the verb right before it (增长5.7%, rose by 5.7%) or the noun right
 * after it (a 5.7% increase), with its base (同比, year on year). A level has none: 增至30%, 增幅达30%.
 */
export function readChange(
  folded: string,
  start: number,
  end: number,
  floor: number,
  lexicon: QuantityLexicon,
): Change | null {
  let at = start;
  for (let i = 0; i < 2; i++) at = cueBefore(folded, at, floor, lexicon.fillers)?.start ?? at;
  const verb = cueBefore(folded, at, floor, lexicon.movements) ?? cueBefore(folded, start, floor, lexicon.movements);
  if (verb !== null)
    return verb.meaning === null
      ? null
      : { direction: verb.meaning, base: baseOf(folded, verb.start, end, floor, lexicon) };
  const adjective = cueBefore(folded, at, floor, lexicon.comparatives);
  if (
    adjective !== null &&
    COMPARED.test(folded.slice(Math.max(floor, adjective.start - BASE_BEFORE), adjective.start))
  )
    return { direction: adjective.meaning, base: baseOf(folded, adjective.start, end, floor, lexicon) };
  const base = cueAfter(folded, end, lexicon.bases);
  const noun = cueAfter(folded, base?.end ?? end, lexicon.movementsAfter);
  return noun === null
    ? null
    : { direction: noun.meaning, base: base?.meaning ?? baseOf(folded, start, noun.end, floor, lexicon) };
}

/** 比去年 before 多31个 "31 more than last year". */
const COMPARED = /(?:(?<![对占同环])比(?![重例较分率价])|较)[^,。;:]{1,20}$/u;

/** Takes over the movement of the figure before: 分别增长4.7%和9.3%. */
export function inheritChange(
  folded: string,
  start: number,
  before: Quantity | undefined,
  dimension: Quantity["dimension"],
  lexicon: QuantityLexicon,
): Change | null {
  if (before === undefined || before.change === null || before.dimension !== dimension) return null;
  return lexicon.joins.has(folded.slice(before.end, start)) ? before.change : null;
}

/** Finds what a movement is compared with, before its verb in the clause or after its figure up to the next one. */
export function baseOf(
  folded: string,
  verbStart: number,
  figureEnd: number,
  floor: number,
  lexicon: QuantityLexicon,
): Change["base"] {
  const sentence =
    folded
      .slice(Math.max(floor, verbStart - BASE_BEFORE), verbStart)
      .split(/[。;!?\n]/u)
      .at(-1) ?? "";
  const clauses = sentence.split(",");
  const own = lastBase(clauses.at(-1) ?? "", lexicon);
  if (own !== null) return own;
  // 与去年同期相比,增长5%: a comma may stand right after the base.
  const earlier = clauses.length > 1 && clauses.at(-1)?.trim() === "" ? lastBase(clauses.at(-2) ?? "", lexicon) : null;
  if (earlier !== null) return earlier;
  const after = folded.slice(figureEnd, figureEnd + BASE_AFTER).split(/[.,;!?。\n\d]/u)[0] ?? "";
  const found = lexicon.baseAfter.exec(after);
  return found === null ? null : (lexicon.bases.meanings.get(found[0]) ?? null);
}

function lastBase(clause: string, lexicon: QuantityLexicon): Change["base"] {
  let base: Change["base"] = null;
  for (const match of clause.matchAll(lexicon.base)) base = lexicon.bases.meanings.get(match[0]) ?? base;
  return base;
}
