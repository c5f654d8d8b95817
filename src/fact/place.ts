import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { keepLongest } from "../text/span.ts";
import { segment } from "../text/segmenter.ts";
import { findListedPlaces } from "./listed-place.ts";
import type { Name } from "./mention.ts";

/**
 * Finds places: countries, provinces, cities and regions by name, venues by their last word (花湖国际机场,
 * 杭州大会展中心), and English ones by name or after "in" and "at".
 */
export function findPlaces(printed: string, folded: string, lexicon: NameLexicon): Name[] {
  const { named, venue, locality, host, sites, english } = compile(lexicon);
  const found: Name[] = [];
  for (const pattern of [named, lexicon.foreignCity])
    for (const match of folded.matchAll(pattern)) found.push(place(match.index, match.index + match[0].length));
  for (const { start, end } of findListedPlaces(printed, folded, lexicon)) found.push(place(start, end));
  found.push(...found.flatMap(({ end }) => withinPlace(folded, end)));
  for (const pattern of [venue, locality, host]) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.["venue"] ?? [0, 0];
      const lead = LEADS.exec(folded.slice(start, end))?.[0].length ?? 0;
      const isLong = end - start - lead > (pattern === host ? 1 : 2);
      if (isLong && !COMMON.test(folded.slice(start + lead, end))) found.push(place(start + lead, end));
    }
  }
  for (const pattern of sites) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.["site"] ?? [0, 0];
      if (isUnknownWord(folded, start, end)) found.push(place(start, end));
    }
  }
  for (const match of printed.matchAll(english)) {
    const [start, end] = match.indices?.groups?.["place"] ?? [0, 0];
    if (end > start && !NO_PLACE.test(printed.slice(start, end))) found.push(place(start, end));
  }
  for (const match of folded.matchAll(/[a-z][a-z .-]+[a-z]/gu)) pushCountries(found, match[0], match.index, lexicon);
  return keepLongest(found);
}

/** The district, and the town in it, that stand right after a province or city: 佛山市|南海区|狮山镇. */
function withinPlace(folded: string, from: number): Name[] {
  const found: Name[] = [];
  let at = from;
  for (const pattern of WITHIN) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null) continue;
    found.push(place(at, at + match[0].length));
    at += match[0].length;
  }
  return found;
}

/** A district or county, and a town or village; 示范区 "demonstration zone" is no such. */
const WITHIN = [
  /(?![^区县]{0,3}(?:开发|高新|示范|试验|自贸|保税|综保|经开|[社园片景港库牧灾山地省]))(?:(?![的和与及等各全多该本两三几部充电大小])[\u4e00-\u9fff]){1,3}[区县](?![域间分块内外级委长])/uy,
  /(?:(?![的和与及等各全多该本两三几乡农老])[\u4e00-\u9fff]){1,3}(?:镇|乡|街道|村)(?![域间内外级委长民庄镇])/uy,
];

function place(start: number, end: number): Name {
  return { kind: "place", start, end, title: null };
}

/** No dictionary knows it, so it is cut into single characters: 越|栖, but not 线上 "online". */
function isUnknownWord(folded: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 4);
  return segment(folded.slice(from, end + 4)).every(
    ({ index, segment: word }) => word.length === 1 || from + index >= end || from + index + word.length <= start,
  );
}

/** Months, weekdays, and what is written in capitals alone: CNY, GMV. */
const NO_PLACE =
  /^[\p{Lu}\d]{2,}$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)/u;

const compiled = new WeakMap<NameLexicon, PlacePatterns>();

interface PlacePatterns {
  readonly named: RegExp;
  readonly venue: RegExp;
  readonly locality: RegExp;
  /** A foreign city where something takes place: 在伦敦举行 "held in London". */
  readonly host: RegExp;
  /** A place that no list knows, by what takes place there or is there: 位于越栖 "lies in Yueqi". */
  readonly sites: readonly RegExp[];
  readonly english: RegExp;
}

/** A character of a place's name: no particle, numeral, pronoun or preposition. */
const UNKNOWN = String.raw`(?![的了着过是在于和与及或也都就还将把被让对从向由一二两三四五六七八九十几每该本其此这那我你他她它同共各首全正后时现年月日处内外上中下间里])[\u4e00-\u9fff]`;

/** What ends like a place and is none: 省会城市 "provincial capitals", 每个省 "each province". */
const COMMON = /城市$|[两二三四五六七八九十\d][省市县区]$|^[个各每该本全两多几这那]|^(?:公司|企业|我|地|外|省|市)/u;

/** Words that stand before a place and aren't part of it. */
const LEADS =
  /^.*(?:上半年|下半年|其中|公司|覆盖|全年|每年|一年|\d|[一二两三四五六七八九十多几各]个|深入|走进|走访|考察|访问|服务|来到|落户|落地|前往|举办的?|位于|坐落|还将|将|据|从|让|由|是|的|了|在|到|于|对|与|和)/u;

function compile(lexicon: NameLexicon): PlacePatterns {
  const ready = compiled.get(lexicon);
  if (ready !== undefined) return ready;
  const boundary = String.raw`(?:^|[^\u4e00-\u9fff]|在|到|往|于|赴|自|进|经|达|访|至|落户|走进|走访|前往)`;
  const patterns = {
    named: new RegExp(String.raw`(?:${lexicon.places})(?:特别行政区|自治区|省|市(?![场值面民])|县|州)?`, "gu"),
    venue: new RegExp(
      String.raw`${boundary}(?<venue>(?:(?!在|到|于|的|了)[\u4e00-\u9fff]){1,14}?(?:${lexicon.placeSuffixes}))(?![\u4e00-\u9fff]?长)`,
      "gdu",
    ),
    locality: new RegExp(
      String.raw`${boundary}(?<venue>[\u4e00-\u9fff]{2,4}(?:${lexicon.localities}))(?![场民面值长委政内外级容域别])`,
      "gdu",
    ),
    host: new RegExp(`在(?<venue>${lexicon.transliteratedWord})(?=${lexicon.hostVerbs})`, "gdu"),
    sites: [
      new RegExp(`(?<!现|正|旨)在(?<site>${UNKNOWN}{2,4}?)(?:正式)?(?=${lexicon.hostVerbs})`, "gdu"),
      new RegExp(String.raw`(?:${lexicon.siteVerbs})(?<site>${UNKNOWN}{2,4}?)(?=[的,，。;；、\s）)]|$)`, "gdu"),
    ],
    // What comes from an unknown name comes from a company as often, but for what travels.
    english:
      /\b(?:in|at|near|to|(?<=\b(?:goods|(?:im|ex)ports?|shipments?|cargo|visitors?|tourists?|passengers|people|workers|students|buyers?|sellers?|traders?|firms|flights?|trains?|ships?|route|ca?me|coming|comes|mov\w+|travel\w*|arriv\w+|depart\w+|sail\w*|fl[eyo]\w+|hails?|away|far|miles|km) )from) (?:the )?(?<place>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3})/dgu,
  };
  compiled.set(lexicon, patterns);
  return patterns;
}

/** Longest country or region names inside a run of lower-cased words. */
function pushCountries(found: Name[], run: string, offset: number, lexicon: NameLexicon): void {
  const starts = [...run.matchAll(/[a-z]+/gu)];
  for (const [i, first] of starts.entries()) {
    for (let n = Math.min(4, starts.length - i); n >= 1; n--) {
      const last = starts[i + n - 1];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      if (lexicon.englishPlaces.has(run.slice(first.index, end))) {
        found.push(place(offset + first.index, offset + end));
        break;
      }
    }
  }
}
