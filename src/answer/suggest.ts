import type { Article } from "../digest/issue.ts";
import type { Quantity } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { detectLanguage } from "../text/script.ts";
import { contains } from "../text/span.ts";

/** How many questions a reply offers. */
const OFFERED = 3;
/** How many questions about figures are tried; those about articles are always answered. */
const TRIED = 2;
/** How many tried questions a digest remembers: some 200 kB. */
const REMEMBERED = 1000;

/**
 * Offers questions that the digest can answer, nearest first: for figures near what was asked, then for what the
 * articles are about. One about a figure is tried before it is offered.
 *
 * @param near - Where the question found most, best first.
 */
export async function suggest(
  digest: Digest,
  language: Language,
  near: readonly Near[],
  isAnswered: IsAnswered,
): Promise<string[]> {
  const figures = language === "zh" ? near.flatMap(({ reading, sentence }) => figureQuestions(reading, sentence)) : [];
  const offered: string[] = [];
  for (const question of [...new Set(figures)].slice(0, TRIED))
    if ((await tryOnce(question, digest.tried, isAnswered)) === true) offered.push(question);
  return [...offered, ...aboutArticles(digest, language, near[0]?.reading.article ?? null)].slice(0, OFFERED);
}

/** A digest answers a question or it doesn't: what was tried for one refusal holds for the next. */
async function tryOnce(question: string, tried: Map<string, boolean>, isAnswered: IsAnswered): Promise<boolean | null> {
  const known = tried.get(question);
  if (known !== undefined) return known;
  const found = await isAnswered(question);
  if (found === null) return null;
  if (tried.size >= REMEMBERED) tried.clear();
  tried.set(question, found);
  return found;
}

/** Tells whether a digest answers a question; null where that couldn't be found out just now. */
type IsAnswered = (question: string) => Promise<boolean | null>;

/** A sentence that a question came near. */
interface Near {
  readonly reading: Reading;
  readonly sentence: Sentence;
}

/** Questions about what the newest articles say; every digest with an article answers them. */
export function articleQuestions(digest: Digest, language: Language): string[] {
  return aboutArticles(digest, language, null);
}

function aboutArticles(digest: Digest, language: Language, nearest: Article | null): string[] {
  const articles = digest.issues.slice(0, OFFERED).flatMap((issue) => issue.articles.slice(0, OFFERED + 1));
  const ordered = nearest === null ? articles : [nearest, ...articles.filter((article) => article.id !== nearest.id)];
  return ordered.slice(0, OFFERED).map((article) => questionAbout(article, language));
}

/** Asks what an article says; a digest that has it answers that. */
export function questionAbout({ title }: Article, language: Language): string {
  return language === "zh" ? `《${title}》讲了什么？` : `What is the article “${title}” about?`;
}

/** 上半年,我国跨境电商进出口约1.32万亿元 asks itself: 上半年我国跨境电商进出口是多少？ */
function figureQuestions(reading: Reading, sentence: Sentence): string[] {
  const { text } = reading.article;
  if (detectLanguage(text) !== "zh") return [];
  return sentence.mentions
    .filter(
      (mention): mention is Quantity =>
        mention.kind === "quantity" &&
        (mention.dimension === "money" || mention.dimension === "percent" || mention.dimension === "point"),
    )
    .flatMap((figure) => {
      const clause = sentence.clauses.find((other) => contains(other, figure));
      if (clause === undefined || clause.leans || figure.change !== null) return [];
      const period = sentence.mentions.findLast(
        (mention) =>
          mention.kind === "period" &&
          mention.interval !== null &&
          mention.end <= figure.start &&
          sentence.clauses.some((other) => other.segment === clause.segment && contains(other, mention)),
      );
      const leads = period !== undefined && contains(clause, period) && /^[,，]/u.test(text.slice(period.end));
      const subject = text
        .slice(leads ? period.end : clause.start, figure.start)
        .replace(/^[,，]/u, "")
        .replace(
          /(?:约|为|达到?|至|[降升增]至|提升至|收窄至|有|共|是|突破|超过?|近|占|仅|也|均|已|将|则|稳定在|保持在|维持在)+$/u,
          "",
        )
        .trim();
      const when =
        period === undefined || subject.includes(text.slice(period.start, period.end))
          ? ""
          : text.slice(period.start, period.end);
      return /^[\p{Script=Han}“”]{4,20}$/u.test(subject) ? [`${when}${subject}是多少？`] : [];
    });
}
