import { retrieve } from "../search/retrieve.ts";
import type { Digest } from "../search/digest.ts";
import type { Query } from "../question/query.ts";
import { answerBeside, restatedBefore } from "./answer-beside.ts";
import type { RankedCandidate } from "./candidate.ts";
import { ANSWER_THRESHOLD, confidenceOf } from "./confidence.ts";
import { isCorrected } from "./corrected.ts";
import { saysMany } from "./propose-rows.ts";
import { rank } from "./rank.ts";

/** The ranked candidates of a query and how sure the best is. */
export interface Selection {
  readonly query: Query;
  readonly ranked: readonly RankedCandidate[];
  readonly best: RankedCandidate | undefined;
  /** The sentence that says what was asked about, where the best stands beside it. */
  readonly asked: RankedCandidate | null;
  readonly confidence: number;
  readonly complete: boolean;
}

/** What the article of the answer before gains in a follow-up, in the ranking's units. */
const SAME_ARTICLE = 1;

/** Retrieves, ranks and weighs: what the digest has for a query. */
export async function select(query: Query, digest: Digest, preferredArticle: string | null = null): Promise<Selection> {
  const retrieved = await retrieve(query, digest);
  let ranked = rank(query, retrieved, digest);
  if (preferredArticle !== null) {
    ranked = ranked
      .map((candidate) =>
        candidate.reading.article.id === preferredArticle
          ? { ...candidate, score: candidate.score + SAME_ARTICLE }
          : candidate,
      )
      .sort((a, b) => b.score - a.score);
  }
  const corrected = correctedOf(query, ranked, digest);
  const first = deniedBy(query, ranked) ?? corrected ?? fittingOf(query, newestOf(query, ranked, digest), ranked);
  const found = first === undefined ? undefined : restatedBefore(query, first, ranked);
  const beside = found === undefined ? null : answerBeside(query, found, digest.lexicon);
  const isPlain = beside === null && found === first && corrected === undefined;
  const { best, confidence } = surestSentence(query, beside ?? found, isPlain ? WEIGHED : 0, ranked, digest);
  return {
    query,
    ranked,
    best,
    asked: beside === null ? null : (found ?? null),
    confidence,
    complete: retrieved.complete,
  };
}

/** How many sentences beside the best are weighed, and how much surer another must be. */
const WEIGHED = 3;
const SURER = 0.05;

/**
 * The surest of the best few sentences. The ranking says which is nearest to the question, the confidence whether it answers:
 * what comes first may be of another time, or lack what the second has.
 *
 * @param weighed - How many sentences beside the best are looked at.
 */
function surestSentence(
  query: Query,
  best: RankedCandidate | undefined,
  weighed: number,
  ranked: readonly RankedCandidate[],
  digest: Digest,
): Pick<Selection, "best" | "confidence"> {
  const confidence = confidenceOf(query, best, ranked, digest);
  if (best === undefined) return { best, confidence };
  const sentences = new Set([best.sentence]);
  let surest = { best, confidence };
  for (const candidate of ranked) {
    if (sentences.size > weighed) break;
    if (sentences.has(candidate.sentence)) continue;
    sentences.add(candidate.sentence);
    const own = confidenceOf(query, candidate, ranked, digest);
    if (own >= ANSWER_THRESHOLD && own >= confidence + SURER && own > surest.confidence)
      surest = { best: candidate, confidence: own };
  }
  return surest;
}

/**
 * A candidate that covers more than the best but is of another period than asked speaks against any answer: the
 * digest has the figure, for another time.
 */
function deniedBy(query: Query, ranked: readonly RankedCandidate[]): RankedCandidate | undefined {
  const best = ranked[0];
  if (best === undefined || best.evidence.period !== 0 || query.periods.every((period) => period.interval === null))
    return undefined;
  return ranked.find(
    (other) => other.evidence.period === -1 && other.fit >= best.fit && other.coverage > best.coverage + 0.1,
  );
}

