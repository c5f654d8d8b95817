import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import { detectLanguage } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import type { Features } from "./ranking-features.ts";
import type { TokenRun } from "./span-features.ts";
import { describeSpans } from "./span-features.ts";
import { isClauseBreak, spanTokens } from "./span-tokens.ts";
import type { SpanToken } from "./span-tokens.ts";

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
  const tokens = spanTokens(reading.folded, sentence, query, lexicon.cues.stop);
  const scoreOf = describeSpans(query, reading, sentence, tokens, lexicon).scorer(lexicon.ranking.spans[language]);
  let best: TokenRun | null = null;
  let most = -Infinity;
  for (const run of runsOf(tokens)) {
    const score = scoreOf(run);
    if (score > most) [most, best] = [score, run];
  }
  return best === null ? null : spanOf(tokens, best);
}

/** Every run of words within a clause, every clause, and every row of clauses, with its features by name. */
export function answerSpans(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): AnswerSpan[] {
  const tokens = spanTokens(reading.folded, sentence, query, lexicon.cues.stop);
  const { featuresOf } = describeSpans(query, reading, sentence, tokens, lexicon);
  return runsOf(tokens).map((run) => ({ ...spanOf(tokens, run), features: featuresOf(run) }));
}

function runsOf(tokens: readonly SpanToken[]): TokenRun[] {
  const runs: TokenRun[] = [];
  const isBreak = tokens.map((token) => isClauseBreak(token));
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first]?.isMark !== false) continue;
    const opensClause = first === 0 || isBreak[first - 1] === true;
    let hasBreak = false;
    for (let last = first; last < tokens.length; last++) {
      const token = tokens[last];
      if (token === undefined || (hasBreak && !opensClause)) break;
      if (isBreak[last] === true) {
        hasBreak = true;
        continue;
      }
      if (token.isMark && !CLOSERS.has(token.text)) continue;
      const closesClause = last === tokens.length - 1 || isBreak[last + 1] === true;
      if (hasBreak ? !closesClause : last - first >= LONGEST && !(opensClause || closesClause)) continue;
      runs.push({ first, last });
    }
  }
  return runs;
}

const CLOSERS = new Set(["」", "』", "》", "”", '"', ")", "%", "％"]);

function spanOf(tokens: readonly SpanToken[], { first, last }: TokenRun): Span {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}
