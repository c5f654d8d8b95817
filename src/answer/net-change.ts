import type { Quantity } from "../fact/mention.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import { holdsAnyOf } from "../text/word-search.ts";
import type { RankedCandidate } from "./candidate.ts";
import type { Computation } from "./computation.ts";
import { isByFocus, levelsIn, operandAt, TRIED } from "./computation.ts";
import { confidenceOf } from "./confidence.ts";
import { asLevelQuestion } from "./figure-question.ts";
import { metricOf, withoutMovement } from "./metric.ts";
import { remainderOf } from "./operations.ts";
import type { Selection } from "./selection.ts";
import { select } from "./selection.ts";

/**
 * Works out what came less what went, where one sentence tells both: 净增81个 "81 more in all" of 新开前置仓98个，关闭17个 "98 opened, 17
 * closed". A net figure that the text prints is no sum.
 */
export async function netChange(query: Query, digest: Digest): Promise<Computation | null> {
  const terms = withoutMovement(query, digest).filter(({ surface }) => !NET.test(surface));
  const metric = metricOf(terms) ?? terms.findLast(({ role }) => role === "light") ?? null;
  if (metric === null) return null;
  const asked = asLevelQuestion(query, terms, metric);
  const { ranked } = await select(asked, digest);
  for (const candidate of ranked.slice(0, TRIED)) {
    if (isNet(candidate)) return null;
    const flows = isByFocus(candidate) ? flowsIn(candidate, digest) : null;
    if (flows === null || !isOfOneThing(flows, candidate, metric)) continue;
    const confidence = confidenceOf(asked, candidate, ranked, digest);
    const [came, went] = [flows.came, flows.went].map(({ figure }) => operandAt(candidate, figure));
    if (came === undefined || went === undefined) continue;
    const isLess = LESS.test(query.folded);
    return remainderOf(isLess ? went : came, [isLess ? came : went], query, digest, confidence);
  }
  return null;
}

/** Tells whether a question asks for what came less what went. */
export function asksForNet({ folded }: Query): boolean {
  return ASKS_NET.test(folded);
}

/** 净增 "net increase" isn't answered by 新开98个 "98 opened": of printed figures only a net one does. */
export function netOnly(query: Query, selection: Selection, digest: Digest): Selection {
  if (!asksForNet(query)) return selection;
  const best = selection.ranked.find(isNet);
  return { ...selection, best, confidence: confidenceOf(query, best, selection.ranked, digest) };
}

/** Tells whether a figure is printed as such a difference. */
function isNet({ reading, clause, span }: RankedCandidate): boolean {
  return ASKS_NET.test(reading.folded.slice(clause.start, span.end));
}

const NET = /^净|^net\b/u;

const ASKS_NET = /净[增减流新关开]|\bnet (?:increase|decrease|gain|loss|additions?|change|new|closures?|openings?)\b/u;

const LESS = /净[减关]|\bnet (?:decrease|loss|closures?)\b/u;

/** A figure of what came or went, and what it calls the thing, empty where it leaves that to the figure before. */
interface Flow {
  readonly figure: Quantity;
  readonly thing: string;
}

interface Flows {
  readonly came: Flow;
  readonly went: Flow;
}

/** The two figures of a sentence, one in the candidate's unit for what came and one for what went; null where there are more. */
function flowsIn({ reading, sentence, mention }: RankedCandidate, { lexicon }: Digest): Flows | null {
  const unit = mention?.kind === "quantity" ? mention.unit : null;
  const { came, went } = lexicon.cues.flows;
  const found: Record<"came" | "went", Flow[]> = { came: [], went: [] };
  let from = sentence.start;
  for (const figure of levelsIn(sentence)) {
    const lead =
      reading.folded
        .slice(from, figure.start)
        .split(/[,;，；。]/u)
        .at(-1) ?? "";
    from = figure.end;
    if (figure.unit !== unit && figure.unit !== "") continue;
    for (const [kind, pattern] of [
      ["came", came],
      ["went", went],
    ] as const) {
      const verb = [...lead.matchAll(pattern)].at(-1);
      if (verb === undefined) continue;
      const after = /^ ?(?:new |more |of its )?([a-z]+)/u.exec(reading.folded.slice(figure.end))?.[1] ?? "";
      const noun = CONJUNCTION.test(after) ? "" : after;
      found[kind].push({
        figure,
        thing:
          lead
            .slice(verb.index + verb[0].length)
            .replaceAll(FILLER, "")
            .trim() || noun,
      });
    }
  }
  const [[inflow, ...moreIn], [outflow, ...moreOut]] = [found.came, found.went];
  if (inflow === undefined || outflow === undefined || moreIn.length + moreOut.length > 0) return null;
  return inflow.figure === outflow.figure ? null : { came: inflow, went: outflow };
}

const CONJUNCTION = /^(?:and|but|while|in|last|this|during|of|over|across)$/u;

/** What may stand between the verb and the figure beside the thing. */
const FILLER = /[了约近超共的]|\babout\b|\bnearly\b|\bover\b|\banother\b|\ba further\b/gu;

/** Both figures are of the thing that the question names, by its words; only the second may leave them out. */
function isOfOneThing(
  { came, went }: Flows,
  { reading, sentence }: RankedCandidate,
  metric: Query["terms"][number],
): boolean {
  const [first, second] = came.figure.start < went.figure.start ? [came, went] : [went, came];
  const isNamed = ({ thing }: Flow): boolean => holdsAnyOf(thing, metric.alternatives);
  if (first.thing === "")
    return (
      second.thing === "" && holdsAnyOf(reading.folded.slice(sentence.start, first.figure.start), metric.alternatives)
    );
  return isNamed(first) && (second.thing === "" || second.thing === first.thing || isNamed(second));
}
