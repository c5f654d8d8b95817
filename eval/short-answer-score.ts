import { fold } from "../src/index.ts";

/** How well a short answer meets the gold answers. */
export interface ShortAnswerScore {
  /** 1 where it is one of them, else 0. */
  readonly exactMatch: number;
  /** The best F1 of shared tokens over the gold answers, 0 to 1. */
  readonly f1: number;
}

/** What a refusal scores. */
export const NO_ANSWER: ShortAnswerScore = { exactMatch: 0, f1: 0 };

/**
 * Scores a short answer against the gold answers as SQuAD does (Rajpurkar et al. 2016): case, punctuation and English
 * articles don't count. In Chinese each character is a token and a run of other letters or digits is one, as in
 * CMRC 2018 (Cui et al. 2019).
 */
export function scoreShortAnswer(answer: string, golds: readonly string[]): ShortAnswerScore {
  const given = tokensOf(answer);
  const scores = golds.map((gold) => compare(given, tokensOf(gold)));
  return {
    exactMatch: Math.max(0, ...scores.map(({ exactMatch }) => exactMatch)),
    f1: Math.max(0, ...scores.map(({ f1 }) => f1)),
  };
}

function compare(given: readonly string[], gold: readonly string[]): ShortAnswerScore {
  const exactMatch = Number(given.join(" ") === gold.join(" "));
  const shared = sharedTokens(given, gold);
  return { exactMatch, f1: shared === 0 ? exactMatch : (2 * shared) / (given.length + gold.length) };
}

/** Counts the tokens that both have; one that stands twice in both counts twice. */
function sharedTokens(given: readonly string[], gold: readonly string[]): number {
  const left = new Map<string, number>();
  for (const token of gold) left.set(token, (left.get(token) ?? 0) + 1);
  let shared = 0;
  for (const token of given) {
    const count = left.get(token) ?? 0;
    if (count > 0) shared++;
    left.set(token, count - 1);
  }
  return shared;
}

/** Cuts an answer into the tokens that count. */
function tokensOf(answer: string): string[] {
  return fold(answer.normalize("NFC"))
    .replace(/[\p{P}\p{S}]/gu, "")
    .replace(/(?<![\p{L}\p{N}])(?:a|an|the)(?![\p{L}\p{N}])/gu, " ")
    .replace(/\p{Script=Han}/gu, " $& ")
    .split(/\s+/u)
    .filter((token) => token !== "");
}
