import { FormattedString } from "@grammyjs/parse-mode";
import { cutAtSentences } from "../../src/index.ts";
import type { DocumentBlock, Language } from "../../src/index.ts";

/** A text with its entities, as messages take it. */
export type Formatted = FormattedString;

/** Longest message, in UTF-16 units; Telegram counts them after entities. */
export const LONGEST_MESSAGE = 4096;

/** Draws a document: entities instead of markup, so nothing of a text has to be escaped. */
export function renderBlocks(blocks: readonly DocumentBlock[], language: Language): Formatted {
  const parts = blocks.map((block, i) => {
    const before = blocks[i - 1];
    const gap = before === undefined ? "" : isApart(before, block) ? "\n\n" : "\n";
    return new FormattedString(gap).concat(renderBlock(block, language));
  });
  return parts.reduce((whole, part) => whole.concat(part), new FormattedString(""));
}

function renderBlock(block: DocumentBlock, language: Language): Formatted {
  switch (block.kind) {
    case "answer":
    case "title":
    case "heading":
      return FormattedString.bold(quiet(block.text));
    case "derivation":
      return FormattedString.code(block.text);
    case "quote":
      return FormattedString.expandableBlockquote(quiet(block.quote)).concat(
        new FormattedString(`\n${language === "zh" ? "——" : "—"} ${quiet(block.source)}`),
      );
    case "suggestions":
      return new FormattedString(
        [block.title, ...block.questions.map((question) => `• ${question}`)].map(quiet).join("\n"),
      );
    case "hint":
      return FormattedString.italic(quiet(block.text));
    case "code":
      return FormattedString.pre(block.text);
    case "entry":
      return FormattedString.bold(quiet(block.label)).concat(new FormattedString(`  ${quiet(block.text)}`));
    case "item":
      return new FormattedString(`• ${quiet(block.text)}`);
    case "marked":
      return FormattedString.blockquote(
        new FormattedString(quiet(block.text), [
          { type: "bold", offset: block.mark.start, length: block.mark.end - block.mark.start },
        ]),
      );
    default:
      return new FormattedString(quiet(block.text));
  }
}

/** Keeps names in a text from being called: @all. One invisible character for another keeps every place in the text. */
function quiet(text: string): string {
  return text.replaceAll(/(?<![\w@])@(?=\w)/gu, "＠");
}

/** Blocks of prose stand apart; the lines of a list follow each other. */
function isApart(before: DocumentBlock, block: DocumentBlock): boolean {
  const isLine = ({ kind }: DocumentBlock): boolean => kind === "entry" || kind === "item" || kind === "row";
  return !(isLine(before) && isLine(block)) && !(before.kind === "answer" && block.kind === "derivation");
}

/** Draws as many blocks as a message holds; a sign says where more would follow. */
export function renderToFit(blocks: readonly DocumentBlock[], language: Language, most = LONGEST_MESSAGE): Formatted {
  for (let count = blocks.length; count > 0; count--) {
    const text = renderBlocks(blocks.slice(0, count), language).concat(
      new FormattedString(count < blocks.length ? "\n…" : ""),
    );
    if (text.text.length <= most) return text;
    if (count === 1) return text.slice(0, cutAtSentences(text.text, most - 1)[0]?.end).concat(new FormattedString("…"));
  }
  return new FormattedString("…");
}
