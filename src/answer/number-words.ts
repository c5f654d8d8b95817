import Big from "big.js";
import type { Quantity } from "../fact/mention.ts";
import type { Language } from "../text/script.ts";

const ENGLISH_SCALES = [
  ["trillion", 12],
  ["billion", 9],
  ["million", 6],
] as const;
const CHINESE_SCALES = [
  ["万亿", 12],
  ["亿", 8],
  ["万", 4],
] as const;

/** Writes a value exactly, with the scale words of a language: 67.97 billion, 679.7亿, 70,000, 7万. */
export function scaled(value: Big, language: Language): string {
  const scales = language === "en" ? ENGLISH_SCALES : CHINESE_SCALES;
  for (const [word, power] of scales) {
    if (value.abs().gte(new Big(10).pow(power)))
      return `${plain(value.div(new Big(10).pow(power)))}${language === "en" ? " " : ""}${word}`;
  }
  return language === "en" ? grouped(value) : plain(value);
}

/** All digits, no exponent, no trailing zeros. */
export function plain(value: Big): string {
  const text = value.toFixed();
  return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
}

function grouped(value: Big): string {
  const [whole = "", fraction] = plain(value).split(".");
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+(?!\d))/gu, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** How a qualifier reads before (or, for "at least" in Chinese, after) a figure. */
export const QUALIFIERS: Record<NonNullable<Quantity["qualifier"]>, Record<Language, string>> = {
  about: { zh: "约", en: "about " },
  over: { zh: "超", en: "over " },
  nearly: { zh: "近", en: "nearly " },
  atMost: { zh: "不超过", en: "at most " },
  atLeast: { zh: "至少", en: "at least " },
};
