import { extname } from "node:path";
import { ImportError } from "./draft.ts";
import { LIMITS, MEGABYTE } from "./limits.ts";

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

/** Megabytes that a file of each format may have. Pages carry pictures along, and text is read letter by letter. */
const MOST_MB: Readonly<Record<Format, number>> = {
  text: LIMITS.textMb,
  markdown: LIMITS.textMb,
  page: LIMITS.markupMb,
  feed: LIMITS.markupMb,
  mail: LIMITS.fileMb,
  word: LIMITS.fileMb,
  pdf: LIMITS.fileMb,
};

/** The endings of all files that can be imported. */
export const KNOWN_ENDINGS: readonly string[] = Object.values(ENDINGS).flat();

/**
 * Tells a file's format by what it begins with, else by its ending; a file of an unknown ending is text.
 *
 * @throws ImportError for formats that are known and can't be read, and for files that are too large for theirs.
 */
export function formatOf(fileName: string, bytes: Uint8Array): Format {
  const ending = extname(fileName).toLowerCase();
  const format = begunAs(bytes) ?? namedAs(ending) ?? "text";
  const most = MOST_MB[format];
  if (bytes.length > most * MEGABYTE)
    throw new ImportError(
      `has ${Math.ceil(bytes.length / MEGABYTE)} MB, and ${format} files up to ${most} MB are read; divide it`,
    );
  return format;
}

function begunAs(bytes: Uint8Array): Format | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, ENOUGH_TO_TELL)).replace(/^ï»¿/u, "");
  if (head.startsWith(OLD_WORD)) throw new ImportError("is an old Word file; open it in Word and save it as .docx");
  if (head.startsWith(ZIP)) return "word";
  return BEGINNINGS.find(([, pattern]) => pattern.test(head))?.[0];
}

function namedAs(ending: string): Format | undefined {
  const named = Object.entries(ENDINGS).find(([, endings]) => endings.includes(ending))?.[0] as Format | undefined;
  if (named === "pdf" || named === "word")
    throw new ImportError(`isn't what ${ending} says; save it again as ${ending}`);
  return named;
}
