import traditionalToSimplified from "opencc-js/dict/TSCharacters";

/**
 * Folds a text for comparison: full width to half width, Traditional to Simplified Chinese, upper case to
 * lower case, accented Latin letters to plain ones, typographic quotes and dashes to ASCII.
 *
 * Every UTF-16 unit folds to exactly one unit, so an offset in the folded text is an offset in the printed one.
 * That is why NFKC isn't used: it can lengthen text 18-fold and turns 10² into 102.
 */
export function fold(text: string): string {
  let folded = "";
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const to = unit < 0x80 ? foldAscii(unit) : FOLDED[unit];
    if (to === undefined || to === 0 || to === unit) continue;
    folded += text.slice(copied, i) + String.fromCharCode(to);
    copied = i + 1;
  }
  return copied === 0 ? text : folded + text.slice(copied);
}

function foldAscii(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

/** The folded unit at the index of each unit; 0 where it folds to itself. */
const FOLDED = foldTable();

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = foldAscii(unit - 0xfee0);
  table[0x3000] = table[0xa0] = 0x20; // ideographic and no-break space
  for (const [from, to] of [
    ["‘’‛", "'"],
    ["“”„‟", '"'],
    ["‐‑‒–—−", "-"],
    ["・•‧", "·"],
  ] as const) {
    for (const unit of from) table[unit.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (const pair of traditionalToSimplified.split("|")) {
    const [from = "", to = ""] = pair.split(" ");
    if (from.length === 1 && to.length === 1) table[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  for (let unit = 0xc0; unit < 0x250; unit++) foldLetter(table, unit);
  for (let unit = 0x1e00; unit < 0x1f00; unit++) foldLetter(table, unit);
  for (let unit = 0x370; unit < 0x530; unit++) foldCase(table, unit);
  return table;
}

function foldLetter(table: Uint16Array, unit: number): void {
  const base = String.fromCharCode(unit).normalize("NFD").charAt(0).toLowerCase();
  if (base.length === 1) table[unit] = base.charCodeAt(0);
}

function foldCase(table: Uint16Array, unit: number): void {
  const lower = String.fromCharCode(unit).toLowerCase();
  if (lower.length === 1) table[unit] = lower.charCodeAt(0);
}
