import type { Mention, Name, Quantity } from "../fact/mention.ts";
import { toEnglish } from "../lexicon/glossary.ts";
import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import type { Query } from "../question/query.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { detectLanguage } from "../text/script.ts";
import { slice } from "../text/span.ts";
import type { Transliteration } from "../text/pinyin.ts";
import type { RankedCandidate } from "./candidate.ts";
import { plain, QUALIFIERS, scaled } from "./number-words.ts";

/**
 * Words the short answer: as printed where question and text share a language; else converted or translated, with
 * the printed words in brackets: CNY 67.97 billion (679.7亿元), Long Xiaohong (龙小红).
 */
export function wordAnswer(
  query: Query,
  candidate: RankedCandidate,
  digest: Digest,
  transliteration: Transliteration | null,
): string {
  const { reading, mention, span } = candidate;
  const { text } = reading.article;
  if (mention?.kind === "list") return wordList(query, candidate, digest, transliteration);
  const printed = slice(text, span).replace(/[,，;；:：、]+$/u, "");
  const language = detectLanguage(printed);
  if (language === query.language && /\p{L}/u.test(printed)) return printed;
  const latin = query.language === "en" && mention !== null ? latinName(reading.article.text, mention) : null;
  const converted =
    mention === null
      ? null
      : (latin ?? convert(mention, printed, query, digest, transliteration, span.start === mention.start));
  // 2025年 (2025) would say the same twice.
  return converted === null || converted.includes(printed) ? printed : `${converted} (${printed})`;
}

