import type { Language } from "../src/index.ts";
import { decodeText } from "./decode-text.ts";
import type { Draft, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { outlineByHeadings } from "./html/heading-outline.ts";
import { parseHtml } from "./html/parse-html.ts";
import type { HtmlDocument } from "./html/parse-html.ts";
import { readablePart } from "./html/readable-part.ts";
import { plainLine } from "./clean-text.ts";
import { dayOf } from "./printed-date.ts";
import { nameOf } from "./source-name.ts";

/** Reads an issue from a page that a browser has saved. */
export async function readWebPage(bytes: Uint8Array, { fileName }: ReadingHints): Promise<readonly Draft[]> {
  const { text: html, encoding } = await decodeHtml(bytes);
  const document = await parseHtml(html);
  const { blocks, leftOut } = await readablePart(html);
  const name = titleOf(document) ?? nameOf(fileName);
  const outline = outlineByHeadings(blocks, name);
  if (outline.articles.length === 0) throw new ImportError("shows no text; save the page with its text and try again");
  return [
    {
      title: outline.title ?? name,
      date: dateOf(document) ?? outline.date,
      language: languageOf(document.documentElement.getAttribute("lang")),
      source: sourceOf(document, html),
      articles: outline.articles,
      findings: { format: `a web page in ${encoding}`, joined: [], leftOut: [...leftOut, ...outline.leftOut] },
    },
  ];
}

/** Takes a language tag such as `zh-CN` as one of the bot's languages; null for any other. */
export function languageOf(tag: string | null): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/u)[0];
  return primary === "zh" || primary === "en" ? primary : null;
}

/** A page names its encoding in itself; what it names is used where the bytes are valid in it. */
async function decodeHtml(bytes: Uint8Array): Promise<{ text: string; encoding: string }> {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
  if (named === undefined || /^utf-?8$/iu.test(named)) return decodeText(bytes);
  try {
    return { text: new TextDecoder(named, { fatal: true }).decode(bytes), encoding: named.toUpperCase() };
  } catch {
    return decodeText(bytes);
  }
}

function titleOf(document: HtmlDocument): string | null {
  return metaOf(document, "og:title") ?? (plainLine(document.title) || null);
}

const DATES = ["article:published_time", "date", "pubdate", "publishdate", "dc.date", "datePublished"];

function dateOf(document: HtmlDocument): string | null {
  const named = DATES.map((name) => metaOf(document, name)).find((date) => date !== null);
  const time = document.querySelector("time[datetime]")?.getAttribute("datetime");
  return dayOf(named ?? undefined) ?? dayOf(time ?? undefined);
}

/** Where the page is: as it says itself, or as the browser noted when saving it. */
function sourceOf(document: HtmlDocument, html: string): string | null {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  const saved = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/iu.exec(html)?.[1];
  return [canonical, metaOf(document, "og:url"), saved].find((url) => url != null && /^https?:\/\//u.test(url)) ?? null;
}

function metaOf(document: HtmlDocument, name: string): string | null {
  const element = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
  return plainLine(element?.getAttribute("content") ?? "") || null;
}
