import type { Span } from "../text/span.ts";

/**
 * Finds who wrote an article: the names after 本报讯 "our own report", 记者 "reporter" or "By" at its beginning.
 * Empty where the article isn't signed.
 */
export function findByline(printed: string): Span[] {
  const cue = HEAD.exec(printed)?.[0] ?? "";
  const english =
    /^\s*By (?<names>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+(?:(?:,| and|, and) \p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+)+)*)/u.exec(
      printed,
    );
  if (english?.groups?.["names"] !== undefined) {
    return spansOf(
      english.groups["names"],
      printed.indexOf(english.groups["names"]),
      /\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]*\p{L})+/gu,
    );
  }
  if (!/讯|电|记者|通讯员|作者|文|编辑/u.test(cue)) return [];
  const row =
    /^(?:(?:通讯员|记者|实习生)?[\s、]*\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?(?=[\s)）】、:：]|$)[\s、]*)+/u.exec(
      printed.slice(cue.length),
    );
  if (row === null) return [];
  return spansOf(
    row[0],
    cue.length,
    /(?<!\p{Script=Han})(?!通讯员|记者|实习生)\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})?/gu,
  ).filter((name) => !/^(?:近日|日前|今天|昨日|随着|目前)$/u.test(printed.slice(name.start, name.end)));
}

/** The paper that a story is from, right before 讯, 电 or 记者 at its beginning; it is nobody in the story. */
export function isNewsSource(printed: string, { start, end }: Span): boolean {
  return start <= BRACKET && PAPER.test(printed.slice(start, end)) && WIRE.test(printed.slice(end));
}

/** A story may begin with a bracket. */
const BRACKET = 1;

const PAPER_NAME = String.raw`(?:\p{Script=Han}{0,6}(?:[日晚早时商快周]报|周刊|周末|新闻|财经|通讯社|新华社|中新社|人民网)|本报|本刊|本网)`;
const PAPER = new RegExp(`^${PAPER_NAME}$`, "u");
const WIRE = /^[\p{Script=Han}\d]{0,12}?(?:讯|电|\s*[（(]?\s*(?:见习|实习|特约)?记者)/u;

/** 本报讯, 浙江日报记者, 新华财经北京1月8日电(记者: what stands before the names of who wrote a story. */
const HEAD = new RegExp(
  String.raw`^[\s（(【[]*(?:${PAPER_NAME}\s*)?(?:[\p{Script=Han}\d月日]{0,8}?(?:讯|电)[\s)）】\]]*)?(?:[\s（(]*(?:本报|本刊|见习|实习|特约)?(?:记者|通讯员|作者|文|撰文|编辑)[\s::：/／]*)?`,
  "u",
);

function spansOf(text: string, offset: number, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}
