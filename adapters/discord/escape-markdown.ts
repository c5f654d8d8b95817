/** What Discord makes a link of by itself; it shows as printed and takes no backslashes. */
const ADDRESS = /(https?:\/\/[^\s<]+[^\s<.,:;"'\]])/u;
/** What means something anywhere in a text: emphasis, spoilers, code, links, mentions, emoji. */
const ANYWHERE = /[\\*_~`|[\]<>@]/gu;
/** What means something at the beginning of a line: headings, small print, lists, numbered lists. */
const AT_BEGINNING = /^(?<indent>[^\S\n]*)(?:(?<sign>-#|#{1,3}|[-+])|(?<number>\d{1,9})(?<dot>[.)]))(?=\s|$)/gmu;

/** Escapes Discord's Markdown so that a text shows as printed: `*` becomes `\*`, `1. ` at a line's beginning `1\. `. */
export function escapeMarkdown(text: string): string {
  return text
    .split(ADDRESS)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replace(ANYWHERE, String.raw`\$&`)))
    .join("")
    .replace(AT_BEGINNING, (_all, indent: string, sign?: string, number?: string, dot?: string) =>
      sign === undefined ? `${indent}${number}\\${dot}` : `${indent}\\${sign}`,
    );
}

/** The text that an escaped one shows. */
export function unescapeMarkdown(text: string): string {
  return text.replace(/\\(?<sign>[^\dA-Za-z\s])/gu, "$<sign>");
}
