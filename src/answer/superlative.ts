import type { Name } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import type { Query } from "../question/query.ts";

/** How a name fits that is said to come first or last, as is asked; and one beside it that isn't. */
const AS_ASKED = 1.3;
const BESIDE = 0.7;

/**
 * How well a name agrees with what comes first or last: 哪个市最高 "which city has most" wants 泉州1487亿元,居首位. It is said
 * between the name and the others beside it.
 */
export function superlativeFit(
  { folded: asked }: Query,
  { folded }: Reading,
  sentence: Sentence,
  name: Name,
  { superlatives }: Pick<CueLexicon, "superlatives">,
): number {
  const wanted = superlatives.find((superlative) => superlative.asked.test(asked));
  if (wanted === undefined || !wanted.told.test(folded.slice(sentence.start, sentence.end))) return 1;
  const others = sentence.mentions.filter((other) => other.kind === name.kind);
  const from = Math.max(sentence.start, ...others.filter(({ end }) => end <= name.start).map(({ end }) => end));
  const to = Math.min(sentence.end, ...others.filter(({ start }) => start >= name.end).map(({ start }) => start));
  const [before = ""] = /[^;；。]*$/u.exec(folded.slice(from, name.start)) ?? [];
  const [after = ""] = /^[^;；。]*/u.exec(folded.slice(name.end, to)) ?? [];
  return wanted.told.test(after) || wanted.told.test(before) ? AS_ASKED : BESIDE;
}
