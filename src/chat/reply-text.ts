import type { Citation, Reply } from "../answer/reply.ts";
import type { Language } from "../text/script.ts";

/** A reply as a neutral document: each surface draws the same blocks its own way. */
export type ReplyBlock =
  | { readonly kind: "answer" | "reason" | "note"; readonly text: string }
  | { readonly kind: "derivation"; readonly text: string }
  | QuoteBlock
  | { readonly kind: "suggestions"; readonly title: string; readonly questions: readonly string[] };

/** A quote with its article and issue. */
export interface QuoteBlock {
  readonly kind: "quote";
  readonly quote: string;
  readonly source: string;
  readonly citation: Citation;
}

const WORDS = {
  suggestions: { zh: "可以问：", en: "You can ask:" },
  other: {
    zh: (answer: string): string => `另一处的说法是${answer}：`,
    en: (answer: string): string => `Elsewhere the figure is ${answer}:`,
  },
  nearest: { zh: "摘要里最接近的是：", en: "The nearest the digest says:" },
};

/** Lays a reply out in the order every surface shows: answer, derivation, note, quotes, what else can be asked. */
export function toBlocks(reply: Reply): ReplyBlock[] {
  const { language } = reply;
  const blocks: ReplyBlock[] = [];
  if (reply.status === "answered") {
    blocks.push({ kind: "answer", text: reply.answer });
    if (reply.derivation !== null)
      blocks.push({ kind: "derivation", text: `${reply.derivation.expression} = ${reply.derivation.result}` });
  } else {
    blocks.push({ kind: "reason", text: reply.reason });
    if (reply.citations.length > 0) blocks.push({ kind: "note", text: WORDS.nearest[language] });
  }
  const pushQuote = (citation: Citation): void => {
    blocks.push(quoteBlock(citation, language));
  };
  reply.citations.forEach(pushQuote);
  for (const other of reply.status === "answered" ? reply.others : []) {
    blocks.push({ kind: "note", text: WORDS.other[language](other.answer) });
    pushQuote(other.citation);
  }
  if (reply.suggestions.length > 0)
    blocks.push({ kind: "suggestions", title: WORDS.suggestions[language], questions: reply.suggestions });
  return blocks;
}

/** Writes a reply as plain text. */
export function toPlainText(reply: Reply): string {
  const lines = toBlocks(reply).map((block) => {
    switch (block.kind) {
      case "quote":
        return reply.language === "zh"
          ? `「${block.quote}」\n—— ${block.source}`
          : `“${block.quote}”\n— ${block.source}`;
      case "suggestions":
        return [block.title, ...block.questions.map((question) => `· ${question}`)].join("\n");
      default:
        return block.text;
    }
  });
  return lines.join("\n");
}

/** Lays a citation out. */
export function quoteBlock(citation: Citation, language: Language): QuoteBlock {
  return { kind: "quote", quote: citation.quote, source: sourceOf(citation, language), citation };
}

/** Names a citation's article and issue for a reader. */
export function sourceOf(citation: Citation, language: Language): string {
  const date =
    citation.issueDate === null ? "" : language === "zh" ? `，${citation.issueDate}` : `, ${citation.issueDate}`;
  return language === "zh"
    ? `《${citation.article}》（${citation.issueTitle}${date}）`
    : `“${citation.article}” (${citation.issueTitle}${date})`;
}
