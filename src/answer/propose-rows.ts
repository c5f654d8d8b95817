import type { Enumeration, Name } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import type { Proposal } from "./proposal.ts";

/** What several things are may be asked: 什么 is one thing or many. */
export function wantsMany(query: Query): boolean {
  return query.type === "list" || saysMany(query);
}

/** 哪些, 哪几个, 哪三座, "which cities": the answer has several members. */
export function saysMany({ folded }: Query): boolean {
  return /哪些|哪几|哪[两二三四五六七八九十]|\b(?:name|list) (?:the|all|both) \w+s\b|(?:which|what) (?:(?!does|was|is|has)[\w-]+ )?(?!does|was|is|has)\w+s\b/u.test(
    folded,
  );
}

/** Enumerations; with kinds, only those that hold a name of one of them. */
export function lists(query: Query, reading: Reading, sentence: Sentence, kinds: readonly Name["kind"][]): Proposal[] {
  if (!wantsMany(query)) return [];
  const asked = countAsked(query);
  const printed = sentence.mentions.filter((mention) => mention.kind === "list");
  const rows = [...printed, ...rowsOfNames(reading, sentence, kinds)];
  return rows.flatMap((mention) => {
    const ofKind = kinds.length === 0 || mention.members.some((member) => isMostly(member, sentence, kinds));
    if (mention.members.some((member) => repeatsQuestion(query, reading, member)))
      return ofKind ? [{ span: { start: mention.start, end: mention.end }, mention, fit: REPEATING }] : [];
    const fit =
      (mention.members.length > 2 ? 1 : printed.includes(mention) ? 0.85 : PAIR) +
      (kinds.length === 0 ? 0 : 0.1) +
      (mention.members.length === asked ? AS_MANY : 0) +
      (isNamedRow(query, reading, mention) ? 0.3 : 0);
    return ofKind ? [{ span: { start: mention.start, end: mention.end }, mention, fit }] : [];
  });
}

/** Names of one kind side by side, with no more than a 、 or 和 between them: 阜阳、赣州 in 得益于阜阳、赣州两处中心 "thanks to two centres". */
function rowsOfNames({ folded }: Reading, { mentions }: Sentence, kinds: readonly Name["kind"][]): Enumeration[] {
  return kinds.flatMap((kind) => {
    const rows: Span[][] = [];
    for (const name of mentions.filter((mention) => mention.kind === kind)) {
      const row = rows.at(-1);
      const joins = row !== undefined && JOINS.test(folded.slice(row.at(-1)?.end, name.start));
      if (joins) row.push(name);
      else rows.push([name]);
    }
    return rows
      .filter((row) => row.length > 1)
      .map((members) => ({
        kind: "list" as const,
        start: members[0]?.start ?? 0,
        end: members.at(-1)?.end ?? 0,
        members,
      }))
      .filter(
        (row) => !mentions.some((list) => list.kind === "list" && list.start === row.start && list.end === row.end),
      );
  });
}

const JOINS = /^(?:、|和|与|及|以及|, | and |, and )$/u;

/** How two names fit that stand side by side: a row of two is often only a part of what was meant. */
const PAIR = 0.65;

/** What it adds that a row has as many members as were asked for. */
const AS_MANY = 0.2;

/** 哪三个 "which three", 那三家都有谁; null where it isn't said how many. */
export function countAsked({ folded }: Query): number | null {
  const word =
    /哪([两二三四五六七八九十]|\d+)|([两二三四五六七八九十]|\d+)(?:个|家|名|位|人|款|种|项|座|所)[\p{Script=Han}]{0,6}(?:(?:都|分别|各)(?:有|是|叫)(?:谁|哪|什么|啥)|叫(?:什么|啥))|\b(?:which|what|the) (two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[\w-]+ )?\w+s\b/u.exec(
      folded,
    );
  const count = word?.[1] ?? word?.[2] ?? word?.[3];
  return count === undefined ? null : (COUNTS.get(count) ?? Number(count));
}

const COUNTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    两: 2,
    二: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  }),
);

/** How a row fits that has the question's own words among its members: 8个平台、项目 where 8个项目 were spoken of. */
const REPEATING = 0.4;

function repeatsQuestion(query: Query, reading: Reading, member: Span): boolean {
  const text = reading.folded.slice(member.start, member.end);
  return query.terms.some(
    (term) =>
      term !== query.focus &&
      (term.role === "concept" || term.role === "content" || term.role === "name") &&
      term.alternatives.some(
        ({ text: word, factor }) =>
          factor >= TRANSLATED && word.length > 1 && word.length * 2 >= text.length && text.includes(word),
      ),
  );
}

/** Words that mean the same for certain, in either language. */
const TRANSLATED = 0.85;

/** A member that is a name of a kind, but for a word or two: 国家市场监督管理总局发展研究中心, 欧洲等. */
function isMostly(member: Span, sentence: Sentence, kinds: readonly Name["kind"][]): boolean {
  return sentence.mentions.some(
    (name) =>
      kinds.includes(name.kind as Name["kind"]) &&
      name.start < member.end &&
      name.end > member.start &&
      (Math.min(name.end, member.end) - Math.max(name.start, member.start)) * 5 >= (member.end - member.start) * 3,
  );
}

/** “商品卡免佣”“保证金下调”等政策 is a row of 政策: the word asked for stands right after it, or right before. */
function isNamedRow({ focus }: Query, reading: Reading, row: Span): boolean {
  if (focus === null) return false;
  const after = reading.folded.slice(row.end, row.end + 8);
  const before = reading.folded.slice(Math.max(0, row.start - 8), row.start);
  return focus.alternatives.some(
    ({ text }) => (/^["”」]?等/u.test(after) && after.includes(text.slice(0, 4))) || before.includes(text),
  );
}
