import type { Lexicon } from "../fact/lexicon.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import type { Proposal } from "./proposal.ts";
import { isAsked, namesOf } from "./propose-names.ts";
import { lists, wantsMany } from "./propose-rows.ts";

/** Places and rows of places, of the kind that the question names: 哪个国家 a country, 哪个场馆 a venue. */
export function places(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const asked = askedPlaceKind(query);
  const isHome = (span: Span): boolean => lexicon.names.home.has(reading.folded.slice(span.start, span.end));
  const isKind = (span: Span): boolean => {
    if (asked === null) return !isHome(span);
    return asked === "crossing"
      ? isCrossing(reading.folded, span)
      : placeKind(reading.folded.slice(span.start, span.end), lexicon) === asked;
  };
  const rows = lists(query, reading, sentence, ["place"]).map((row) => {
    const members = row.mention?.kind === "list" ? row.mention.members : [];
    return members.some((member) => isKind(member)) ? row : { ...row, fit: row.fit * 0.4 };
  });
  const names = namesOf(query, reading, sentence, "place", wantsMany(query) ? 0.7 : 1, lexicon);
  // 波兰波兹南 where the question speaks of Poznań: nor is the country of an asked place an answer.
  const holdsAsked = (span: Span): boolean =>
    sentence.mentions.some(
      (inner) => inner.kind === "place" && inner.start === span.end && isAsked(query, reading, inner),
    );
  return [
    ...rows,
    ...names
      .map((name) => (holdsAsked(name.span) ? { ...name, fit: name.fit * OUTER } : name))
      .map((name) => (isKind(name.span) ? name : { ...name, fit: name.fit * (asked === null ? HOME : OTHER_KIND) }))
      .map((name) => (asked === null ? { ...name, span: withPlaceInIt(reading, sentence, name.span) } : name))
      .map((name) => ({ ...name, fit: name.fit * journeyFit(query, reading, sentence, name.span, lexicon) })),
  ];
}

/** How a place fits that something comes from, or goes to, as is asked; and one at the other end of the way. */
const AS_ASKED = 1.25;
const OTHER_END = 0.5;

/** 寄到哪里 "sent where" wants 徐汇 of 从天水寄往上海徐汇 "sent from Tianshui to Xuhui in Shanghai". */
function journeyFit(
  query: Query,
  { folded }: Reading,
  sentence: Sentence,
  { start, end }: Span,
  { cues: { journeys } }: Lexicon,
): number {
  const asked = JOURNEYS.find((role) => journeys[role].asked.test(query.folded));
  if (asked === undefined) return 1;
  const before = folded.slice(sentence.start, wholePlaceStart(sentence, start));
  const after = folded.slice(end, sentence.end);
  const told = JOURNEYS.filter((role) => journeys[role].before.test(before) || journeys[role].after.test(after));
  if (told.length !== 1) return 1;
  return told[0] === asked ? AS_ASKED : OTHER_END;
}

const JOURNEYS = ["from", "to"] as const;

/** Where 甘肃 begins before 天水: a place stands after the one that it lies in. */
function wholePlaceStart({ mentions }: Sentence, start: number): number {
  const outer = mentions.find((other) => other.kind === "place" && other.end === start);
  return outer === undefined ? start : outer.start;
}

/** 山东临沂, 乌兹别克斯坦首都塔什干: with a place goes the one in it that is named right after it. */
function withPlaceInIt({ folded }: Reading, { mentions }: Sentence, { start, end }: Span): Span {
  const inner = mentions.find(
    (other) => other.kind === "place" && other.start >= end && CAPITAL.test(folded.slice(end, other.start)),
  );
  const known = inner?.end ?? end;
  return { start, end: known + (LOCALITIES.exec(folded.slice(known, known + LONGEST_LOCALITIES))?.[0].length ?? 0) };
}

/** 江夏区藏龙岛 after 武汉市: what lies in a place is written right after it. */
const LOCALITIES = /^(?:(?![和与及或在的将被到从向对为有])[\u4e00-\u9fff]{1,4}?(?:新区|区|县|镇|乡|村|街道|岛))+/u;
const LONGEST_LOCALITIES = 16;

const CAPITAL = /^(?:首都|省会|首府)?$/u;

/** How a place of another kind fits, and the home country where any place is asked for. */
const OTHER_KIND = 0.25;

const HOME = 0.6;

/** How a place fits that the question names a place in. */
const OUTER = 0.3;

type PlaceKind = "country" | "province" | "city" | "venue" | "crossing";

/** 霍尔果斯口岸, 友谊关, 经阿拉山口出境, "the port of": where a border is crossed is said by the name or right beside it. */
function isCrossing(folded: string, { start, end }: Span): boolean {
  return (
    /[港关口]$|\b(?:port|crossing|border)$/u.test(folded.slice(start, end)) ||
    /^ ?(?:口岸|[出入过]境|通关|port\b|crossing\b|border\b)/u.test(folded.slice(end, end + 10)) ||
    /\b(?:port|crossing) (?:of|at) $/u.test(folded.slice(Math.max(0, start - 16), start))
  );
}

function askedPlaceKind({ folded }: Query): PlaceKind | null {
  const asked =
    /哪一?(?:个|座|些|几[个座]|家)?(?<zh>国家|国|城市|市|场馆|展馆|会馆|会场|机场|园区|口岸)|(?<named>国家|城市|场馆|展馆|会场|机场)(?:是|在|叫|为)?(?:哪|什么)|\b(?:what|which) (?<en>countr|cit|town|venue|hall|airport|(?:border )?(?:crossing|port))/u.exec(
      folded,
    )?.groups;
  const word = asked?.["zh"] ?? asked?.["named"] ?? asked?.["en"];
  if (word === undefined) return null;
  if (/^(?:国|countr)/u.test(word)) return "country";
  if (/^(?:城市|市|cit|town)/u.test(word)) return "city";
  return /口岸|crossing|port$/u.test(word) && !word.startsWith("air") ? "crossing" : "venue";
}

function placeKind(name: string, { names }: Lexicon): PlaceKind | null {
  if (/[市]$/u.test(name)) return "city";
  const bare = name.replace(/[省市县]$/u, "");
  if (names.countryPattern.test(bare)) return "country";
  if (names.provinces.has(bare)) return "province";
  if (names.placePattern.test(bare) || names.gazetteer.has(bare) || names.transliteratedPattern.test(bare))
    return "city";
  return /(?:馆|中心|机场|园|厅|场)$/u.test(name) ? "venue" : null;
}
