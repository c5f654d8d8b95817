import type { Fact } from "../fact/fact.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading } from "../fact/reading.ts";
import type { FactSequence, IndexedFact } from "./fact-index.ts";
import { isoDate } from "../digest/issue-date.ts";
import { LazyMap } from "./lazy-map.ts";
import type { PackedIssue } from "./packed-issue.ts";
import { createUnpackedArticles } from "./unpacked-articles.ts";
import { slice } from "../text/span.ts";

/** What packed issues hold, unpacked where it is looked at. */
export interface FactStore {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly factsOf: (articleId: string) => readonly Fact[];
  /** The facts as an index sees them, in the order of {@link facts}. */
  readonly indexed: FactSequence;
}

/** Opens packed issues, in their order. */
export function createFactStore(issues: readonly PackedIssue[], lexicon: Lexicon): FactStore {
  const articles = createUnpackedArticles(issues, lexicon);
  const ids = issues.flatMap((packed) => packed.issue.articles.map(({ id }) => id));
  const factIds = issues.flatMap((packed) => packed.articles.map((article) => article.factIds));
  const firstFacts = firstOf(factIds.map(({ length }) => length));
  const factAt = (ordinal: number): Fact => {
    const place = articleOf(firstFacts, ordinal);
    const fact = articles.facts(place)[ordinal - (firstFacts[place] ?? 0)];
    if (fact === undefined) throw new RangeError(`The digest has no fact ${ordinal + 1}`);
    return fact;
  };
  const places = new Map(ids.map((id, place) => [id, place]));
  const length = firstFacts[ids.length] ?? 0;
  return {
    readings: new LazyMap(ids, articles.reading),
    facts: new LazyMap(inTurn(factIds), factAt),
    factsOf: (articleId) => {
      const place = places.get(articleId);
      return place === undefined ? [] : articles.facts(place);
    },
    indexed: {
      length,
      at: (ordinal) => (ordinal >= 0 && ordinal < length ? new FactView(factAt(ordinal)) : undefined),
      *[Symbol.iterator]() {
        for (let ordinal = 0; ordinal < length; ordinal++) yield new FactView(factAt(ordinal));
      },
    },
  };
}

/** The members of lists, one list after another. */
function* inTurn<T>(lists: readonly (readonly T[])[]): Generator<T> {
  for (const list of lists) yield* list;
}

/** The ordinal of each article's first fact, and at the end the number of all facts. */
function firstOf(counts: readonly number[]): Uint32Array {
  const first = new Uint32Array(counts.length + 1);
  for (const [i, count] of counts.entries()) first[i + 1] = (first[i] ?? 0) + count;
  return first;
}

/** The place of the article that a fact belongs to: the last that begins at it or before it. */
function articleOf(firstFacts: Uint32Array, ordinal: number): number {
  let low = 0;
  let high = firstFacts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((firstFacts[middle] ?? 0) <= ordinal) low = middle;
    else high = middle;
  }
  return low;
}

/** A fact as an index sees it. A search asks its hits for nothing but their ids, so texts are put together when asked for. */
class FactView implements IndexedFact {
  readonly id: string;
  private readonly fact: Fact;

  constructor(fact: Fact) {
    this.id = fact.id;
    this.fact = fact;
  }

  get issueId(): string {
    return this.fact.reading.article.issueId;
  }

  get date(): string | null {
    return isoDate(this.fact.reading.issueDate) || null;
  }

  get statement(): string {
    return slice(this.fact.reading.folded, this.fact);
  }

  get context(): string {
    const { reading, sentence, start, end } = this.fact;
    const previous = reading.sentences[sentence.index - 1];
    const before = previous?.block === sentence.block ? slice(reading.folded, previous) : "";
    return `${before}\n${reading.folded.slice(sentence.start, start)}\n${reading.folded.slice(end, sentence.end)}`;
  }

  get title(): string {
    const { reading, sentence } = this.fact;
    return `${reading.foldedTitle}\n${sentence.heading === null ? "" : slice(reading.folded, sentence.heading)}`;
  }
}
