import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import { slice } from "../text/span.ts";
import type { Proposal } from "./proposal.ts";
import { wholeSentence } from "./proposal.ts";
import { figures } from "./propose-figures.ts";
import { asksForMembers, isAsked } from "./propose-names.ts";
import { lists } from "./propose-rows.ts";
import { isQuestion } from "./text-question.ts";

/** How a sentence fits that surely gives a reason, that may give one, and any other. */
export const REASON = { sure: 1.3, likely: 0.9, other: 0.6 };
/** How a sentence fits that names a means, and any other. */
const MANNER = { with: 0.9, without: 0.65 };

/** How a sentence fits that says what something is, and any other. */
const DEFINITION = { with: 1, without: 0.8 };

/** Why: the sentences that give a reason. */
export function reasons(_query: Query, reading: Reading, sentence: Sentence, { cues }: Lexicon): Proposal[] {
  const text = slice(reading.folded, sentence);
  const isReply = isQuestion(reading, reading.sentences[sentence.index - 1]);
  const likely = cues.reasonHints.test(text) ? REASON.likely : REASON.other;
  return wholeSentence(sentence, isReply || cues.reasons.test(text) ? REASON.sure : likely);
}

/** How: the sentences that name a means. */
export function manners(_query: Query, reading: Reading, sentence: Sentence, { cues }: Lexicon): Proposal[] {
  return wholeSentence(sentence, cues.manners.test(slice(reading.folded, sentence)) ? MANNER.with : MANNER.without);
}

/** What something is: any sentence about it, best one that says so. */
export function definitions(_query: Query, reading: Reading, sentence: Sentence, { cues }: Lexicon): Proposal[] {
  const defines = cues.definitions.test(slice(reading.folded, sentence));
  return wholeSentence(sentence, defines ? DEFINITION.with : DEFINITION.without);
}

/** How a sentence fits where several things are asked for: one that puts things in a row, and any other. */
const ROW = { with: 1.1, without: 0.55, unnamed: 0.3 };

/** What several things are: the rows of names, and the sentences that put things in a row. */
export function rows(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const fit = asksForMembers(query)
    ? ROW.unnamed
    : isRow(reading.folded.slice(sentence.start, sentence.end), lexicon)
      ? ROW.with
      : ROW.without;
  return [...lists(query, reading, sentence, []), ...wholeSentence(sentence, fit)];
}

/** 骑手提前点击送达、赔付门槛藏在小字里: members may be as long as clauses. */
function isRow(text: string, { cues }: Lexicon): boolean {
  const isJoined = /、[^、，,。；;]{1,20}(?:、|和|以及|及|与|等)|, [^,]{2,40},? and /u.test(text);
  return isJoined || cues.rows.test(text);
}

/** How a sentence fits as somebody's words: one that is spoken, one that somebody else speaks, and any other. */
const OPINION = { spoken: 1, another: 0.6, unspoken: 0.3 };

/** What somebody said: the sentences that a person of the question speaks in. */
export function opinions(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  if (!lexicon.names.speech.test(slice(reading.folded, sentence))) return wholeSentence(sentence, OPINION.unspoken);
  const speakers = sentence.mentions.filter(({ kind }) => kind === "person");
  const isAnother = speakers.length > 0 && !speakers.some((speaker) => isAsked(query, reading, speaker));
  return wholeSentence(sentence, isAnother && asksOfSomebody(query) ? OPINION.another : OPINION.spoken);
}

function asksOfSomebody({ terms }: Query): boolean {
  return terms.some(({ role }) => role === "name");
}

export function speakers(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const verbs = lexicon.names.speechAfterName;
  const nearby = [sentence, reading.sentences[sentence.index - 1], reading.sentences[sentence.index + 1]].filter(
    (s) => s !== undefined && s.block === sentence.block,
  );
  for (const near of nearby) {
    const speaking =
      near?.mentions.filter(
        (mention) =>
          (mention.kind === "person" || mention.kind === "organisation") && !isAsked(query, reading, mention),
      ) ?? [];
    const best =
      speaking.find(
        (mention) => mention.kind === "person" && verbs.test(reading.folded.slice(mention.end, mention.end + 12)),
      ) ?? speaking.find((mention) => mention.kind === "person");
    if (best !== undefined)
      return [{ span: { start: best.start, end: best.end }, mention: best, fit: near === sentence ? 1 : 0.9 }];
  }
  return [];
}

/** Keyword questions: the figure in a matching statement, else the sentence. */
export function statements(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const figured = figures(query, reading, sentence, lexicon).map((proposal) => ({
    ...proposal,
    fit: proposal.fit * 0.95,
  }));
  return [...figured, ...wholeSentence(sentence, 0.8)];
}
