/**
 * A Liquid tag, as in `{% assign timestamp="0:59" %}`. One with an empty line inside is a table of contents,
 * questions or the like, passed to a template that shows it: its words stay.
 */
const TEMPLATE_TAG = /\{%(?:[^{}%\n]|%(?!\})|\n(?![ \t]*\n))*%\}/u;
const COMMENT = /<!--[\s\S]*?(?:-->|(?![\s\S]))/u;
const CODE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[^\n]*$|(?![\s\S]))|`[^`\n]+`/u;
const CODE_COMMENTS_AND_TAG_LINES = new RegExp(
  `${CODE.source}|${COMMENT.source}|^[ \\t]*${TEMPLATE_TAG.source}[ \\t]*$`,
  "gmu",
);
/** Kramdown's attributes, as in `{:.center}`. */
const ATTRIBUTES = /\{:[ \t]*[.#][^{}\n]*\}/u;
const UNSEEN_IN_TEXT = new RegExp(`${TEMPLATE_TAG.source}|${ATTRIBUTES.source}`, "gu");

/**
 * Makes Markdown as newsletters write it into Markdown that a CommonMark parser reads as its writers meant it.
 * Adds and removes only what no reader sees.
 */
export function prepareMarkdown(markdown: string): string {
  return definitionsFor(markdown) + letBoldTouchChinese(withoutGeneratorLines(markdown));
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
 * Drops comments of several lines, wherever they stand, and lines of tags, as a site generator does first of all:
 * a paragraph may end there, and link definitions follow.
 */
function withoutGeneratorLines(markdown: string): string {
  if (!markdown.includes("<!--") && !markdown.includes("{%")) return markdown;
  return markdown.replace(CODE_COMMENTS_AND_TAG_LINES, (found) => {
    if (found.startsWith("<!--")) return found.includes("\n") && found.endsWith("-->") ? "" : found;
    return found.trimStart().startsWith("{%") ? "" : found;
  });
}

/**
 * Defines every label that a reference uses: site generators keep definitions in an include, and a reader sees
 * a link. A label without a letter is left alone, for 增长5%[1][2] carries two notes.
 */
function definitionsFor(markdown: string): string {
  if (!markdown.includes("][")) return "";
  const labels = new Set<string>();
  for (const match of markdown.matchAll(REFERENCES)) {
    const label = (match[1] ?? match[2] ?? "").replace(/\s+/gu, " ").trim();
    if (/\p{L}/u.test(label)) labels.add(label);
  }
  return `${Array.from(labels, (label) => `[${label}]: #\n`).join("")}\n`;
}

const REFERENCES = /\]\[([^[\]^][^[\]]{1,200})\]|\[([^[\]^][^[\]]{1,200})\]\[\]/gu;

/**
 * Bold that ends as in **要点：**正文, or begins as in 称**“湖北智慧”**, is bold to every writer of Chinese, but not to
 * CommonMark, which looks for the spaces of spaced scripts; nor does it part **结论****理由**. An empty comment beside the marks makes up for them.
 */
function letBoldTouchChinese(markdown: string): string {
  if (!markdown.includes("**")) return markdown;
  const parted = markdown.replace(FOUR_STARS, `**${SEAM}**`);
  return parted.replace(BOLD_END, `$&${SEAM}`).replace(BOLD_START, `${SEAM}$&`);
}

const SEAM = "<!---->";
const FOUR_STARS = /(?<=[^\s*])\*{4}(?=[^\s*])/gu;
const BOLD_END =
  /(?<!\*)(?:(?<=[\u3000-\u303f\uff00-\uff65”’])\*\*+(?=[\p{L}\p{N}])|(?<=[\p{P}\p{S}])\*\*+(?=\p{Script=Han}))/gu;
const BOLD_START = /(?<=\p{Script=Han})\*\*+(?=[^*\P{P}]|\p{S})/gu;
