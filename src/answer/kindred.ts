import type { Reading, Sentence } from "../fact/reading.ts";
import type { QueryTerm } from "../question/query.ts";
import type { Kinship } from "../search/kinship.ts";
import type { Retrieved } from "../search/retrieve.ts";

/** Words less near than this have hardly more in common than any two. */
const KINDRED = 0.3;

/** What a kindred word counts in a sentence beside the candidate's, and in the title. */
const ASIDE = 0.7;

/** Longer texts around a sentence aren't looked through, in UTF-16 units. */
const LONGEST = 400;

/**
 * How much of what a question's missing terms weigh is said in kindred words by the sentence, those beside it, or the
 * title: 0 where nothing is, 1 where all is.
 */
export function kindredShare(
  missing: readonly QueryTerm[],
  { weights, kinship }: Pick<Retrieved, "weights" | "kinship">,
  reading: Reading,
  sentence: Sentence,
): number {
  let said = 0;
  let all = 0;
  for (const term of missing) {
    const weight = weights.get(term) ?? term.weight;
    all += weight;
    if (term.role !== "name" && term.surface.length > 1)
      said += weight * nearestIn(term.surface, kinship, reading, sentence);
  }
  return all === 0 ? 0 : said / all;
}

function nearestIn(word: string, kinship: Kinship, reading: Reading, sentence: Sentence): number {
  const own = kinship.nearest(word, textOf(reading, sentence));
  const others = [sentence.index - 1, sentence.index + 1]
    .map((index) => reading.sentences[index])
    .filter((other) => other !== undefined && other.block === sentence.block);
  const beside = others.map((other) => (other === undefined ? "" : textOf(reading, other)));
  const aside = Math.max(...[...beside, reading.foldedTitle].map((text) => kinship.nearest(word, text)));
  const near = Math.max(own, ASIDE * aside);
  return near < KINDRED ? 0 : near;
}

function textOf({ folded }: Reading, { start, end }: Sentence): string {
  return folded.slice(start, Math.min(end, start + LONGEST));
}
