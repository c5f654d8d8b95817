import { extname } from "node:path";
import { ImportError } from "./draft.ts";

/** The kinds of file that can be imported. */
export type Format = "text" | "markdown" | "page" | "mail" | "feed" | "word" | "pdf";

const ENDINGS: Readonly<Record<Format, readonly string[]>> = {
  text: [".txt", ".text"],
  markdown: [".md", ".markdown", ".mdown", ".mkd"],
  page: [".html", ".htm", ".xhtml"],
  mail: [".eml", ".mht", ".mhtml"],
  feed: [".rss", ".atom", ".rdf", ".xml", ".json"],
  word: [".docx"],
  pdf: [".pdf"],
};

/** What a file begins with tells more than what it is called: browsers and mail programs name as they like. */
const BEGINNINGS: readonly (readonly [format: Format, pattern: RegExp])[] = [
  ["pdf", /^\s*%PDF-/u],
  ["page", /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html)\b/iu],
  [
    "feed",
    /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<\?[^>]*\?>\s*|<!--[^>]*-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?>\s*)*<(?:rss|feed|rdf:RDF)\b/iu,
  ],
];
const ZIP = "PK\u0003\u0004";
const OLD_WORD = "\u00d0\u00cf\u0011\u00e0";
const ENOUGH_TO_TELL = 4096;

/** The endings of all files that can be imported. */
export const KNOWN_ENDINGS: readonly string[] = Object.values(ENDINGS).flat();

/**
 * Tells a file's format by what it begins with, else by its ending; a file of an unknown ending is text.
 *
 * @throws ImportError for formats that are known and can't be read.
 */
export function formatOf(fileName: string, bytes: Uint8Array): Format {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, ENOUGH_TO_TELL)).replace(/^ï»¿/u, "");
  const ending = extname(fileName).toLowerCase();
  if (head.startsWith(OLD_WORD)) throw new ImportError("is an old Word file; open it in Word and save it as .docx");
  const begun = BEGINNINGS.find(([, pattern]) => pattern.test(head))?.[0];
  const named = Object.entries(ENDINGS).find(([, endings]) => endings.includes(ending))?.[0] as Format | undefined;
  if (begun !== undefined) return begun;
  if (head.startsWith(ZIP)) return "word";
  if (named === "pdf" || named === "word")
    throw new ImportError(`isn't what ${ending} says; save it again as ${ending}`);
  return named ?? "text";
}
