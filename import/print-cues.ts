import { z } from "zod";
import cuesJson from "../lexicon/print-cues.json" with { type: "json" };

const patterns = z.array(z.string().min(1)).min(1);

/** The form of `lexicon/print-cues.json`: patterns of lines, and the first parts that keep their hyphen. */
export const printCuesSchema = z.strictObject({
  byline: patterns,
  bylineAlone: patterns,
  dateline: patterns,
  lead: patterns,
  contents: patterns,
  page: patterns,
  issueLine: patterns,
  service: patterns,
  numbered: patterns,
  unfinished: patterns,
  hyphenPrefixes: z.array(z.string().regex(/^[a-z]+$/u)).min(1),
});

const matcherOf = (sources: readonly string[], flags = "iu"): ((text: string) => boolean) => {
  const pattern = new RegExp(sources.map((source) => `(?:${source})`).join("|"), flags);
  return (text) => pattern.test(text);
};

const isSigned = matcherOf([...cuesJson.byline, ...cuesJson.dateline], "u");

/** Tells whether a paragraph begins as news does: with who reported it, or where from. */
export function opensNews(text: string): boolean {
  return isSigned(text);
}

/** Tells whether a paragraph begins with when it happened, as a first paragraph does more often than a later one. */
export const opensWithTime = matcherOf(cuesJson.lead, "u");

/** Tells whether a line holds a byline and nothing else. */
export const isBylineAlone = matcherOf(cuesJson.bylineAlone, "u");

/** Tells whether a line says that a table of contents follows. */
export const opensContents = matcherOf(cuesJson.contents);

/** Tells whether a line is a page number. */
export const isPageNumber = matcherOf(cuesJson.page);

/** Tells whether a line numbers or dates the issue: `第12期`, `Vol. 3, No. 12`. */
export const isIssueLine = matcherOf(cuesJson.issueLine);

/** Tells whether a line serves the mailing rather than the news: how to unsubscribe, whose rights. */
export const isServiceLine = matcherOf(cuesJson.service);

/** Tells whether a line is numbered as a section is: `一、`, `2.`. */
export const isNumbered = matcherOf(cuesJson.numbered, "u");

/** Tells whether a line stops before its sentence can be over. */
export const stopsShort = matcherOf(cuesJson.unfinished);

/** The first parts of words that keep their hyphen: cross-border. */
export const HYPHEN_PREFIXES: ReadonlySet<string> = new Set(cuesJson.hyphenPrefixes);
