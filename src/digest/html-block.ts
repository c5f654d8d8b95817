const UNSEEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<[!?][^>]*>/giu;
const CELL_BORDER = /<\/t[dh]\s*>\s*<t[dh]\b[^>]*>/giu;
const BLOCK_TAG =
  /\s*<(\/?)(address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>\s*/giu;

/**
 * Rewrites an HTML block as the Markdown that shows the same: comments and scripts vanish, block tags part
 * paragraphs, headings, items and rows; tags inside a line and the Markdown between tags stay.
 */
export function htmlToMarkdown(html: string): string {
  return html
    .replace(UNSEEN, "")
    .replace(CELL_BORDER, " | ")
    .replace(
      BLOCK_TAG,
      (_tag, slash: string, name: string) => `\n\n${slash === "" ? openingMark(name.toLowerCase()) : ""}`,
    );
}

function openingMark(tag: string): string {
  if (tag === "li") return "- ";
  return /^h[1-6]$/u.test(tag) ? "### " : "";
}
