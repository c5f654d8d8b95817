import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Weights } from "../lexicon/ranking-weights.ts";
import type { Query } from "../question/query.ts";
import type { Candidate, Evidence } from "./candidate.ts";
import { wantsMany } from "./propose-rows.ts";
import type { WordingMatch } from "./wording-match.ts";

/** What a candidate is ranked by, each between 0 and 1 (−1 where it speaks against). */
export type Features = Readonly<Record<string, number>>;

/** Below this fit a candidate is most likely of another type than asked for. */
const POOR_FIT = 0.5;

/** The kinds of answers that are told apart: a figure weighs its fit more than a clause does. */
export function groupOf({ type }: Pick<Query, "type">): string {
  return GROUPS[type] ?? "Open";
}

const GROUPS: Readonly<Partial<Record<AnswerType, string>>> = {
  quantity: "Figure",
  change: "Figure",
  share: "Figure",
  duration: "Figure",
  person: "Name",
  organisation: "Name",
  place: "Name",
  post: "Name",
  speaker: "Name",
  name: "Name",
  time: "Time",
};

/** Turns evidence into numbers that a linear model can weigh. */
export function featuresOf(
  query: Query,
  candidate: Candidate,
  evidence: Evidence,
  best: Pick<WordingMatch, "words" | "titled">,
): Features {
  const { wording } = evidence;
  const group = groupOf(query);
  const fit = Math.min(1.3, candidate.fit);
  const length = candidate.sentence.end - candidate.sentence.start;
  return {
    engine: evidence.engine,
    article: evidence.article,
    characters: wording.characters,
    around: wording.around,
    titled: wording.titled,
    density: wording.density,
    tiles: wording.tiles,
    opening: wording.opening,
    openingDefinition:
      query.type === "definition" || query.type === "statement" || query.type === "name" ? wording.opening : 0,
    numbers: wording.numbers,
    after: wording.after,
    newName: Number(hasNewName(query, candidate)),
    headed: headed(query, candidate),
    novelty: wording.novelty,
    mostWords: ratio(wording.words, best.words),
    mostTitled: ratio(wording.titled, best.titled),
    noveltyGain: wording.novelty * Math.max(wording.titled, wording.words + wording.continues),
    continues: wording.continues,
    short: 20 / (20 + length),
    first: Number(candidate.sentence.index === 0),
    coverage: evidence.coverage,
    near: evidence.near,
    missing: evidence.missingShare,
    missingName: Number(evidence.missingNames.length > 0),
    closeness: candidate.mention === null ? 0 : evidence.closeness,
    periodSame: Number(evidence.period === 1),
    periodWithin: Number(evidence.period === 0.5),
    periodOther: Number(evidence.period === -1),
    conflicts: Math.min(1, evidence.conflicts.length / 2),
    focus: evidence.focus ?? 0.5,
    [`poorFit${group}`]: Number(candidate.fit < POOR_FIT),
    oneForMany: Number(wantsMany(query) && candidate.mention !== null && candidate.mention.kind !== "list"),
    [`fit${group}`]: fit,
    mention: Number(candidate.mention !== null),
    unaskedPlace: Number(evidence.isAboutUnaskedPlace),
    newer: evidence.recency,
  };
}

/** Tells whether the sentence names somebody or something that the question doesn't. */
function hasNewName(query: Query, { sentence, reading }: Candidate): boolean {
  return sentence.mentions.some(
    (mention) =>
      mention.kind !== "quantity" &&
      mention.kind !== "period" &&
      mention.kind !== "list" &&
      !query.folded.includes(reading.folded.slice(mention.start, mention.end)),
  );
}

/** For 哪个制度 "which system": 1 where the sentence has a word in 制度 that the question hasn't, 0.5 one in 制. */
function headed({ focus, folded }: Query, { sentence, reading }: Candidate): number {
  if (focus === null || !/^\p{Script=Han}{2,}$/u.test(focus.surface)) return 0;
  const text = reading.folded.slice(sentence.start, sentence.end);
  const endsNew = (ending: string): boolean => {
    for (let at = text.indexOf(ending, 1); at > 0; at = text.indexOf(ending, at + 1))
      if (/\p{Script=Han}/u.test(text.charAt(at - 1)) && !folded.includes(text.slice(at - 1, at + ending.length)))
        return true;
    return false;
  };
  if (endsNew(focus.surface)) return 1;
  return endsNew(focus.surface.charAt(0)) || endsNew(focus.surface.charAt(focus.surface.length - 1)) ? 0.5 : 0;
}

function ratio(value: number, most: number): number {
  return most === 0 ? 0 : value / most;
}

/** Adds up what features weigh; an unknown feature weighs nothing. */
export function scoreOf(weights: Weights, features: Features): number {
  let score = 0;
  for (const name in features) score += (weights[name] ?? 0) * (features[name] ?? 0);
  return score;
}
