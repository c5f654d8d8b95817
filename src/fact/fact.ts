import { createHash } from "node:crypto";
import type { Lexicon } from "./lexicon.ts";
import type { Span } from "../text/span.ts";
import { contains } from "../text/span.ts";
import type { Clause } from "./clause.ts";
import { periodAt, placeAt, speakerAt } from "./context.ts";
import type { Mention, Name, Period } from "./mention.ts";
import type { Reading, Sentence } from "./reading.ts";

/**
 * The unit that is indexed: one statement of an article, with what it mentions and the context it leaves out.
 *
 * A statement is a sentence, or the clauses around one subject where a sentence holds several with figures:
 * 出口约1.03万亿元,增长4.7% and 进口约2911亿元,增长9.3% are two facts of one sentence.
 */
export interface Fact extends Span {
  /** From the content: the same statement in the same place has the same id. */
  readonly id: string;
  readonly reading: Reading;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly context: FactContext;
}

/** What a statement doesn't say itself. */
export interface FactContext {
  readonly heading: Span | null;
  readonly period: Period | null;
  readonly place: Name | null;
  readonly speaker: Span | null;
}

/**
 * Derives the facts of an article, in order.
 *
 * @param ids Their ids, where they are known already: working them out takes longer than all the rest.
 */
export function deriveFacts(reading: Reading, lexicon: Lexicon, ids: readonly string[] = []): Fact[] {
  const speech = lexicon.names.speechAfterName;
  let ordinal = 0;
  return reading.sentences.flatMap((sentence) => {
    const speaker = speakerAt(reading, sentence, speech);
    return statementsOf(sentence).map((span) => {
      const mentions = sentence.mentions.filter((mention) => contains(span, mention));
      const figure = mentions.find((mention) => mention.kind === "quantity")?.start ?? span.end;
      const context = {
        heading: sentence.heading,
        period: periodAt(reading, sentence, figure),
        place: placeAt(reading, sentence, figure),
        speaker,
      };
      return { id: ids[ordinal++] ?? factId(reading, span), reading, sentence, ...span, mentions, context };
    });
  });
}

function factId(reading: Reading, span: Span): string {
  const content = `${reading.article.id}\n${span.start}\n${reading.article.text.slice(span.start, span.end)}`;
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}

/** Groups a sentence's clauses: a clause with a figure and a subject of its own begins a statement. */
function statementsOf(sentence: Sentence): Span[] {
  const groups: Clause[][] = [];
  let hasFigure = false;
  for (const clause of sentence.clauses) {
    const begins = isFigure(sentence, clause) && !clause.leans;
    const current = groups.at(-1);
    if (current === undefined || (begins && hasFigure)) {
      groups.push([clause]);
      hasFigure = isFigure(sentence, clause);
    } else {
      current.push(clause);
      hasFigure ||= isFigure(sentence, clause);
    }
  }
  if (groups.length < 2) return [{ start: sentence.start, end: sentence.end }];
  return groups.map((group, i) => ({
    start: i === 0 ? sentence.start : (group[0]?.start ?? sentence.start),
    end: i === groups.length - 1 ? sentence.end : (group.at(-1)?.end ?? sentence.end),
  }));
}

function isFigure(sentence: Sentence, clause: Clause): boolean {
  return sentence.mentions.some(
    (mention) => mention.kind === "quantity" && mention.dimension !== "ordinal" && contains(clause, mention),
  );
}
