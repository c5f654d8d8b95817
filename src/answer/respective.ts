import type { Enumeration, Mention, Quantity } from "../fact/mention.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { holdsWord } from "../text/word-search.ts";
import type { Candidate } from "./candidate.ts";

/**
 * The thing that a figure of a row belongs to, where the question asks for another thing of the row: 穿类 for 1.4% in
 * 吃类、穿类、用类商品分别增长15.7%、1.4%、5.3% "food, clothing and household goods grew by … respectively". Null elsewhere.
 */
export function otherOfRow(query: Query, { reading, sentence, mention }: Candidate): string | null {
  if (mention?.kind !== "quantity") return null;
  const { folded } = reading;
  const at = folded.slice(sentence.start, sentence.end).search(RESPECTIVELY);
  if (at < 0) return null;
  const row = rowOf(sentence.mentions, sentence.start + at, mention, folded);
  if (row === null) return null;
  const asked = row.things.findIndex((thing) => isAsked(query, folded.slice(thing.start, thing.end)));
  const own = row.things[row.place];
  return asked < 0 || asked === row.place || own === undefined ? null : folded.slice(own.start, own.end);
}

/**
 * Another thing of a row that a figure is told of as a whole, where the question asks for one of them: 广东 in
 * 广东、浙江、福建三省的出口占全国的六成以上 "exports of the three provinces Guangdong, Zhejiang and Fujian are over 60%", asked
 * for 福建. Null elsewhere.
 */
export function othersOfGroup(query: Query, { reading, sentence, mention }: Candidate): string | null {
  if (mention?.kind !== "quantity") return null;
  const { folded } = reading;
  for (const list of sentence.mentions) {
    if (list.kind !== "list") continue;
    const isGroup =
      isCountOf(TOGETHER.exec(folded.slice(list.end, list.end + 8)), list) ||
      SPREAD.test(folded.slice(sentence.start, list.start)) ||
      isCountOf(TOGETHER_INSIDE.exec(folded.slice(list.start, list.end)), list);
    if (!isGroup || RESPECTIVELY.test(folded.slice(sentence.start, sentence.end))) continue;
    const asked = list.members.filter((member) => isAsked(query, folded.slice(member.start, member.end)));
    const other = list.members.find((member) => !asked.includes(member));
    if (asked.length === 1 && other !== undefined) return folded.slice(other.start, other.end);
  }
  return null;
}

/** A figure and what a question calls the thing that it should be of. */
interface Claim {
  readonly candidate: Candidate;
  readonly thing: QueryTerm | null;
}

/**
 * Tells whether two figures of a row can be of the two things that a question names: those after 分别 "respectively" stand in
 * the order of the things before it. True where there is no such row.
 */
export function standInOrder(first: Claim, second: Claim): boolean {
  const { reading, sentence } = first.candidate;
  if (second.candidate.sentence !== sentence) return true;
  const words = reading.folded.slice(sentence.start, sentence.end);
  const at = words.search(RESPECTIVELY);
  const spans = [first.candidate.span, second.candidate.span];
  if (at < 0 || spans.some(({ start }) => start < sentence.start + at)) return true;
  const [one = -1, other = -1] = [first, second].map(({ thing }) => lastPlaceOf(thing, words.slice(0, at)));
  return (
    one < 0 || other < 0 || one === other || one < other === first.candidate.span.start < second.candidate.span.start
  );
}

function lastPlaceOf(thing: QueryTerm | null, words: string): number {
  return Math.max(-1, ...(thing?.alternatives ?? []).map(({ text }) => words.lastIndexOf(text)));
}

/** 三省 after three provinces counts them; 488家 is a figure of its own. */
function isCountOf(group: RegExpExecArray | null, { members }: Enumeration): boolean {
  const number = group?.groups?.["number"];
  return group !== null && (number === undefined || !/^\d/u.test(number) || Number(number) === members.length);
}

const GROUP = String.raw`(?:等|(?<number>[两二三四五六七八九十]+|\d+)(?:[省市区县国家地州城座港]|个))`;
const TOGETHER = new RegExp(`^${GROUP}`, "u");
const TOGETHER_INSIDE = new RegExp(
  String.raw`\p{Script=Han}${GROUP}$|\p{Script=Han}{2}[两二三四五六七八九十](?:[省市县区国]|地)`,
  "u",
);
const SPREAD = /(?:覆盖|遍布|分布在|分布于|涉及|涵盖|布局)$/u;

const RESPECTIVELY = /分别|依次|\brespectively\b/u;

/** A row of things and the place in it that a figure stands at. */
interface Row {
  readonly things: readonly Span[];
  readonly place: number;
}

/** Sets the figures after 分别 "respectively" beside the things before it; null where they aren't as many. */
function rowOf(mentions: readonly Mention[], at: number, figure: Quantity, folded: string): Row | null {
  const figures = mentions.filter(
    (other): other is Quantity =>
      other.kind === "quantity" &&
      other.dimension === figure.dimension &&
      other.start > at &&
      isInRow(folded, at, other),
  );
  const place = figures.findIndex(({ start }) => start === figure.start);
  // 2022年、2023年收入分别为…: a row of times, and not of things.
  const list = mentions.findLast(
    (other): other is Enumeration =>
      other.kind === "list" &&
      other.start < at &&
      other.members.length === figures.length &&
      !mentions.some(({ kind, start }) => kind === "period" && start === other.start),
  );
  return place < 0 || list === undefined ? null : { things: list.members, place };
}

/** The row ends where a clause begins that isn't only a figure. */
function isInRow(folded: string, at: number, { start }: Span): boolean {
  return !/[。；;]|,(?![^,]{0,3}\d)/u.test(folded.slice(at, start));
}

function isAsked({ terms }: Query, thing: string): boolean {
  return terms.some(
    ({ role, alternatives }) =>
      role !== "generic" &&
      alternatives.some(
        ({ text, factor, isHan }) => factor >= 0.8 && (isHan ? sharesWord(thing, text) : holdsWord(thing, text, false)),
      ),
  );
}

/** 露营装备 asks for 露营用品 "camping gear": the thing begins like the word asked for, or holds it. */
function sharesWord(thing: string, asked: string): boolean {
  return asked.length > 1 && (thing.includes(asked) || asked.includes(thing) || thing.startsWith(asked.slice(0, 2)));
}
