import { TEMPLATE_INCLUDE, includedSentences } from "./template-include.ts";

/** White space of width zero and soft hyphens: no reader sees them, and they break words and bold in two. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/gu;
/**
 * A Liquid tag, as in `{% assign timestamp="0:59" %}`. One with an empty line inside is a table of contents,
 * questions or the like, passed to a template that shows it: its words stay.
 */
const TEMPLATE_TAG = /\{%(?:[^{}%\n]|%(?!\})|\n(?![ \t]*\n))*%\}/u;
const COMMENT = /<!--[\s\S]*?(?:-->|(?![\s\S]))/u;
const CODE = /^[ \t]*(`{3,}|~{3,})[^`\n]*\n[\s\S]*?(?:^[ \t]*\1[^\n]*$|(?![\s\S]))|`[^`\n]+`/u;
const DEFINITION =
  /^ {0,3}\[(?!\^)([^[\]\n]{1,200})\]:[ \t]*\S+(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/u;
const TAG_LINE = new RegExp(`^[ \\t]*${TEMPLATE_TAG.source}[ \\t]*$`, "u");
/** What a site generator puts a value in place of, as in `[more]({{ page.url }})`. */
const VARIABLE = /\{\{[^{}\n]*\}\}/u;
/** Left out by the generator, even from code. */
const LEFT_OUT = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/gu;
/** The comment in **<!--slug-->****Title**: nothing is bold there, but its marks run into those of the title. */
const BOLD_COMMENT = /(?<!\*)(\*{1,2})<!--[^\n>]*-->\1(?=\1\S)/gu;
const CODE_OR_UNSEEN = new RegExp(
  [CODE, DEFINITION, COMMENT, TEMPLATE_INCLUDE, TAG_LINE, VARIABLE].map((part) => part.source).join("|"),
  "gmu",
);
/** Kramdown's attributes, as in `{:.center}` and `{:toc}`. */
const ATTRIBUTES = /\{:[ \t]*(?:[.#]|toc\b)[^{}\n]*\}/u;
const UNSEEN_IN_TEXT = new RegExp(`${TEMPLATE_TAG.source}|${ATTRIBUTES.source}`, "gu");

/** Markdown that is ready for a CommonMark parser, and the labels that its link references may use. */
export interface MarkdownSource {
  readonly markdown: string;
  readonly labels: ReadonlySet<string>;
}

/**
 * Makes Markdown as newsletters write it into Markdown that a CommonMark parser reads as its writers meant it.
 * Adds and removes only what no reader sees.
 */
export function prepareMarkdown(source: string): MarkdownSource {
  const labels = new Set<string>();
  const markdown = letBoldTouchChinese(
    withoutUnseen(source.replace(INVISIBLE, "").replace(LEFT_OUT, "").replace(BOLD_COMMENT, ""), labels),
  );
  collectReferences(markdown, labels);
  return { markdown, labels };
}

/** Drops template tags and attributes from a run of text. */
export function withoutTags(text: string): string {
  return text.includes("{") ? text.replace(UNSEEN_IN_TEXT, "") : text;
}

/** Takes out of code what was put in for text. */
export function asWritten(code: string): string {
  return code.replaceAll(SEAM, "");
}

/**
 * Drops comments of several lines, wherever they stand, variables, and lines of tags, as a site generator does first of
 * all: a paragraph ends there. Drops link definitions and keeps their labels: parsing them takes longer than the text.
 */
function withoutUnseen(source: string, labels: Set<string>): string {
  if (!/<!--|\{[%{]|\]:/u.test(source)) return source;
  return source.replace(CODE_OR_UNSEEN, (found, _fence, label: string | undefined) => {
    if (label !== undefined) labels.add(identifierOf(label));
    else if (found.startsWith("<!--")) return found.includes("\n") && found.endsWith("-->") ? "" : found;
    else if (TEMPLATE_INCLUDE.test(found)) return includedSentences(found);
    else if (!/^\s*\{[%{]/u.test(found)) return found;
    return "";
  });
}

/**
 * Collects the labels that references use without a definition: site generators keep those in an include, and
 * a reader sees a link. A label without a letter is no such label, for 增长5%[1][2] carries two notes.
 */
function collectReferences(markdown: string, labels: Set<string>): void {
  for (const match of markdown.matchAll(REFERENCE)) {
    const label = match[1] ?? match[2] ?? "";
    if (/\p{L}/u.test(label)) labels.add(identifierOf(label));
  }
}

const REFERENCE = /\]\[([^[\]^][^[\]]{1,200})\]|\[([^[\]^][^[\]]{1,200})\]\[\]/gu;

/** Folds a label as CommonMark compares it. */
function identifierOf(label: string): string {
  return label
    .replace(/[\t\n ]+/gu, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/**
 * Bold that ends as in **要点：**正文, or begins as in 称**“湖北智慧”**, is bold to every writer of Chinese, but not to
 * CommonMark, which looks for the spaces of spaced scripts; nor does it part **结论****理由**. An empty comment
 * beside the marks makes up for them.
 */
function letBoldTouchChinese(markdown: string): string {
  return markdown.replace(/\*+/gu, (stars, at: number) =>
    withSeam(markdown.charAt(at - 1), stars, markdown.charAt(at + stars.length)),
  );
}

const SEAM = "<!---->";

function withSeam(before: string, stars: string, after: string): string {
  if (stars === "****" && /\S/u.test(before) && /\S/u.test(after)) return `**${SEAM}**`;
  const touches =
    /\p{Script=Han}/u.test(after) || (/[\u3000-\u303f\uff00-\uff65”’>]/u.test(before) && /[\p{L}\p{N}]/u.test(after));
  if (touches && /[\p{P}\p{S}]/u.test(before)) return stars + SEAM;
  return /\p{Script=Han}/u.test(before) && /[\p{P}\p{S}]/u.test(after) ? SEAM + stars : stars;
}
