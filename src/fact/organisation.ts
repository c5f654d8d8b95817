import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { segment } from "../text/segmenter.ts";
import { keepLongest } from "../text/span.ts";
import { afterApposition } from "./apposition.ts";
import type { Name } from "./mention.ts";
import { findEnglishOrganisations } from "./organisation-english.ts";

/**
 * Finds organisations: Chinese names by their last word (…联合会, …研究中心, …集团) back to the nearest boundary,
 * names that are known whole (海关总署), companies by their made-up names (翼岚科技), and English names by capitals.
 */
export function findOrganisations(printed: string, folded: string, lexicon: NameLexicon): Name[] {
  const { suffix, brand, known } = compile(lexicon);
  const found: Name[] = [];
  for (const match of folded.matchAll(suffix)) {
    const end = match.index + match[0].length;
    const start = companyStart(folded, leftBoundary(folded, match.index, lexicon), match.index, end, lexicon);
    const name = folded.slice(start, end);
    const isCounted = COUNTED.test(name) || COUNTED.test(name.replace(lexicon.leadingPlace, ""));
    const isNamed = end - start > match[0].length && !isCounted && !lexicon.unnamedCompany.test(name);
    if (isNamed && end - start <= 40) found.push({ kind: "organisation", start, end, title: null });
  }
  for (const match of folded.matchAll(brand)) {
    const end = match.index + match[0].length;
    const start = afterApposition(folded, leftBoundary(folded, match.index, lexicon), match.index, lexicon);
    if (isCoined(folded.slice(start, match.index), lexicon))
      found.push({ kind: "organisation", start, end, title: null });
  }
  for (const match of folded.matchAll(known)) {
    found.push({ kind: "organisation", start: match.index, end: match.index + match[0].length, title: null });
  }
  return [...keepLongest(found), ...findEnglishOrganisations(printed, lexicon), ...latinInChinese(printed)];
}

/** Where a company's name begins after what it is to somebody, if it has one of its own: 承租方|广东粤捷通供应链管理有限公司. */
function companyStart(folded: string, start: number, suffixStart: number, end: number, lexicon: NameLexicon): number {
  if (!/(?:公司|集团|厂|事务所)$/u.test(folded.slice(suffixStart, end))) return start;
  const own = afterApposition(folded, start, suffixStart, lexicon);
  return lexicon.unnamedCompany.test(folded.slice(own, end)) ? start : own;
}

/** 翼岚 in 翼岚科技 is made up, and so is no word; 数字 in 数字科技 and 跨境 in 跨境物流 say what kind. */
function isCoined(placed: string, { notInBrands, leadingPlace }: NameLexicon): boolean {
  const text = placed.length > 3 ? placed.replace(leadingPlace, "") : placed;
  return (
    /^[\u4e00-\u9fff]{2,3}$/u.test(text) &&
    !Array.from(text).some((character) => notInBrands.has(character)) &&
    segment(text).every((word) => word.segment.length === 1)
  );
}

/** 三家航空公司 "three airlines", 青岛一家基金 "a fund in Qingdao" and 二审法院 "the court of second instance" name none. */
const COUNTED = /^(?:\d|[一二终原]审|[一二两三四五六七八九十百多数几这那各该]+(?:余|多)?[家个所名])/u;

interface Patterns {
  readonly suffix: RegExp;
  readonly brand: RegExp;
  readonly known: RegExp;
}

const compiled = new WeakMap<NameLexicon, Patterns>();

function compile(lexicon: NameLexicon): Patterns {
  const ready = compiled.get(lexicon);
  if (ready !== undefined) return ready;
  // A suffix inside a longer word is none: 厅 in 厅长, 部 in 部分, 会 in 会议.
  const suffix = new RegExp(
    String.raw`(?:${lexicon.organisationSuffixes})(?!毕业|[长员分署门级内队落议展上见场计谈面子社])`,
    "gu",
  );
  const brand = new RegExp(`(?:${lexicon.brandSuffixes})+`, "gu");
  const patterns = { suffix, brand, known: new RegExp(lexicon.shortOrganisations, "gu") };
  compiled.set(lexicon, patterns);
  return patterns;
}

/** Walks left from a suffix to the first character that can't belong to the name. */
function leftBoundary(folded: string, suffixStart: number, lexicon: NameLexicon): number {
  let start = suffixStart;
  while (start > 0 && suffixStart - start < 24) {
    start -= seatLength(folded, start, lexicon);
    if (!/[\p{L}\d]/u.test(folded.charAt(start - 1))) break;
    const boundary = lexicon.leftBoundaries.find((word) => endsAt(folded, word, start));
    if (boundary !== undefined && !joinsName(folded, boundary, start, lexicon) && !isInsideName(folded, start)) break;
    if (/[年月日]/u.test(folded.charAt(start - 1)) && /\d/u.test(folded.charAt(start - 2))) break;
    start--;
  }
  return start;
}

/** How long the seat in brackets is that a name has inside: 极昼冷运(苏州)科技有限公司. */
function seatLength(folded: string, end: number, { gazetteer, placePattern }: NameLexicon): number {
  if (folded.charAt(end - 1) !== ")") return 0;
  const [bracketed, seat = ""] = /\((\p{Script=Han}{2,6})\)$/u.exec(folded.slice(Math.max(0, end - 8), end)) ?? [""];
  return placePattern.test(seat) || gazetteer.has(seat) ? bracketed.length : 0;
}

/** 在线零售集团 "an online retail group", 对外贸易公司, 永和会计师事务所: a word that parts names elsewhere is a part of this one. */
function isInsideName(folded: string, at: number): boolean {
  return /^(?:在线|对外|和(?:会计|律|税务)师)/u.test(folded.slice(at - 1, at + 4));
}

function endsAt(folded: string, word: string, end: number): boolean {
  return end >= word.length && folded.startsWith(word, end - word.length);
}

/** 中国物流与采购联合会: a conjunction inside a name that began with a place or 国家 belongs to it. */
function joinsName(folded: string, boundary: string, at: number, lexicon: NameLexicon): boolean {
  if (!["与", "和", "及"].includes(boundary)) return false;
  const left =
    /[\p{L}\d]{2,10}$/u.exec(folded.slice(Math.max(0, at - boundary.length - 10), at - boundary.length))?.[0] ?? "";
  return (
    new RegExp(String.raw`^(?:国家|全国|中国|世界|国际|${lexicon.places})(?:省|市)?[\p{L}]{0,6}$`, "u").test(left) &&
    !new RegExp(`(?:${lexicon.organisationSuffixes})$`, "u").test(left)
  );
}

/** A Latin name in a Chinese text (Yandex market), unless it is an abbreviation of capitals (GMV). */
function latinInChinese(printed: string): Name[] {
  return [
    ...printed.matchAll(/(?<=\p{Script=Han})[A-Z][A-Za-z]*[a-z][A-Za-z]*(?: [A-Za-z]+)*(?=[\p{Script=Han},，。、])/gu),
  ].map((match) => ({ kind: "organisation", start: match.index, end: match.index + match[0].length, title: null }));
}
