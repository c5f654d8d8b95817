import type { Quantity } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { detectLanguage } from "../text/script.ts";
import { contains } from "../text/span.ts";

/** How many questions a reply offers. */
const OFFERED = 3;
/** How many drafts are tried for them. */
const TRIED = 8;

/**
 * Offers questions that the digest can answer, nearest first: for figures near what was asked, then for what the
 * articles are about. Each is tried before it is offered.
 *
 * @param near - Where the question found most, best first.
 */
export async function suggest(digest: Digest, language: Language, near: readonly { readonly reading: Reading; readonly sentence: Sentence }[], isAnswered: (question: string) => Promise<boolean>): Promise<string[]> {
  const offered: string[] = [];
  for (const question of drafts(digest, language, near).slice(0, TRIED)) {
    if (offered.length === OFFERED) break;
    if (!offered.includes(question) && (await isAnswered(question))) offered.push(question);
  }
  return offered;
}

/** Questions about what the newest articles say; every digest with an article answers them. */
export function articleQuestions(digest: Digest, language: Language): string[] {
  return drafts(digest, language, []).slice(0, OFFERED);
}

function drafts(digest: Digest, language: Language, near: readonly { readonly reading: Reading; readonly sentence: Sentence }[]): string[] {
  const figures = language === "zh" ? near.flatMap(({ reading, sentence }) => figureQuestions(reading, sentence)) : [];
  const nearest = near[0]?.reading.article;
  const articles = digest.issues.flatMap((issue) => issue.articles).slice(0, TRIED);
  const ordered = nearest === undefined ? articles : [nearest, ...articles.filter((article) => article.id !== nearest.id)];
  const about = ordered.map((article) => (language === "zh" ? `《${article.title}》讲了什么？` : `What is the article “${article.title}” about?`));
  return [...new Set(figures)].slice(0, 2).concat(about);
}

/** 上半年,我国跨境电商进出口约1.32万亿元 asks itself: 上半年我国跨境电商进出口是多少？ */
function figureQuestions(reading: Reading, sentence: Sentence): string[] {
  const { text } = reading.article;
  if (detectLanguage(text) !== "zh") return [];
  return sentence.mentions
    .filter((mention): mention is Quantity => mention.kind === "quantity" && (mention.dimension === "money" || mention.dimension === "percent" || mention.dimension === "point"))
    .flatMap((figure) => {
      const clause = sentence.clauses.find((other) => contains(other, figure));
      if (clause === undefined || clause.leans || figure.change !== null) return [];
      const subject = text.slice(clause.start, figure.start).replace(/(?:约|为|达到?|至|降至|提升至|有|共|是|突破|超过?|近|仅占|占|达)+$/u, "").trim();
      const period = sentence.mentions.find((mention) => mention.kind === "period" && mention.interval !== null && mention.end <= clause.start && sentence.clauses.some((other) => other.segment === clause.segment && contains(other, mention)));
      const when = period === undefined || subject.includes(text.slice(period.start, period.end)) ? "" : text.slice(period.start, period.end);
      return /^[\p{Script=Han}“”]{4,20}$/u.test(subject) ? [`${when}${subject}是多少？`] : [];
    });
}
