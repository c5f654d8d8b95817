/**
 * The index contract: what the core asks of a search engine, and all that it asks.
 *
 * It is asynchronous and small so that a corpus too large for one process can live in an engine of its own.
 * An engine finds candidates; understanding, ranking, deciding and quoting stay in the core, so an engine's scores
 * are comparable only within one call and are never held against a threshold.
 */
export interface FactIndex {
  /** Replaces what is indexed by a snapshot, at once: a search sees the old snapshot or the new one, never a mix. Publishing a snapshot twice is publishing it once. */
  publish(snapshot: IndexSnapshot): Promise<void>;
  /** Removes an issue's facts; removing an unknown issue changes nothing. */
  removeIssue(issueId: string): Promise<void>;
  /**
   * Finds the facts that share weighted terms with a question, best first; equals in the order of publication. Where
   * the terms stand in very many facts, an engine may score by the most telling of them alone.
   */
  candidates(request: CandidateRequest): Promise<CandidateResult>;
  /** Counts the facts whose statement holds each term, and all facts. */
  frequencies(terms: readonly string[]): Promise<TermFrequencies>;
  /** Fetches indexed facts by id, in the order asked; unknown ids are left out. */
  fetch(ids: readonly string[]): Promise<IndexedFact[]>;
  /** The published snapshot's version; null before the first. */
  version(): Promise<string | null>;
}

/** An immutable set of facts to index. */
export interface IndexSnapshot {
  /** From the content and {@link TERMS_VERSION}: equal content has an equal version. */
  readonly version: string;
  readonly facts: FactSequence;
  /** How the facts divide into issues, in their order: an engine may carry over what it knows of an equal issue. */
  readonly parts?: readonly SnapshotPart[];
}

/** The facts of one issue. */
export interface SnapshotPart {
  readonly issueId: string;
  /** The issue's date as an ISO date or month, or null. */
  readonly date: string | null;
  /** From the issue's content: an issue of the same version has the same facts. */
  readonly version: string;
  /** How many facts it has. */
  readonly size: number;
}

/**
 * Facts in an order: an array, or what reads a fact when it is asked for. An index may keep a snapshot's sequence and
 * ask it again instead of keeping a copy.
 */
export interface FactSequence extends Iterable<IndexedFact> {
  readonly length: number;
  at(ordinal: number): IndexedFact | undefined;
}

/** What an engine knows of a fact: ids, time and folded text in three fields. */
export interface IndexedFact {
  readonly id: string;
  readonly issueId: string;
  /** The issue's date as an ISO date or month, or null. */
  readonly date: string | null;
  readonly statement: string;
  /** What stands around the statement: the rest of its sentence, the sentence before. */
  readonly context: string;
  /** The article's title and the section's heading. */
  readonly title: string;
}

/** A search. */
export interface CandidateRequest {
  /** Index terms (text/term.ts) with their weights, above 0. */
  readonly terms: ReadonlyMap<string, number>;
  /** At most so many hits; 1 to 1,000. */
  readonly limit: number;
  /** Only these issues; all when absent. */
  readonly issueIds?: readonly string[];
  /** Only issues dated within these ISO dates, both included; undated issues are left out then. */
  readonly period?: { readonly from: string; readonly to: string };
}

/** A search's result. */
export interface CandidateResult {
  readonly hits: readonly { readonly id: string; readonly score: number }[];
  /** False when the engine could not look everywhere (a timeout, a shard down): the core then says so and refuses nothing. */
  readonly complete: boolean;
}

/** How many facts there are and in how many each asked term stands. */
export interface TermFrequencies {
  readonly facts: number;
  readonly frequency: ReadonlyMap<string, number>;
}

/** Tells whether an issue's date lies in a period; all do where no period is asked. */
export function isWithin(date: string | null, period: CandidateRequest["period"]): boolean {
  if (period === undefined) return true;
  return date !== null && period.from.slice(0, date.length) <= date && date <= period.to;
}