/** 改成多少了 "what was it corrected to": a figure that is said to be the right one, where one is not far behind. */
function correctedOf(
  query: Query,
  ranked: readonly RankedCandidate[],
  { lexicon }: Digest,
): RankedCandidate | undefined {
  const { cues } = lexicon;
  const best = ranked[0];
  if (best?.mention?.kind !== "quantity" || !cues.corrections.asked.test(query.folded)) return undefined;
  return ranked.find(
    ({ reading, sentence, span, mention, score, fit }) =>
      score >= best.score - CORRECTED_BEHIND &&
      fit >= best.fit &&
      mention?.kind === "quantity" &&
      isCorrected(reading, sentence, span, cues),
  );
}

/** How far behind the best such a figure may be, in the ranking's units. */
const CORRECTED_BEHIND = 3.5;

/** Below which fit a candidate isn't of the kind asked for, and from which on another is; how far behind that may be. */
interface Fitting {
  readonly below: number;
  readonly from: number;
  readonly behind: { readonly score: number; readonly coverage: number };
}

const FITTING: Readonly<Record<"reason" | "several" | "time" | "other", Fitting>> = {
  // A sentence without the words that lead a reason or a means.
  reason: { below: 0.7, from: 1, behind: { score: 2, coverage: 0.3 } },
  // A sentence that puts nothing in a row, where several things are asked for.
  several: { below: 0.6, from: 0.8, behind: { score: 4, coverage: 0.4 } },
  // A date in another role than the one that is asked for: when it was announced, and not until when it may be done.
  time: { below: 1, from: 1.2, behind: { score: 2, coverage: 0.3 } },
  other: { below: 0.45, from: 0.75, behind: { score: 4, coverage: 0.3 } },
};

/**
 * What isn't of the kind asked for hardly ever answers: where the same article has a candidate that is, not far behind,
 * that is meant. 在哪个场馆 "at which venue" isn't answered by the city.
 */
function fittingOf(
  query: Query,
  best: RankedCandidate | undefined,
  ranked: readonly RankedCandidate[],
): RankedCandidate | undefined {
  const { below, from, behind } = FITTING[kindOf(query)];
  if (best === undefined || best.fit >= below) return best;
  return (
    ranked.find(
      (other) =>
        other.reading === best.reading &&
        other.fit >= from &&
        other.score >= best.score - behind.score &&
        other.coverage >= best.coverage - behind.coverage,
    ) ?? best
  );
}

function kindOf(query: Query): keyof typeof FITTING {
  if (query.type === "list") return saysMany(query) ? "several" : "other";
  if (query.type === "time") return "time";
  return query.type === "reason" || query.type === "manner" ? "reason" : "other";
}

/** How far behind the best an equally good candidate of a newer issue may be. */
const BEHIND = { score: 2, coverage: 0.03, fit: 0.05 };
/** The same for names, which change more seldom; what a sentence says at length isn't printed anew with each issue. */
const NAME_BEHIND = 1;

/** Without an issue asked, the newest of the candidates that answer equally well: figures of a series repeat. */
function newestOf(query: Query, ranked: readonly RankedCandidate[], digest: Digest): RankedCandidate | undefined {
  const [best] = ranked;
  if (best === undefined || query.issue !== null) return best;
  if (best.mention === null) return best;
  const { kind } = best.mention;
  const behind = kind === "quantity" ? BEHIND.score : NAME_BEHIND;
  const place = (candidate: RankedCandidate): number =>
    digest.issuePlaces.get(candidate.reading.article.issueId) ?? digest.issues.length;
  return ranked
    .filter(
      (other) =>
        other.score >= best.score - behind &&
        other.coverage >= best.coverage - BEHIND.coverage &&
        other.fit >= best.fit - BEHIND.fit &&
        other.evidence.period === best.evidence.period &&
        other.mention?.kind === kind,
    )
    .reduce((newest, other) => (place(other) < place(newest) ? other : newest), best);
}
