import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";

/** How a name fits that is said to come first, where that is asked for; and one beside it that isn't. */
const FIRST = 1.3;
const BESIDE_FIRST = 0.7;

/** How well a name agrees with what comes first: 哪个市最高 "which city has most" wants 泉州1487亿元,居首位. */
export function superlativeFit({ folded: asked }: Query, { folded }: Reading, sentence: Sentence, name: Span): number {
  if (!ASKED.test(asked)) return 1;
  const text = folded.slice(sentence.start, sentence.end);
  if (!TOLD.test(text)) return 1;
  const [before = ""] = /[^;；。]*$/u.exec(folded.slice(sentence.start, name.start)) ?? [];
  const [after = ""] = /^[^;；。]*/u.exec(folded.slice(name.end, sentence.end)) ?? [];
  return TOLD.test(after) || TOLD.test(before) ? FIRST : BESIDE_FIRST;
}

const ASKED = /最[高多大]|第一|榜首|头名|\b(?:highest|largest|biggest|most|top|first)\b/u;
const TOLD =
  /居首|居第一|首位|榜首|排名?第一|名列第一|最[高多大]|领跑|\b(?:highest|largest|biggest|most|top|led|leads)\b/u;
