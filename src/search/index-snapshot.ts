import type { MovedPostings } from "./carried-postings.ts";
import { carryPostings, GONE } from "./carried-postings.ts";
import type { IndexedFact, IndexSnapshot, SnapshotPart } from "./fact-index.ts";
import { pauseEvery } from "./pauses.ts";
import { buildPostings } from "./postings.ts";
import type { Postings } from "./postings.ts";

/** So many facts are indexed before others have their turn: some milliseconds' work. */
const FACTS_AT_ONCE = 100;
/** So many postings are merged before others have their turn: some milliseconds' work. */
const POSTINGS_AT_ONCE = 300_000;

/** What the index keeps of a snapshot. */
export interface IndexedSnapshot {
  readonly version: string;
  /** How the facts divide into issues; empty where that wasn't told. */
  readonly parts: readonly SnapshotPart[];
  readonly issues: readonly IndexedIssue[];
  /** The place in {@link issues} of each fact's issue, by ordinal. */
  readonly issueOf: Uint32Array;
  readonly postings: Postings;
}

/** An issue as filters see it. */
export interface IndexedIssue {
  readonly id: string;
  readonly date: string | null;
}

/**
 * Indexes a snapshot's facts. Of those that an earlier index has, nothing is read again: only the facts of issues that
 * are new or changed are.
 */
export async function indexSnapshot(snapshot: IndexSnapshot, known: IndexedSnapshot | null): Promise<IndexedSnapshot> {
  if (known?.version === snapshot.version) return known;
  const order = known === null || snapshot.parts === undefined ? null : compareParts(known.parts, snapshot.parts);
  return known === null || order === null ? readAll(snapshot) : carryOver(snapshot, known, order);
}

async function carryOver(
  { version, facts, parts = [] }: IndexSnapshot,
  known: IndexedSnapshot,
  order: Order,
): Promise<IndexedSnapshot> {
  const fresh = await buildPostings(factsAt(order.came, facts), pauseEvery(FACTS_AT_ONCE));
  const stayed: MovedPostings = { postings: known.postings, moved: order.stayed };
  const came: MovedPostings = { postings: fresh, moved: Uint32Array.from(order.came) };
  return {
    version,
    parts,
    issues: parts.map(({ issueId, date }) => ({ id: issueId, date })),
    issueOf: placesOf(parts, facts.length),
    postings: await carryPostings(stayed, came, facts.length, pauseEvery(POSTINGS_AT_ONCE)),
  };
}

/** The place of each fact's issue, by ordinal. */
function placesOf(parts: readonly SnapshotPart[], facts: number): Uint32Array {
  const places = new Uint32Array(facts);
  let ordinal = 0;
  for (const [place, { size }] of parts.entries()) {
    places.fill(place, ordinal, ordinal + size);
    ordinal += size;
  }
  return places;
}

/** Reads all facts. */
async function readAll({ version, facts, parts = [] }: IndexSnapshot): Promise<IndexedSnapshot> {
  const issues = new Map<string, IndexedIssue & { readonly place: number }>();
  const issueOf = new Uint32Array(facts.length);
  let ordinal = 0;
  const postings = await buildPostings(noted(), pauseEvery(FACTS_AT_ONCE));
  return { version, parts, issues: [...issues.values()].map(({ id, date }) => ({ id, date })), issueOf, postings };

  /** The facts, each read once, with its issue noted on the way. */
  function* noted(): Generator<IndexedFact> {
    for (const fact of facts) {
      const issue = issues.get(fact.issueId) ?? { id: fact.issueId, date: fact.date, place: issues.size };
      issues.set(fact.issueId, issue);
      issueOf[ordinal++] = issue.place;
      yield fact;
    }
  }
}

interface Order {
  /** The new ordinal of each old fact. */
  readonly stayed: Uint32Array;
  /** The ordinals of the facts that are new. */
  readonly came: readonly number[];
}

/** What of an earlier index stays; null where nothing does, or issues stand in another order now. */
function compareParts(old: readonly SnapshotPart[], parts: readonly SnapshotPart[]): Order | null {
  const firstOld = new Map<string, number>();
  let oldSize = 0;
  for (const { version, size } of old) {
    firstOld.set(version, oldSize);
    oldSize += size;
  }
  const stayed = new Uint32Array(oldSize).fill(GONE);
  const came: number[] = [];
  let ordinal = 0;
  let last = -1;
  for (const { version, size } of parts) {
    const first = firstOld.get(version);
    if (first !== undefined && first < last) return null;
    last = first ?? last;
    for (let i = 0; i < size; i++, ordinal++) {
      if (first === undefined) came.push(ordinal);
      else stayed[first + i] = ordinal;
    }
  }
  return last === -1 ? null : { stayed, came };
}

function* factsAt(ordinals: readonly number[], facts: IndexSnapshot["facts"]): Generator<IndexedFact> {
  for (const ordinal of ordinals) {
    const fact = facts.at(ordinal);
    if (fact !== undefined) yield fact;
  }
}
