import { isMap, isScalar, parseDocument } from "yaml";
import type { Draft } from "./draft.ts";
import { plainLine } from "./clean-text.ts";
import { dayOf } from "./printed-date.ts";
import { languageOf } from "./web-page.ts";

/** What stands above a newsletter's text. */
export type Header = Pick<Draft, "title" | "date" | "language" | "source">;

const FENCED = /^\s*(---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/u;
/** Pelican and MultiMarkdown: lines of `Key: value` down to the first empty line. */
const LINES = /^\s*((?:[A-Za-z][\w -]{0,30}:[^\n]*\n(?:[ \t]+\S[^\n]*\n)*)+)(?=[ \t]*\n|$)/u;

/** Reads Jekyll's front matter, Hugo's, and header lines as Pelican has them; a header that isn't one stays text. */
export function readHeader(markdown: string): { header: Header; body: string } {
  const fenced = FENCED.exec(markdown);
  if (fenced !== null) return { header: headerOf(fieldsOf(fenced[2] ?? "")), body: markdown.slice(fenced[0].length) };
  const lines = LINES.exec(`${markdown}\n`);
  const fields = lineFields(lines?.[1] ?? "");
  if (lines === null || !(fields.has("title") || fields.has("date")))
    return { header: headerOf(new Map()), body: markdown };
  return { header: headerOf(fields), body: markdown.slice(lines[0].length) };
}

type Fields = ReadonlyMap<string, string>;

function headerOf(fields: Fields): Header {
  const source = fields.get("source") ?? fields.get("canonical_url") ?? fields.get("link") ?? "";
  return {
    title: plainLine(fields.get("title") ?? "") || null,
    date: dayOf(fields.get("date") ?? fields.get("published")),
    language: languageOf(fields.get("language") ?? fields.get("lang") ?? null),
    source: /^https?:\/\//u.test(source) ? source : null,
  };
}

/** YAML where it is valid, with its quoting and folding; else line by line, for a colon in a title breaks YAML. */
function fieldsOf(text: string): Fields {
  const document = parseDocument(text, { logLevel: "silent", schema: "failsafe", maxAliasCount: 0 } as object);
  if (document.errors.length > 0 || !isMap(document.contents)) return lineFields(text);
  const pairs = document.contents.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) ? [[String(key.value).toLowerCase(), String(value.value)] as const] : [],
  );
  return new Map(pairs);
}

function lineFields(text: string): Fields {
  const pairs = [...text.matchAll(/^([A-Za-z][\w -]*?)[ \t]*[:=][ \t]*(.*)$/gmu)];
  return new Map(
    pairs.map(([, key = "", value = ""]) => [key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/u, "$2")]),
  );
}
