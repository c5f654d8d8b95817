import type { Article, Block, IssueDate } from "../digest/issue.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold } from "../text/fold.ts";
import { splitSentences } from "../text/sentence.ts";
import type { Span } from "../text/span.ts";
import { contains, overlaps } from "../text/span.ts";
import { findByline } from "./byline.ts";
import type { Clause } from "./clause.ts";
import { splitClauses, withLeadingDates } from "./clause.ts";
import { findEnumerations } from "./enumeration.ts";
import type { Mention, Period } from "./mention.ts";
import { findNames } from "./name.ts";
import { findPeriods } from "./period.ts";
import { findQuantities } from "./quantity.ts";
import { withRepeatedNames } from "./repeated-name.ts";
import type { ShortForm } from "./short-form.ts";
import { findShortForms } from "./short-form.ts";
import { leansOnClauseBefore } from "./subject.ts";

/** An article, read: its sentences with the typed mentions in them. All spans point into the article's text. */
export interface Reading {
  readonly article: Article;
  readonly issueDate: IssueDate | null;
  /** The article's text, folded; offsets are the same. */
  readonly folded: string;
  readonly foldedTitle: string;
  readonly titlePeriods: readonly Period[];
  readonly sentences: readonly Sentence[];
  readonly shortForms: readonly ShortForm[];
  /** Who wrote the article. */
  readonly byline: readonly Span[];
}

/** A sentence of an article's text, headings excepted. */
export interface Sentence extends Span {
  readonly index: number;
  /** The index of its block in the article. */
  readonly block: number;
  /** The section heading above it, or null. */
  readonly heading: Span | null;
  readonly clauses: readonly LeaningClause[];
  readonly mentions: readonly Mention[];
}

/** A clause; `leans` where what it says is about the subject of the clause before (同比增长5.7%). */
export interface LeaningClause extends Clause {
  readonly leans: boolean;
}

/** Reads an article: splits it into sentences and finds what they mention. The same article always reads the same. */
export function readArticle(article: Article, issueDate: IssueDate | null, lexicon: Lexicon): Reading {
  const folded = fold(article.text);
  const foldedTitle = fold(article.title);
  const sentences: Sentence[] = [];
  let heading: Span | null = null;
  const source = { article, folded, issueDate, lexicon };
  const mentions = withRepeatedNames(
    folded,
    article.blocks.map((block) => (block.kind === "heading" ? [] : mentionsOf(source, block))),
    article.blocks,
  );
  for (const [block, span] of article.blocks.entries()) {
    if (span.kind === "heading") heading = { start: span.start, end: span.end };
    else pushSentences(sentences, source, mentions[block] ?? [], block, heading);
  }
  return {
    article,
    issueDate,
    folded,
    foldedTitle,
    titlePeriods: findPeriods(foldedTitle, issueDate, lexicon.periods),
    sentences,
    shortForms: findShortForms(folded),
    byline: findByline(article.text),
  };
}

interface Source {
  readonly article: Article;
  readonly folded: string;
  readonly issueDate: IssueDate | null;
  readonly lexicon: Lexicon;
}

function pushSentences(
  sentences: Sentence[],
  source: Source,
  mentions: readonly Mention[],
  blockIndex: number,
  heading: Span | null,
): void {
  const block = source.article.blocks[blockIndex];
  for (const span of block === undefined ? [] : splitSentences(source.article.text, block)) {
    const own = mentions.filter((mention) => contains(span, mention)).map((mention) => withinSentence(mention, span));
    sentences.push({
      ...span,
      index: sentences.length,
      block: blockIndex,
      heading,
      clauses: withLeadingDates(source.folded, own, splitClauses(source.folded, span)).map((clause, i) => ({
        ...clause,
        leans: i > 0 && leansOnClauseBefore(source.folded, own, clause),
      })),
      mentions: [
        ...own,
        ...findEnumerations(source.folded, span).filter(
          (list) =>
            !own.some(
              (mention) => mention.kind === "person" && mention.title !== null && overlaps(mention.title, list),
            ),
        ),
      ].sort((a, b) => a.start - b.start || b.end - a.end),
    });
  }
}

function mentionsOf({ article, folded, issueDate, lexicon }: Source, block: Block): Mention[] {
  const text = folded.slice(block.start, block.end);
  const periods = findPeriods(text, issueDate, lexicon.periods);
  const quantities = findQuantities(text, lexicon.quantities).filter(
    (quantity) => !periods.some((period) => overlaps(period, quantity) && period.precision !== "vague"),
  );
  const names = findNames(article.text.slice(block.start, block.end), text, lexicon.names);
  return [...periods, ...quantities, ...names].map((mention) => moved(mention, block.start));
}

/** A post that runs past its sentence is cut to it, for a citation must hold it. */
function withinSentence(mention: Mention, sentence: Span): Mention {
  if (mention.kind !== "person" || mention.title === null || contains(sentence, mention.title)) return mention;
  const title = {
    start: Math.max(mention.title.start, sentence.start),
    end: Math.min(mention.title.end, sentence.end),
  };
  return { ...mention, title: title.end > title.start ? title : null };
}

/** Moves a mention from its block's offsets to the article's. */
function moved(mention: Mention, by: number): Mention {
  const span = shift(mention, by);
  switch (mention.kind) {
    case "quantity":
      return { ...mention, ...span, bare: shift(mention.bare, by) };
    case "period":
      return { ...mention, ...span };
    case "list":
      return { ...mention, ...span, members: mention.members.map((member) => shift(member, by)) };
    default:
      return { ...mention, ...span, title: mention.title === null ? null : shift(mention.title, by) };
  }
}

function shift(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
