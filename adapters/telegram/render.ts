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
      return exact(block.text, bold);
    case "derivation":
      return FormattedString.code(block.text);
    case "quote":
      return FormattedString.expandableBlockquote(exact(block.quote)).concat(
        exact(`\n${language === "zh" ? "——" : "—"} ${block.source}`),
      );
    case "suggestions":
      return exact([block.title, ...block.questions.map((question) => `• ${question}`)].join("\n"));
    case "hint":
      return exact(block.text, italic);
    case "code":
      return FormattedString.pre(block.text);
    case "entry":
      return exact(block.label, bold).concat(exact(`  ${block.text}`));
    case "item":
      return exact(`• ${block.text}`);
    case "marked": {
      const { text, mark } = block;
      const marked = exact(text.slice(mark.start, mark.end), bold);
      return FormattedString.blockquote(exact(text.slice(0, mark.start)).concat(marked, exact(text.slice(mark.end))));
    }
    default:
      return exact(block.text);
  }
}

/**
 * A text as printed, character for character. Names in it (@all) are set as code, for Telegram would call them
 * otherwise, and code takes no other style.
 */
function exact(text: string, style: (words: string) => Formatted = (words) => new FormattedString(words)): Formatted {
  const pieces = text.split(/((?<![\w@])@\w+)/u).filter((piece) => piece !== "");
  return new FormattedString("").concat(
    ...pieces.map((piece) => (/^@\w/u.test(piece) ? FormattedString.code(piece) : style(piece))),
  );
}

const bold = (words: string): Formatted => FormattedString.bold(words);
const italic = (words: string): Formatted => FormattedString.italic(words);

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
