import { periodAt } from "../fact/context.ts";
import type { Quantity } from "../fact/mention.ts";
import type { RankedCandidate } from "./candidate.ts";

/** What else of the digest answers as well as the best figure does. */
export interface OtherFigures {
  /** Statements with the same figure: further sources of one answer. */
  readonly same: readonly RankedCandidate[];
  /** Statements with another figure: revised since, or measured otherwise. */
  readonly different: readonly RankedCandidate[];
}

/** How many of each are shown. */
const MOST = 2;

/** How far behind the best a figure may be and still answer the same question. */
const BEHIND = { score: 2.5, coverage: 0.08, fit: 0.15 };

/** Finds the figures of other statements that answer the same question for the same period, the best of each article. */
export function otherFigures(best: RankedCandidate, ranked: readonly RankedCandidate[]): OtherFigures {
  const own = quantityOf(best);
  if (own === null) return { same: [], different: [] };
  const seen = new Set([best.reading]);
  const same: RankedCandidate[] = [];
  const different: RankedCandidate[] = [];
  for (const other of ranked) {
    if (other.score < best.score - BEHIND.score) break;
    const figure = quantityOf(other);
    if (seen.has(other.reading) || figure === null || !answersAsWell(other, best) || !isOfKind(figure, own)) continue;
    seen.add(other.reading);
    (figure.value.eq(own.value) ? same : different).push(other);
  }
  return { same: same.slice(0, MOST), different: different.slice(0, MOST) };
}

function quantityOf({ mention }: RankedCandidate): Quantity | null {
  return mention?.kind === "quantity" ? mention : null;
}

function answersAsWell(other: RankedCandidate, best: RankedCandidate): boolean {
  return (
    other.coverage >= best.coverage - BEHIND.coverage &&
    other.fit >= best.fit - BEHIND.fit &&
    other.evidence.conflicts.length === 0 &&
    other.evidence.isAboutUnaskedPlace === best.evidence.isAboutUnaskedPlace &&
    other.evidence.period >= best.evidence.period &&
    other.evidence.missing.every((word) => best.evidence.missing.includes(word)) &&
    periodOf(other) === periodOf(best)
  );
}

function isOfKind(figure: Quantity, own: Quantity): boolean {
  return figure.dimension === own.dimension && (figure.change === null) === (own.change === null);
}

/** The resolved period that a figure is about, as text; "" where nothing says. */
function periodOf({ reading, sentence, span }: RankedCandidate): string {
  const interval = periodAt(reading, sentence, span.start)?.interval ?? null;
  return interval === null ? "" : `${interval.from}/${interval.to}`;
}
