/** A language that the bot understands and replies in. */
export type Language = "zh" | "en";

/** Tells whether a UTF-16 unit is a Chinese character (the BMP blocks; rarer ones count as other letters). */
export function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit === 0x3007;
}

/** Tells whether a UTF-16 unit is a Latin, Greek or Cyrillic letter, or an ASCII digit: what makes up a spaced word. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0xc0 && unit <= 0x52f && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x1e00 && unit <= 0x1eff)
  );
}

/**
 * Finds the language of a text by its letters. One Chinese character tells as much as a short English word,
 * so a Chinese question about "Yandex market" stays Chinese; words in quotation marks are somebody else's.
 */
export function detectLanguage(text: string): Language {
  let han = 0;
  let latin = 0;
  const own = text.slice(0, 4000).replaceAll(/“[^”]*”|"[^"]*"|《[^》]*》/gu, "");
  const spoken = /\p{L}/u.test(own) ? own : text;
  for (let i = 0; i < spoken.length && i < 4000; i++) {
    const unit = spoken.charCodeAt(i);
    if (isHan(unit)) han++;
    else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) latin++;
  }
  return han > 0 && (han * 4 >= latin || /[的是谁吗呢哪么]/u.test(spoken)) ? "zh" : latin > 0 ? "en" : "zh";
}
