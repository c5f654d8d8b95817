/** The end of a text, up to its last character, and its beginning. */
const LAST = /.$/u;
const FIRST = /^./u;
const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CHINESE_PUNCTUATION = /[\u3000-\u3004\u3008-\u3020\u3030\ufe30-\ufe4f\uff00-\uff65]/u;

/**
 * Joins the lines of a paragraph as the language writes it: a space between words, nothing between Chinese
 * characters or beside Chinese punctuation.
 */
export function joinLines(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.map((line, i) => (i === 0 ? "" : gap(lines[i - 1] ?? "", line)) + line).join("");
}

function gap(before: string, after: string): string {
  const last = LAST.exec(before.slice(-2))?.[0] ?? "";
  const first = FIRST.exec(after)?.[0] ?? "";
  if (CHINESE_PUNCTUATION.test(last) || CHINESE_PUNCTUATION.test(first)) return "";
  if (CHINESE.test(last)) return isLetter(first) && !CHINESE.test(first) ? " " : "";
  if (CHINESE.test(first)) return isLetter(last) ? " " : "";
  return " ";
}

/** A digit beside a Chinese character stands without a space, as in 1.32万亿元 "1.32 trillion yuan". */
function isLetter(char: string): boolean {
  return /\p{L}/u.test(char);
}
