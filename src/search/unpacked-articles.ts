import type { Fact } from "../fact/fact.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading } from "../fact/reading.ts";
import type { PackedIssue } from "./packed-issue.ts";
import { factsOf, unpackArticle } from "./packed-issue.ts";

/** A digest's articles, unpacked when they are asked for, by their place in the digest. */
export interface UnpackedArticles {
  /** An article's reading; the same object as long as anyone holds it. */
  readonly reading: (place: number) => Reading;
  readonly facts: (place: number) => readonly Fact[];
}

/** Readings of so many sentences stay unpacked, those last asked for: about 10 MB. */
const KEPT_SENTENCES = 5000;

/** Unpacks the articles of issues, which are counted through. */
export function createUnpackedArticles(issues: readonly PackedIssue[], lexicon: Lexicon): UnpackedArticles {
  const places = issues.flatMap((packed) => packed.articles.map((_, place) => ({ packed, place })));
  const alive: (WeakRef<Reading> | undefined)[] = [];
  const derived = new WeakMap<Reading, readonly Fact[]>();
  const keep = createKeeper(KEPT_SENTENCES);

  const at = (place: number): { readonly packed: PackedIssue; readonly place: number } => {
    const found = places[place];
    if (found === undefined) throw new RangeError(`The digest has no article ${place + 1}`);
    return found;
  };
  const reading = (place: number): Reading => {
    const own = at(place);
    const known = alive[place]?.deref() ?? unpackArticle(own.packed, own.place);
    if (alive[place]?.deref() !== known) alive[place] = new WeakRef(known);
    keep(known);
    return known;
  };
  return {
    reading,
    facts: (place) => {
      const own = at(place);
      const unpacked = reading(place);
      const known = derived.get(unpacked) ?? factsOf(own.packed, own.place, unpacked, lexicon);
      derived.set(unpacked, known);
      return known;
    },
  };
}

/** Holds on to the readings last asked for, up to so many sentences. */
function createKeeper(limit: number): (reading: Reading) => void {
  const kept = new Set<Reading>();
  let sentences = 0;
  return (reading) => {
    if (kept.delete(reading)) sentences -= reading.sentences.length;
    kept.add(reading);
    sentences += reading.sentences.length;
    for (const oldest of kept) {
      if (sentences <= limit || kept.size === 1) break;
      kept.delete(oldest);
      sentences -= oldest.sentences.length;
    }
  };
}
