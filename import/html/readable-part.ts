import type { LeftOut } from "../draft.ts";
import { htmlBlocks } from "./html-blocks.ts";
import type { HtmlBlock } from "./html-blocks.ts";
import { parseHtml } from "./parse-html.ts";
import type { HtmlDocument } from "./parse-html.ts";

/** A page without what stands around its text. */
export interface ReadablePart {
  readonly blocks: readonly HtmlBlock[];
  readonly leftOut: readonly LeftOut[];
}

/** Where Readability keeps less, it took one story of a newsletter for the whole. */
const SMALLEST_SHARE = 0.5;
/** Readability's own 500 is more than many a newsletter has. */
const FEWEST_CHARACTERS = 200;
const MOST_ELEMENTS = 10_000;
const AROUND = "nav, footer, aside, header nav, [role=navigation], [role=search], [aria-hidden=true]";

/** Finds the text of a page that a reader came for, by Mozilla's Readability, or else the page without its frame. */
export async function readablePart(html: string): Promise<ReadablePart> {
  const whole = await parseHtml(html);
  const everything = htmlBlocks(whole.body);
  const framed = htmlBlocks(withoutFrame(whole));
  const readable = (await readByReadability(html)).map((block) => asOnPage(block, framed));
  const heading = topHeading(framed, readable);
  const blocks = lengthOf(readable) >= lengthOf(framed) * SMALLEST_SHARE ? [...heading, ...readable] : framed;
  return { blocks, leftOut: missing(everything, blocks) };
}

/** Readability puts the highest headings one level lower. */
function asOnPage(block: HtmlBlock, page: readonly HtmlBlock[]): HtmlBlock {
  if (block.kind !== "heading") return block;
  return page.find(({ kind, text }) => kind === "heading" && text === block.text) ?? block;
}

/** Readability takes the page's own headline away. */
function topHeading(framed: readonly HtmlBlock[], readable: readonly HtmlBlock[]): HtmlBlock[] {
  const first = framed.find(({ kind, level }) => kind === "heading" && level === 1);
  return first === undefined || readable.some(({ text }) => text === first.text) ? [] : [first];
}

/** Readability takes its time on pages of very many elements, and so isn't asked about them. */
async function readByReadability(html: string): Promise<HtmlBlock[]> {
  const { Readability } = await import("@mozilla/readability");
  const document = await parseHtml(html);
  if ([...document.querySelectorAll("*")].length > MOST_ELEMENTS) return [];
  const article = new Readability(document, { charThreshold: FEWEST_CHARACTERS }).parse();
  return article?.content == null ? [] : htmlBlocks((await parseHtml(article.content)).body);
}

function withoutFrame(document: HtmlDocument): HtmlDocument["body"] {
  for (const element of document.querySelectorAll(AROUND)) {
    (element.parentNode as { removeChild?: (child: unknown) => void } | null)?.removeChild?.(element);
  }
  return document.body;
}

function lengthOf(blocks: readonly HtmlBlock[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

function missing(everything: readonly HtmlBlock[], kept: readonly HtmlBlock[]): LeftOut[] {
  const texts = new Set(kept.map(({ text }) => text));
  return everything
    .filter(({ text }) => !texts.has(text))
    .map(({ text }) => ({ text, why: "around the text of the page" }));
}
