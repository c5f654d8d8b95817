const DIGITS = "零一二三四五六七八九";
const ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"] as const;

/** Writes a number from 1 to 99 in Chinese: 17 → 十七; empty for others. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 99) return "";
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? DIGITS.charAt(tens) : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS.charAt(ones) : ""}`;
}

/** Writes a number from 1 to 39 in Roman numerals: 14 → xiv; empty for others. */
export function romanNumeral(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 39) return "";
  return "x".repeat(Math.floor(number / 10)) + (ROMAN[number % 10] ?? "");
}

/** Numbers by how they are written after a ruler's name, in Chinese or Roman numerals. */
const BY_NUMERAL: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 39 }, (_, i) => i + 1).flatMap((number) => [
    [chineseNumber(number), number],
    [romanNumeral(number), number],
  ]),
);

/** Reads a small Chinese or Roman numeral; null where it is none. */
export function readNumeral(numeral: string): number | null {
  return BY_NUMERAL.get(numeral.toLowerCase()) ?? null;
}

/** Writes an English ordinal in digits: 17 → 17th. */
export function englishOrdinal(number: number): string {
  const ending = Math.floor(number / 10) % 10 === 1 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}
