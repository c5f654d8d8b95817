import type { Weights } from "../src/lexicon/ranking-weights.ts";

/**
 * What the confidence in an answer from a dated issue is believed to weigh before any data. Many kinds of what a text lacks are rare in the sets, and
 * the sets have few questions about what isn't in a digest: data may move these weights, but has to have reasons.
 */
export const CONFIDENCE_PRIOR: Weights = {
  // A candidate with half the question's weight around it and a fitting type is as likely right as wrong.
  bias: -5.54,
  // What stands near speaks for the candidate; what is missing speaks against it as much.
  coverage: 7,
  muchMissing: -6,
  // The type that was asked for, by group; another type is hardly ever the answer.
  fitFigure: 2.4,
  fitName: 2.4,
  fitTime: 2.4,
  fitOpen: 2.4,
  fitReason: 2.4,
  fitManner: 2.4,
  fitOpinion: 2.4,
  fitList: 2.4,
  fitDefinition: 2.4,
  poorFitFigure: -3.5,
  poorFitName: -3.5,
  poorFitTime: -3.5,
  poorFitOpen: -3.5,
  poorFitReason: -3.5,
  poorFitManner: -3.5,
  poorFitOpinion: -3.5,
  poorFitList: -3.5,
  poorFitDefinition: -3.5,
  // A figure far from the question's words belongs to something else.
  far: -4,
  isolated: -1.5,
  // A name or a term of the trade that isn't there: the text speaks of something else.
  missingName: -2.5,
  missingPlace: -2,
  concepts: -1.2,
  lacksModifier: -1.5,
  // Another period, or none where one was asked that isn't the issue's own.
  periodOther: -6,
  periodSame: 0.4,
  otherTime: -1.8,
  // 出口 where 进口 was asked.
  conflicts: -10,
  // The word beside the question word names what is asked for; the further it stands, the worse.
  focusAbsent: -0.4,
  focusFar: -0.8,
  focusAside: -0.6,
  lightFocusFar: -1,
  // Somebody's words are asked for: who speaks decides, not the wording.
  opinionUnheard: -2,
  opinionHeard: 1,
  // When or why something else happened is no answer.
  timeMissing: -3,
  reasonMissing: -3,
  reasonActs: -1.5,
  uncuedReason: -1,
  // A sentence that only says again what the question says gives no reason for it.
  restated: -1.5,
  // The figure of a part of a period isn't the period's.
  onlyPartOfPeriod: -3,
  // A question of empty words asks for nothing in particular.
  vague: -4,
};

/** The same for other texts, of which thousands of questions tell the rest. */
export const REFERENCE_PRIOR: Weights = { missingPlace: -4, periodOther: -3, conflicts: -8 };
