import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import { detectLanguage } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import type { Features } from "./ranking-features.ts";
import { scoreOf } from "./ranking-features.ts";
import type { SpanToken } from "./span-tokens.ts";
import { spanTokens } from "./span-tokens.ts";

/** The most words in a span that is no clause. */
const LONGEST = 14;

/** A span of a sentence that may be the short answer, in numbers that a linear model can weigh. */
export interface AnswerSpan extends Span {
  readonly features: Features;
}

/**
 * Finds the words of a sentence that answer, where no typed mention does: the span that the learned weights like best.
 * Null where question and sentence are in two languages: nothing then says how the words of one lead to the other's.
 */
export function bestSpan(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Span | null {
  const language = detectLanguage(reading.folded.slice(sentence.start, sentence.end));
  if (language !== query.language) return null;
  const weights = lexicon.ranking.spans[language];
  let best: Span | null = null;
  let most = -Infinity;
  for (const { start, end, features } of answerSpans(query, reading, sentence, lexicon)) {
    const score = scoreOf(weights, features);
    if (score > most) {
      most = score;
      best = { start, end };
    }
  }
  return best;
}

/** Every run of words within a clause, every clause, and every row of clauses. */
export function answerSpans(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): AnswerSpan[] {
  const tokens = spanTokens(reading.folded, sentence, query, lexicon.cues.stop);
  const context = contextOf(query, reading, sentence, tokens, lexicon);
  const spans: AnswerSpan[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.isMark !== false) continue;
    const opensClause = i === 0 || isClauseBreak(tokens[i - 1]);
    let hasBreak = false;
    for (let j = i; j < tokens.length; j++) {
      const token = tokens[j];
      if (token === undefined || (hasBreak && !opensClause)) break;
      if (isClauseBreak(token)) {
        hasBreak = true;
        continue;
      }
      if (token.isMark && !CLOSERS.has(token.text)) continue;
      const closesClause = j === tokens.length - 1 || isClauseBreak(tokens[j + 1]);
      if (hasBreak ? !closesClause : j - i >= LONGEST && !(opensClause || closesClause)) continue;
      spans.push({ start: tokens[i]?.start ?? 0, end: token.end, features: featuresOf(i, j, tokens, context) });
    }
  }
  return spans;
}

const CLOSERS = new Set(["」", "』", "》", "”", '"', ")", "%", "％"]);

function isClauseBreak(token: SpanToken | undefined): boolean {
  return token !== undefined && /^[,;:，；：。!?！？.…—]+$/u.test(token.text);
}

/** What is the same for all spans of a sentence. */
interface SpanContext {
  readonly group: string;
  readonly type: AnswerType;
  readonly query: Query;
  readonly reading: Reading;
  readonly sentence: Sentence;
  /** Tokens that hold the last word before the question's interrogative, and the first after it. */
  readonly beforeHole: readonly number[];
  readonly afterHole: readonly number[];
}

const GROUPS: Partial<Record<AnswerType, string>> = {
  quantity: "Figure",
  change: "Figure",
  share: "Figure",
  duration: "Figure",
  person: "Name",
  organisation: "Name",
  place: "Name",
  post: "Name",
  speaker: "Name",
  time: "Time",
  reason: "Reason",
  manner: "Reason",
  opinion: "Reason",
};

function contextOf(
  query: Query,
  reading: Reading,
  sentence: Sentence,
  tokens: readonly SpanToken[],
  lexicon: Lexicon,
): SpanContext {
  const at = query.folded.search(lexicon.cues.interrogatives);
  const hole = lexicon.cues.interrogatives.exec(query.folded)?.[0].length ?? 0;
  lexicon.cues.interrogatives.lastIndex = 0;
  const wordsOf = (text: string): SpanToken[] =>
    spanTokens(text, { start: 0, end: text.length }, { wording: "" }, lexicon.cues.stop).filter(
      (word) => !word.isMark && !word.isStop,
    );
  const before = at < 0 ? undefined : wordsOf(query.folded.slice(0, at)).at(-1);
  const after = at < 0 ? undefined : wordsOf(query.folded.slice(at + hole))[0];
  const places = (word: SpanToken | undefined): number[] =>
    word === undefined
      ? []
      : tokens.flatMap((token, i) =>
          token.text === word.text || (token.text.length > 3 && token.text.slice(0, 4) === word.text.slice(0, 4))
            ? [i]
            : [],
        );
  return {
    group: GROUPS[query.type] ?? "Open",
    type: query.type,
    query,
    reading,
    sentence,
    beforeHole: places(before),
    afterHole: places(after),
  };
}

