import type { Weights } from "../lexicon/ranking-weights.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Features } from "./ranking-features.ts";
import type { SpanContext } from "./span-context.ts";
import { contextOf, isTelling } from "./span-context.ts";
import { isClauseBreak } from "./span-tokens.ts";
import type { SpanToken } from "./span-tokens.ts";

/** A run of a sentence's tokens, both ends included. */
export interface TokenRun {
  readonly first: number;
  readonly last: number;
}

/** The spans of a sentence in numbers. */
export interface DescribedSpans {
  readonly featuresOf: (run: TokenRun) => Features;
  /** Prepares to add up what the features of a span weigh; what its ends tell is added up once for all spans there. */
  readonly scorer: (weights: Weights) => (run: TokenRun) => number;
}

/** Takes a feature by its name. */
type Take = (name: string, value: number) => void;

/** Describes the spans of a sentence: by what they begin with, by what they end with, by what they hold. */
export function describeSpans(
  query: Query,
  reading: Reading,
  sentence: Sentence,
  tokens: readonly SpanToken[],
  lexicon: Lexicon,
): DescribedSpans {
  const context = contextOf(query, reading, sentence, tokens, lexicon);
  return {
    featuresOf: (run) => {
      const features: Record<string, number> = {};
      const take: Take = (name, value) => void (features[name] = value);
      describeBeginning(context, run.first, take);
      describeEnd(context, run.last, take);
      describeInside(context, run, take);
      return features;
    },
    scorer: (weights) => {
      let sum = 0;
      const add: Take = (name, value) => {
        if (value !== 0) sum += (weights[name] ?? 0) * value;
      };
      const added = (describe: () => void): number => {
        sum = 0;
        describe();
        return sum;
      };
      const beginnings = tokens.map((_, first) => added(() => describeBeginning(context, first, add)));
      const ends = tokens.map((_, last) => added(() => describeEnd(context, last, add)));
      return (run) =>
        (beginnings[run.first] ?? 0) + (ends[run.last] ?? 0) + added(() => describeInside(context, run, add));
    },
  };
}

function describeBeginning({ tokens, hole, group, reading }: SpanContext, i: number, take: Take): void {
  const first = tokens[i];
  if (first === undefined) return;
  take("askedFirst", Number(isTelling(first)));
  take("stopFirst", Number(first.isStop));
  take("askedLeft", gapTo(tokens, i, -1));
  take("holeBefore", hole.nearest("before", i, -1));
  take("holeAfterWrong", hole.nearest("after", i, -1));
  take("clauseFirst", Number(i === 0 || isClauseBreak(tokens[i - 1])));
  take(`previous=${tokens[i - 1]?.text ?? ""}`, 1);
  take(`first=${first.text}`, 1);
  if (!/\p{Lu}/u.test(reading.article.text.charAt(first.start))) return;
  take("capital", 1);
  take(`capital${group}`, 1);
}

function describeEnd({ tokens, hole, group, reading, query }: SpanContext, j: number, take: Take): void {
  const last = tokens[j];
  if (last === undefined) return;
  const next = tokens[j + 1];
  take("askedLast", Number(isTelling(last)));
  take("stopLast", Number(last.isStop));
  take("askedRight", gapTo(tokens, j, 1));
  take("holeBeforeWrong", hole.nearest("before", j, 1));
  take("holeAfter", hole.nearest("after", j, 1));
  take("clauseLast", Number(next === undefined || isClauseBreak(next)));
  take(
    "headNext",
    Number(query.focus !== null && next !== undefined && reading.folded.startsWith(query.focus.surface, last.end)),
  );
  take(`last${group}=${last.text}`, 1);
  take(`next=${next?.text ?? ""}`, 1);
  take(`last=${last.text}`, 1);
}

function describeInside(context: SpanContext, { first: i, last: j }: TokenRun, take: Take): void {
  const { tokens, type, group, before, query, reading, joints, hole } = context;
  const start = tokens[i]?.start ?? 0;
  const end = tokens[j]?.end ?? 0;
  const within = (sums: Uint32Array): number => (sums[j + 1] ?? 0) - (sums[i] ?? 0);
  const length = end - start;
  const size = Math.log(1 + length) / 4;
  take("size", size);
  take("size2", size * size);
  take(`size${group}`, size);
  take(`size2${group}`, size * size);
  const asked = within(before.asked);
  take("asked", asked / length);
  take(`asked${group}`, asked / length);
  take("anyAsked", Number(asked > 0));
  take("single", Number(within(before.words) === 1));
  take("one", Number(length === 1));
  take("holeInside", Number(hole.isWithin(i, j)));
  take("clauses", Math.min(3, within(before.breaks)) / 3);
  take("whole", Number(i === 0 && (j === tokens.length - 1 || tokens.length - j <= 2)));
  const digits = Number(within(before.digits) > 0);
  take("digits", digits);
  take(`digits${group}`, digits);
  const row = Number(joints.some((joint) => joint.start >= start && joint.end <= end));
  take("row", row);
  take(`row-${type}`, row);
  const head = query.focus?.surface ?? "";
  const endsIn = (ending: string): boolean =>
    ending !== "" && length >= ending.length && reading.folded.startsWith(ending, end - ending.length);
  take("headLast", Number(length > head.length && endsIn(head)));
  take("headLastCharacter", Number(isHanWord(head) && endsIn(head.slice(-1))));
  describeMentions(context, start, end, take);
}

function isHanWord(word: string): boolean {
  return /^\p{Script=Han}+$/u.test(word);
}

/** A span that is a mention, and one that cuts a mention in two. */
function describeMentions({ sentence, type }: SpanContext, start: number, end: number, take: Take): void {
  const kinds: string[] = [];
  let cuts = false;
  for (const mention of sentence.mentions) {
    if (mention.start === start && mention.end === end) {
      if (!kinds.includes(mention.kind)) kinds.push(mention.kind);
    } else if (mention.kind !== "list")
      cuts ||= (mention.start < start && mention.end > start) || (mention.start < end && mention.end > end);
  }
  for (const kind of kinds) {
    take(`is-${kind}`, 1);
    take(`is-${kind}-${type}`, 1);
  }
  if (cuts) take("cuts", 1);
}

/** How near the next word of the question stands in a direction, 0 to 1. */
function gapTo(tokens: readonly SpanToken[], from: number, step: 1 | -1): number {
  for (let i = from + step, gap = 1; i >= 0 && i < tokens.length; i += step, gap++) {
    const token = tokens[i];
    if (token !== undefined && isTelling(token)) return 1 / gap;
  }
  return 0;
}
