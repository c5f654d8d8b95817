import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Weights } from "../lexicon/ranking-weights.ts";
import type { Query } from "../question/query.ts";
import type { Candidate, Evidence } from "./candidate.ts";
import { NAMED } from "./grounds.ts";
import { isQuestion } from "./text-question.ts";
import { wantsMany } from "./propose-rows.ts";

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
  reason: "Reason",
  manner: "Manner",
  opinion: "Opinion",
  list: "List",
  definition: "Definition",
};

/** A feature's name, and what it is of a candidate. The name of one that is weighed by group ends in `*`. */
type Feature = readonly [name: string, measure: (candidate: Candidate, evidence: Evidence, query: Query) => number];

/** All features, in the order in which they are added up. */
const FEATURES: readonly Feature[] = [
  ["engine", (_, { engine }) => engine],
  ["article", (_, { article }) => article],
  ["characters", (_, { wording }) => wording.characters],
  ["around", (_, { wording }) => wording.around],
  ["titled", (_, { wording }) => wording.titled],
  ["density", (_, { wording }) => wording.density],
  ["tiles", (_, { wording }) => wording.tiles],
  ["opening", (_, { wording }) => wording.opening],
  ["openingDefinition", (_, { wording }, query) => (asksWhatItIs(query) ? wording.opening : 0)],
  ["numbers", (_, { wording }) => wording.numbers],
  ["after", (_, { wording }) => wording.after],
  ["newName", (_, { hasNewName }) => Number(hasNewName)],
  ["headed", (_, { headed }) => headed],
  ["novelty", (_, { wording }) => wording.novelty],
  ["mostWords", (_, { mostWords }) => mostWords],
  ["mostTitled", (_, { mostTitled }) => mostTitled],
  ["noveltyGain", (_, { wording }) => wording.novelty * Math.max(wording.titled, wording.words + wording.continues)],
  ["continues*", (_, { wording }) => wording.continues],
  ["short", ({ sentence }) => 20 / (20 + sentence.end - sentence.start)],
  ["first", ({ sentence }) => Number(sentence.index === 0)],
  ["coverage", (_, { coverage }) => coverage],
  ["near", (_, { near }) => near],
  ["missing", (_, { missingShare }) => missingShare],
  ["nameFar", ({ mention }, { nameSupport }) => (mention === null ? 0 : Math.max(0, NAMED - nameSupport))],
  ["missingName", (_, { missingNames }) => Number(missingNames.length > 0)],
  ["closeness", (candidate, { closeness }) => (isPhrase(candidate) ? closeness : 0)],
  ["periodSame", (_, { period }) => Number(period === 1)],
  ["periodWithin", (_, { period }) => Number(period === 0.5)],
  ["periodOther", (_, { period }) => Number(period === -1)],
  ["conflicts", (_, { conflicts }) => Math.min(1, conflicts.length / 2)],
  ["focus", (_, { focus }) => focus ?? 0.5],
  ["poorFit*", ({ fit }) => Number(fit < POOR_FIT)],
  ["oneForMany", (candidate, _, query) => Number(isPhrase(candidate) && wantsMany(query))],
  ["fit*", ({ fit }) => Math.min(1.3, fit)],
  ["mention", (candidate) => Number(isPhrase(candidate))],
  ["asks", ({ reading, sentence }) => Number(isQuestion(reading, sentence))],
  ["answersText", ({ reading, sentence }) => Number(isQuestion(reading, reading.sentences[sentence.index - 1]))],
  ["unaskedPlace", (_, { isAboutUnaskedPlace }) => Number(isAboutUnaskedPlace)],
  ["newer", (_, { recency }) => recency],
];

/** A name or a figure; a row of things says as much as a sentence. */
function isPhrase({ mention }: Candidate): boolean {
  return mention !== null && mention.kind !== "list";
}

function asksWhatItIs({ type }: Query): boolean {
  return type === "definition" || type === "statement" || type === "name";
}

function nameOf(feature: string, group: string): string {
  return feature.endsWith("*") ? `${feature.slice(0, -1)}${group}` : feature;
}

/** The features of one candidate, measured when they are looked at. */
export class CandidateFeatures {
  private readonly query: Query;
  private readonly candidate: Candidate;
  private readonly evidence: Evidence;

  constructor(query: Query, candidate: Candidate, evidence: Evidence) {
    this.query = query;
    this.candidate = candidate;
    this.evidence = evidence;
  }

  named(): Features {
    const { query, candidate, evidence } = this;
    const group = groupOf(query);
    return Object.fromEntries(
      FEATURES.map(([name, measure]) => [nameOf(name, group), measure(candidate, evidence, query)]),
    );
  }

  /** Adds up the features, each times its weight. */
  weighedBy(weights: Weights): number {
    return createScorer(weights, this.query)(this.candidate, this.evidence);
  }
}

/** Prepares to add up the features of a question's candidates, without names; what weighs nothing is passed over. */
export function createScorer(weights: Weights, query: Query): (candidate: Candidate, evidence: Evidence) => number {
  const group = groupOf(query);
  const weighed = FEATURES.map(([name, measure]) => ({ measure, weight: weights[nameOf(name, group)] ?? 0 })).filter(
    ({ weight }) => weight !== 0,
  );
  return (candidate, evidence) => {
    let score = 0;
    for (const { measure, weight } of weighed) score += weight * measure(candidate, evidence, query);
    return score;
  };
}

/** Adds up what features weigh; an unknown feature weighs nothing. */
export function scoreOf(weights: Weights, features: Features): number {
  let score = 0;
  for (const name in features) score += (weights[name] ?? 0) * (features[name] ?? 0);
  return score;
}