function featuresOf(i: number, j: number, tokens: readonly SpanToken[], context: SpanContext): Features {
  const { group, type, query, reading, sentence } = context;
  const first = tokens[i];
  const last = tokens[j];
  if (first === undefined || last === undefined) return {};
  const span = { start: first.start, end: last.end };
  const text = reading.folded.slice(span.start, span.end);
  const size = Math.log(1 + text.length) / 4;
  const inside = tokens.slice(i, j + 1);
  const words = inside.filter((token) => !token.isMark);
  const asked = words.reduce((sum, token) => sum + (token.isAsked && !token.isStop ? token.text.length : 0), 0);
  const previous = tokens[i - 1];
  const next = tokens[j + 1];
  const features: Record<string, number> = {
    size,
    size2: size * size,
    [`size${group}`]: size,
    [`size2${group}`]: size * size,
    asked: asked / text.length,
    [`asked${group}`]: asked / text.length,
    anyAsked: Number(asked > 0),
    askedFirst: Number(first.isAsked && !first.isStop),
    askedLast: Number(last.isAsked && !last.isStop),
    stopFirst: Number(first.isStop),
    stopLast: Number(last.isStop),
    single: Number(words.length === 1),
    one: Number(text.length === 1),
    askedLeft: gapTo(tokens, i, -1),
    askedRight: gapTo(tokens, j, 1),
    holeBefore: nearest(context.beforeHole, (k) => (k < i ? i - k : null)),
    holeBeforeWrong: nearest(context.beforeHole, (k) => (k > j ? k - j : null)),
    holeAfter: nearest(context.afterHole, (k) => (k > j ? k - j : null)),
    holeAfterWrong: nearest(context.afterHole, (k) => (k < i ? i - k : null)),
    holeInside: Number([...context.beforeHole, ...context.afterHole].some((k) => k >= i && k <= j)),
    clauseFirst: Number(i === 0 || isClauseBreak(previous)),
    clauseLast: Number(next === undefined || isClauseBreak(next)),
    clauses: Math.min(3, inside.filter((token) => isClauseBreak(token)).length) / 3,
    whole: Number(i === 0 && (next === undefined || tokens.length - j <= 2)),
    digits: Number(/\d/u.test(text)),
    [`digits${group}`]: Number(/\d/u.test(text)),
    row: Number(/[、]| and |, /u.test(text)),
    [`row-${type}`]: Number(/[、]| and |, /u.test(text)),
    headLast: Number(
      query.focus !== null && text.length > query.focus.surface.length && text.endsWith(query.focus.surface),
    ),
    headLastCharacter: Number(
      query.focus !== null &&
        /^\p{Script=Han}+$/u.test(query.focus.surface) &&
        text.endsWith(query.focus.surface.slice(-1)),
    ),
    headNext: Number(
      query.focus !== null && next !== undefined && reading.folded.startsWith(query.focus.surface, span.end),
    ),
    [`previous=${previous?.text ?? ""}`]: 1,
    [`last${group}=${last.text}`]: 1,
    [`next=${next?.text ?? ""}`]: 1,
    [`first=${first.text}`]: 1,
    [`last=${last.text}`]: 1,
  };
  for (const mention of sentence.mentions) {
    if (mention.start === span.start && mention.end === span.end) {
      features[`is-${mention.kind}`] = 1;
      features[`is-${mention.kind}-${type}`] = 1;
    } else if (
      mention.kind !== "list" &&
      ((mention.start < span.start && mention.end > span.start) || (mention.start < span.end && mention.end > span.end))
    )
      features["cuts"] = 1;
  }
  if (/[\p{Lu}]/u.test(context.reading.article.text.charAt(span.start))) {
    features["capital"] = 1;
    features[`capital${group}`] = 1;
  }
  return features;
}

/** How near the next word of the question stands in a direction, 0 to 1. */
function gapTo(tokens: readonly SpanToken[], from: number, step: 1 | -1): number {
  for (let i = from + step, gap = 1; i >= 0 && i < tokens.length; i += step, gap++) {
    const token = tokens[i];
    if (token?.isAsked === true && !token.isStop) return 1 / gap;
  }
  return 0;
}

function nearest(places: readonly number[], gap: (place: number) => number | null): number {
  let best = 0;
  for (const place of places) {
    const found = gap(place);
    if (found !== null) best = Math.max(best, 1 / found);
  }
  return best;
}
