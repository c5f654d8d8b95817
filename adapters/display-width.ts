/** What a terminal draws two columns wide (Unicode's East Asian Wide and Fullwidth, and emoji). */
const WIDE =
  "\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua000-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff01-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1f64f}\\u{1f680}-\\u{1f6ff}\\u{1f900}-\\u{1faff}\\u{20000}-\\u{3fffd}\\p{Emoji_Presentation}";
/** Marks that a line can't begin with: they stay with what they close. */
const CLOSING = "，。、；：？！…）》」』】”’,.;:?!)\\]%％";

const isWide = new RegExp(`^[${WIDE}]`, "u");
const isZeroWidth = /^[\p{Mn}\p{Me}\p{Cf}]/u;
const needsClusters = /[\p{M}\p{Cf}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f]/u;
const pieces = new RegExp(`[${WIDE}](?:[${CLOSING}])*|[^\\s${WIDE}]+(?:[${CLOSING}])*|\\s+`, "gu");
const clusters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** Counts the columns that a terminal draws a text in: a Chinese character takes two, an accent none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of charactersOf(text)) width += widthOf(character);
  return width;
}

/** Fills a text up with spaces to a number of columns. */
export function pad(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}

/** Cuts a text to a number of columns; what was cut shows as an ellipsis. */
export function truncate(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = "";
  let width = 0;
  for (const character of charactersOf(text)) {
    width += widthOf(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Breaks a text into lines of at most `columns`: at spaces, and between Chinese characters but before no closing mark. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  for (const piece of text.match(pieces) ?? []) {
    const size = displayWidth(piece);
    if (width + size > columns && (width > 0 || piece.trim() === "")) {
      if (line.trim() !== "") lines.push(line.trimEnd());
      line = "";
      width = 0;
    }
    let rest = line === "" && lines.length > 0 ? piece.trimStart() : piece;
    for (let head = headOf(rest, columns); head.length < rest.length; head = headOf(rest, columns)) {
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line += rest;
    width += displayWidth(rest);
  }
  return line.trim() === "" && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

/** As many characters as fit, and at least one. */
function headOf(text: string, columns: number): string {
  let head = "";
  let width = 0;
  for (const character of charactersOf(text)) {
    width += widthOf(character);
    if (head !== "" && width > columns) break;
    head += character;
  }
  return head;
}

/** A text's characters as a reader counts them. */
function charactersOf(text: string): Iterable<string> {
  return needsClusters.test(text) ? clustersOf(text) : text;
}

function* clustersOf(text: string): Generator<string> {
  for (const { segment } of clusters.segment(text)) yield segment;
}

function widthOf(character: string): number {
  if (isZeroWidth.test(character) || /^\p{Cc}/u.test(character)) return 0;
  return isWide.test(character) || character.includes("\ufe0f") ? 2 : 1;
}
