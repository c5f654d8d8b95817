import type { Span } from "../text/span.ts";
import { trim } from "../text/span.ts";
import type { Enumeration } from "./mention.ts";

/**
 * Finds lists in a sentence: things separated by 、, quoted terms side by side (“商品卡免佣”“保证金下调”),
 * and English "a, b and c".
 */
export function findEnumerations(folded: string, sentence: Span): Enumeration[] {
  const found = [
    ...quotedLists(folded, sentence),
    ...chineseLists(folded, sentence),
    ...englishLists(folded, sentence),
  ];
  return found.filter(
    (list, i) => !found.some((other, k) => k < i && other.start <= list.start && list.end <= other.end),
  );
}

function list(members: readonly Span[]): Enumeration {
  return { kind: "list", start: members[0]?.start ?? 0, end: members.at(-1)?.end ?? 0, members };
}

/** “a”“b” or "a"、"b": the members are the words within the quotation marks (folded to "). */
function quotedLists(folded: string, sentence: Span): Enumeration[] {
  const found: Enumeration[] = [];
  const text = folded.slice(sentence.start, sentence.end);
  for (const match of text.matchAll(/(?:["「]([^"「」]{1,24})["」](?:[、和与及]|以及)?){2,}/gu)) {
    const members = [...match[0].matchAll(/["「]([^"「」]{1,24})["」]/gu)].map((quoted) => {
      const start = sentence.start + match.index + quoted.index + 1;
      return { start, end: start + (quoted[1]?.length ?? 0) };
    });
    if (members.length >= 2) found.push(list(members));
  }
  return found;
}

const HARD_BREAK = /[,，。；;：:！？!?\n（）()—]|\.(?!\d)/u;
/** Words after which a list begins: 包括 "including", 来自 "from", 走访 "visited" …; the longest come first. */
const STRONG_LEADS =
  /.*(?:包括|包含|涵盖|例如|比如|诸如|来自|走访|考察|覆盖|涉及|前往|来到|深入|分别为|分别是|分为|聚焦|通过|打通|设有|设立|推出|展示|由|如|有|将|对|从|以)(?:了|着|到)?/u;
const WEAK_LEADS = /.*(?:的|了|是|为|在|与|到)/u;

/** Splits a stretch without other punctuation at 、 and cuts the words before the first and after the last thing. */
function chineseLists(folded: string, sentence: Span): Enumeration[] {
  const found: Enumeration[] = [];
  let start = sentence.start;
  for (let i = sentence.start; i <= sentence.end; i++) {
    if (i < sentence.end && !endsStretch(folded, i)) continue;
    for (const stretch of aroundRespectively(folded, { start, end: i })) {
      if (!folded.slice(stretch.start, stretch.end).includes("、")) continue;
      const members = membersOf(folded, stretch);
      if (members.length >= 2) found.push(list(members));
    }
    start = i + 1;
  }
  return found;
}

/** 福州、厦门|分别为1012亿元、846亿元: the things before 分别 are one list, and what is said of each another. */
function aroundRespectively(folded: string, stretch: Span): Span[] {
  const at = folded.slice(stretch.start, stretch.end).indexOf("分别");
  if (at <= 0) return [stretch];
  return [
    { start: stretch.start, end: stretch.start + at },
    { start: stretch.start + at, end: stretch.end },
  ];
}

/** 等 "and others" ends a list as punctuation does; 高等, 等级 and the like are words of their own. */
function endsStretch(folded: string, at: number): boolean {
  const char = folded.charAt(at);
  if (char === "等")
    return !/[高中同平相均不对优初]/u.test(folded.charAt(at - 1)) && !/[级待于同额号]/u.test(folded.charAt(at + 1));
  return HARD_BREAK.test(char === "." ? folded.slice(at, at + 2) : char);
}

function membersOf(folded: string, stretch: Span): Span[] {
  const parts = splitAt(folded, stretch, /、/gu);
  const inner = parts.slice(1, -1).map((part) => part.end - part.start);
  const last = parts.at(-1);
  const first = parts[0];
  if (first === undefined || last === undefined) return [];
  const typical = inner.length > 0 ? Math.max(...inner) : Math.min(first.end - first.start, 8);
  const tail = cutTail(folded, last, typical);
  const head = cutHead(
    folded,
    first,
    Math.max(typical, tail.at(0) === undefined ? 0 : (tail[0]?.end ?? 0) - (tail[0]?.start ?? 0)),
  );
  return [head, ...parts.slice(1, -1), ...tail]
    .map((part) => trim(folded, part))
    .filter((part) => part.end > part.start);
}

function splitAt(folded: string, span: Span, separator: RegExp): Span[] {
  const parts: Span[] = [];
  let start = span.start;
  for (const match of folded.slice(span.start, span.end).matchAll(separator)) {
    parts.push({ start, end: span.start + match.index });
    start = span.start + match.index + match[0].length;
  }
  parts.push({ start, end: span.end });
  return parts;
}

function cutHead(folded: string, first: Span, typical: number): Span {
  const text = folded.slice(first.start, first.end);
  const strong = STRONG_LEADS.exec(text);
  if (strong !== null && strong[0].length < text.length)
    return { start: first.start + strong[0].length, end: first.end };
  if (text.length <= typical + 2) return first;
  const weak = WEAK_LEADS.exec(text);
  return weak !== null && weak[0].length < text.length
    ? { start: first.start + weak[0].length, end: first.end }
    : first;
}

/** Splits the last thing at 和 or 以及 where both sides are as long as the others. */
function cutTail(folded: string, last: Span, typical: number): Span[] {
  const parts = splitAt(folded, last, /以及|和|及(?!时)|与/gu);
  const isRow =
    parts.length === 2 &&
    parts.every((part) => part.end - part.start >= 2) &&
    (parts[0]?.end ?? 0) - (parts[0]?.start ?? 0) <= typical + 4;
  return isRow ? parts : [last];
}

/** "a, b and c" with at most eight words a member. */
function englishLists(folded: string, sentence: Span): Enumeration[] {
  const text = folded.slice(sentence.start, sentence.end);
  const found: Enumeration[] = [];
  const member = String.raw`[a-z0-9$€£%'’&-]+(?: [a-z0-9$€£%'’&.-]+){0,7}?`;
  for (const match of text.matchAll(
    new RegExp(
      String.raw`(?<first>${member})(?<rest>(?:, ${member}){1,12}),? (?:and|or) (?<last>${member})(?=[,.;:!?)]|$)`,
      "gu",
    ),
  )) {
    const start = sentence.start + match.index;
    const parts = splitAt(folded, { start, end: start + match[0].length }, /, (?:and |or )?| and | or /gu);
    const head =
      /.*\b(?:including|such as|are|were|is|was|in|of|from|with|to|by|between|for|on|at|into|named|called|visited|included|includes|include)\s/u.exec(
        folded.slice(parts[0]?.start, parts[0]?.end),
      );
    const members = parts.map((part, i) =>
      i === 0 && head !== null ? { start: part.start + head[0].length, end: part.end } : part,
    );
    found.push(list(members.filter((part) => part.end > part.start)));
  }
  return found.filter((enumeration) => enumeration.members.length >= 3);
}
