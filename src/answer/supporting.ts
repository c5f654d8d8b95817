import type { Lexicon } from "../fact/lexicon.ts";
import type { Sentence } from "../fact/reading.ts";
import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import { slice } from "../text/span.ts";
import type { RankedCandidate } from "./candidate.ts";
import { sentenceAfter, sentenceBefore } from "./neighbours.ts";
import type { Selection } from "./selection.ts";

/** A sentence that a reply quotes, and what of it answers. */
export type Quoted = Pick<RankedCandidate, "reading" | "sentence" | "span">;

/** How many sentences a reply quotes for what no single span answers. */
const MOST = 3;

/** How far behind the best a sentence of the same article may be and still be quoted; somebody's words go on for longer. */
const REACH = { opinion: 2.5, other: 1 };

/** The sentences that an answer rests on, first the one that it is from: what completes it, then what says nearly as much. */
export function supporting(selection: Selection, best: RankedCandidate, lexicon: Lexicon): Quoted[] {
  const { reading, sentence } = best;
  if (best.mention !== null && best.mention.kind !== "list")
    return selection.asked === null ? [best] : [best, { ...selection.asked, span: selection.asked.sentence }];
  const neighbours = [
    selection.asked?.sentence,
    namingBefore(best, lexicon),
    completingAfter(selection.query.type, best, lexicon),
  ].filter((neighbour) => neighbour != null);
  const reach = selection.query.type === "opinion" ? REACH.opinion : REACH.other;
  const alike = selection.ranked.filter(
    (candidate) => candidate.reading === reading && candidate.fit >= 0.5 && candidate.score > best.score - reach,
  );
  const others = new Set([...neighbours, ...alike.map((candidate) => candidate.sentence)]);
  others.delete(sentence);
  return [best, ...[...others].map((other) => ({ reading, sentence: other, span: other }))].slice(0, MOST);
}

/** The sentence that names whom the best one calls 她 or 该公司. */
function namingBefore({ reading, sentence }: RankedCandidate, { cues }: Lexicon): Sentence | null {
  const text = slice(reading.folded, sentence);
  const isNamedBefore = cues.opens.person.test(text) || cues.opens.organisation.test(text);
  return isNamedBefore ? sentenceBefore(reading, sentence) : null;
}

/** The sentence that goes on with what the best one began: more words of the same speaker, a second reason. */
function completingAfter(type: AnswerType, { reading, sentence }: RankedCandidate, lexicon: Lexicon): Sentence | null {
  const next = sentenceAfter(reading, sentence);
  if (next === null || next.block !== sentence.block || !GOES_ON.has(type)) return null;
  const text = slice(reading.folded, next);
  const { opens } = lexicon.cues;
  const goesOnSpeaking =
    type === "opinion" && (/^["“]/u.test(text) || opens.person.test(text)) && lexicon.names.speech.test(text);
  return goesOnSpeaking || opens.goesOn.test(text) || /[:：]\s*$/u.test(slice(reading.folded, sentence)) ? next : null;
}

/** What can be told in more than one sentence. */
const GOES_ON = new Set<AnswerType>(["reason", "manner", "opinion", "list", "definition"]);