/** The name in Latin letters that a text gives in brackets: 莱蒂西亚·蒙德拉贡（Leticia Mondragón）. */
function latinName(text: string, { kind, end }: Mention): string | null {
  if (kind !== "person" && kind !== "organisation" && kind !== "place") return null;
  return /^ ?[（(](\p{Lu}[\p{Script=Latin}.'’ -]{1,40})[）)]/u.exec(text.slice(end, end + 48))?.[1] ?? null;
}

function wordList(
  query: Query,
  { reading, mention }: RankedCandidate,
  digest: Digest,
  transliteration: Transliteration | null,
): string {
  if (mention?.kind !== "list") return "";
  const members = mention.members.map((member) => slice(reading.article.text, member));
  const printed = members.join("、");
  if (detectLanguage(printed) === query.language) return query.language === "zh" ? printed : members.join(", ");
  if (query.language === "zh") return members.join(", ");
  const translated = members.map((member) => translateName(member, digest, transliteration));
  return translated.every((word, i) => word !== members[i]) ? `${translated.join(", ")} (${printed})` : printed;
}

function convert(
  mention: Mention,
  printed: string,
  query: Query,
  digest: Digest,
  transliteration: Transliteration | null,
  isWhole: boolean,
): string | null {
  switch (mention.kind) {
    case "quantity":
      // An index has points, but nobody says so who prints it bare.
      if (mention.dimension === "point" && !/\p{L}/u.test(printed)) return null;
      return convertQuantity(mention, query.language, digest);
    case "period":
      return mention.interval === null ? null : dateWords(mention.interval, mention.precision, query.language);
    case "person":
      if (!isWhole) return translateTitle(printed, digest, transliteration);
      return query.language === "en" ? (transliteration?.personName(printed) ?? null) : null;
    case "list":
      return null;
    default:
      return query.language === "en" ? translateName(printed, digest, transliteration, mention) : null;
  }
}

/** Translates a name by the country table, the glossary, or, for a Chinese place or person, its sound. */
export function translateName(
  printed: string,
  digest: Digest,
  transliteration: Transliteration | null,
  mention?: Name,
): string {
  const { lexicon } = digest;
  const place = lexicon.names.placesInEnglish.get(printed)?.[0];
  if (place !== undefined) return place.replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase());
  const known = toEnglish(lexicon.glossary, printed);
  if (known !== null) return titled(known, mention);
  if (transliteration === null) return printed;
  const bare = printed.replace(/[省市县]$/u, "");
  if (lexicon.names.placePattern.test(bare) || lexicon.names.gazetteer.has(bare))
    return transliteration.placeName(bare);
  return translateTitle(printed, digest, transliteration) ?? printed;
}

/** An organisation's or a post's name, put together from glossary words: 湖北省商务厅 → Hubei … only where every part is known. */
function translateTitle(printed: string, digest: Digest, transliteration: Transliteration | null): string | null {
  const { glossary, names } = digest.lexicon;
  const parts: string[] = [];
  for (let i = 0; i < printed.length;) {
    let used = 0;
    for (let length = Math.min(glossary.longestChinese, printed.length - i); length >= 2; length--) {
      const word = printed.slice(i, i + length);
      const english = toEnglish(glossary, word) ?? placeInEnglish(word, names, transliteration);
      if (english === undefined || english === null) continue;
      parts.push(english);
      used = length;
      break;
    }
    if (used === 0 && !/[、省市的和与\s]/u.test(printed.charAt(i))) return null;
    if (printed.charAt(i) === "、" && parts.length > 0) parts[parts.length - 1] += ",";
    i += Math.max(1, used);
  }
  return parts.length === 0
    ? null
    : parts
        .join(" ")
        .replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase())
        .replaceAll(/\b(?:Of|And|For|To|The|On)\b/gu, (word) => word.toLowerCase());
}

function placeInEnglish(chinese: string, names: NameLexicon, transliteration: Transliteration | null): string | null {
  const known = names.placesInEnglish.get(chinese)?.[0];
  if (known !== undefined) return known;
  return transliteration !== null && names.placePattern.test(chinese) ? transliteration.placeName(chinese) : null;
}

function titled(english: string, mention: Name | undefined): string {
  return mention === undefined || mention.kind === "quoted"
    ? english
    : english
        .replaceAll(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase())
        .replaceAll(/\b(?:Of|And|For|To|The|On)\b/gu, (word) => word.toLowerCase());
}

/** Converts a figure exactly into the words of a language. */
export function convertQuantity(quantity: Quantity, language: Language, digest: Digest): string | null {
  const lead = quantity.qualifier === null ? "" : QUALIFIERS[quantity.qualifier][language];
  const unit = digest.lexicon.quantities.unit(quantity.unit);
  const number = scaled(quantity.value, language);
  switch (quantity.dimension) {
    case "money":
      return language === "en"
        ? `${lead}${quantity.unit} ${number}`
        : `${lead}${number}${unit?.zh[0] ?? quantity.unit}`;
    case "percent":
      if (quantity.unit === "percentagePoint")
        return `${lead}${plain(quantity.value)}${language === "en" ? " percentage points" : "个百分点"}`;
      return `${lead}${plain(quantity.value)}%`;
    case "ordinal":
      return language === "en" ? ordinalWords(Number(plain(quantity.value))) : `第${plain(quantity.value)}`;
    case "count":
    case "ratio":
      return language === "en" ? `${lead}${number}${quantity.dimension === "ratio" ? " times" : ""}` : null;
    default: {
      const inUnit = unit === undefined ? quantity.value : quantity.value.div(unit.factor);
      const name = language === "en" ? (unit?.symbol ?? unit?.en[0] ?? "") : (unit?.zh[0] ?? "");
      return `${lead}${scaled(inUnit, language)}${language === "en" ? ` ${name}` : name}`.trim();
    }
  }
}

function ordinalWords(n: number): string {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${n}${suffix}`;
}

/** Writes a period in a language: 14 July 2025, the first half of 2025, 2025年7月14日. */
function dateWords(interval: { from: string; to: string }, precision: string, language: Language): string {
  const [year = "", month = "", day = ""] = interval.from.split("-");
  const locale = language === "en" ? "en-GB" : "zh-CN";
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const format = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
  switch (precision) {
    case "day":
      return format({ day: "numeric", month: "long", year: "numeric" });
    case "month":
      return format({ month: "long", year: "numeric" });
    case "year":
      return language === "en" ? year : `${year}年`;
    case "half":
      return language === "en"
        ? `the ${month === "01" ? "first" : "second"} half of ${year}`
        : `${year}年${month === "01" ? "上" : "下"}半年`;
    default:
      return language === "en" ? `${interval.from} to ${interval.to}` : `${interval.from}至${interval.to}`;
  }
}
