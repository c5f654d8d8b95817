import type { Draft, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { outlineByHeadings } from "./html/heading-outline.ts";
import { htmlBlocks } from "./html/html-blocks.ts";
import type { HtmlBlock } from "./html/html-blocks.ts";
import { parseHtml } from "./html/parse-html.ts";
import { draftOfText } from "./plain-text.ts";
import { nameOf } from "./source-name.ts";
import { safeWordFile } from "./word-parts.ts";

/** The document's title stands above all headings. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  ...[1, 2, 3, 4, 5].flatMap((level) => [
    `p.Heading${level} => h${level + 1}:fresh`,
    `p[style-name='Heading ${level}'] => h${level + 1}:fresh`,
    `p[style-name='heading ${level}'] => h${level + 1}:fresh`,
  ]),
];
const FORMAT = "a Word document";

/** Reads an issue from a .docx: by its headings where it has any, else by the layout of its paragraphs. */
export async function readWordDocument(bytes: Uint8Array, hints: ReadingHints): Promise<readonly Draft[]> {
  const blocks = htmlBlocks((await parseHtml(await toHtml(await safeWordFile(bytes)))).body);
  if (blocks.length === 0) throw new ImportError("holds no text; check that it is the right file");
  return [blocks.some(({ kind }) => kind === "heading") ? byHeadings(blocks, hints) : byLayout(blocks, hints)];
}

async function toHtml(file: Uint8Array): Promise<string> {
  const { default: mammoth } = await import("mammoth");
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
    const options = { styleMap: STYLES, convertImage, externalFileAccess: false };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(file) }, options)).value;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ImportError(`can't be read as a Word document (${detail}); save it again as .docx`, { cause: error });
  }
}

function byHeadings(blocks: readonly HtmlBlock[], { fileName }: ReadingHints): Draft {
  const outline = outlineByHeadings(blocks, nameOf(fileName));
  return {
    title: outline.title,
    date: outline.date,
    language: null,
    source: null,
    articles: outline.articles,
    findings: { format: FORMAT, joined: [], leftOut: outline.leftOut },
  };
}

/** Many editors set titles by hand; then only the lines tell. */
function byLayout(blocks: readonly HtmlBlock[], hints: ReadingHints): Draft {
  return draftOfText(
    blocks.map(({ kind, text }) => (kind === "item" ? `• ${text}` : text)).join("\n\n"),
    FORMAT,
    hints,
  );
}
