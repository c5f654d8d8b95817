import { displayWidth } from "../../adapters/display-width.ts";
import type { JoinedLines } from "../draft.ts";
import { isBylineAlone, isNumbered, opensNews, stopsShort } from "../print-cues.ts";
import { joinWords } from "./join-words.ts";
import type { Line } from "./lines.ts";
import { measure } from "./measure.ts";
import type { Measure } from "./measure.ts";
import { beginsSmall, endsSentence, mustGoOn, resumes } from "./sentence-end.ts";
import { breaksWord } from "./word-break.ts";

/** Lines that belong together; a title is one too. The marks are those of its first line. */
export interface Paragraph extends Line {
  /** Whether it is an item of a list; its mark isn't part of the text. */
  readonly isItem: boolean;
  /** Whether its mark is one that titles have too, as in `■ 要闻`. */
  readonly isMarked: boolean;
}

const BULLET = /^(?:[-*+•·●▪◦‣○■◆►▶★☆◇□▲△]|[–—](?=\s))\s*(?=\S)/u;
const TITLE_MARK = /^[■◆●▶►★☆◇□▲△]/u;
/** A Chinese title has at most some thirty characters, each of two columns; an English one some twenty words. */
const WIDEST_TITLE_ZH = 64;
const WIDEST_TITLE = 120;
const SHOWN = 12;

/**
 * Puts lines together into paragraphs: lines that were broken to fit a page, and lines that break in the middle of a
 * sentence although an empty line parts them, as text copied out of a print has it.
 */
export function paragraphsOf(lines: readonly Line[]): { paragraphs: Paragraph[]; joined: JoinedLines[] } {
  const page = measure(lines);
  const known = lines.map((line) => line.text.toLowerCase()).join("\n");
  const paragraphs: Paragraph[] = [];
  const joined: JoinedLines[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const before = paragraphs.at(-1);
    const goesOn = before !== undefined && last !== undefined && belongsTo(before, last, line, page);
    if (goesOn) {
      const text = joinWords(before.text, line.text, known);
      const isApart = line.gap > 0 || line.isPageTop;
      joined.push({ before: before.text.slice(-SHOWN), after: line.text.slice(0, SHOWN), isApart });
      paragraphs[paragraphs.length - 1] = { ...before, text, width: displayWidth(text), underline: line.underline };
    } else paragraphs.push(paragraphFrom(line));
    last = line;
  }
  return { paragraphs, joined };
}

function paragraphFrom(line: Line): Paragraph {
  const text = line.text.replace(BULLET, "");
  return { ...line, text, isItem: text !== line.text, isMarked: TITLE_MARK.test(line.text) };
}

/** Whether a line goes on with the paragraph so far, whose last line is `last`. */
function belongsTo(before: Paragraph, last: Line, line: Line, page: Measure): boolean {
  if (line.isRuled || line.underline !== "" || BULLET.test(line.text) || before.underline !== "") return false;
  if (before.size !== line.size) return false;
  if (isBylineAlone(line.text) || isBylineAlone(before.text)) return false;
  if (line.gap === 0 && !line.isPageTop) return isWrapped(before, last, line, page);
  return !before.isItem && isBrokenOff(before.text, line, page);
}

/** Whether a line right below another one was broken off it by the width of the page. */
function isWrapped(before: Paragraph, last: Line, line: Line, page: Measure): boolean {
  if (page.columns === Infinity && last.room === null)
    return line.indent === 0 && !before.isItem && isBrokenOff(before.text, line, page);
  if (beginsParagraph(before, line, page)) return false;
  const room = last.room ?? page.columns - last.indent - last.width;
  if (widthOfFirstWord(line.text) + 1 <= room - slackOf(page)) {
    return beginsSmall(line.text) || resumes(line.text) || mustGoOn(last.text);
  }
  return !(opensNews(line.text) && isTitleWide(before.text));
}

function beginsParagraph(before: Paragraph, line: Line, { paragraphIndent }: Measure): boolean {
  return paragraphIndent !== null && !before.isItem && line.indent >= paragraphIndent && !beginsSmall(line.text);
}

/** Breaking isn't exact: a mark may hang over the edge, and a Chinese line keeps marks from its beginning. */
function slackOf({ columns }: Measure): number {
  return columns === Infinity ? 2 : columns * 0.06;
}

function widthOfFirstWord(text: string): number {
  return displayWidth(/^(?:[\p{Script=Han}][，。、；：！？”）》」]?|[^\s\p{Script=Han}]+)/u.exec(text)?.[0] ?? text);
}

/** Whether a text stops in the middle of a sentence that another line goes on with. */
function isBrokenOff(before: string, { text: after, isPageTop }: Line, page: Measure): boolean {
  if (endsSentence(before) || opensNews(after) || isNumbered(after)) return false;
  if (mustGoOn(before) || resumes(after)) return true;
  if (/\p{Script=Han}/u.test(before.slice(-1))) return isBrokenChinese(before, after, isPageTop);
  if (beginsSmall(after)) return true;
  return (
    stopsShort(before) || displayWidth(before) > Math.max(WIDEST_TITLE, page.columns === Infinity ? 0 : page.columns)
  );
}

/**
 * Chinese has no capitals: what tells is a sentence inside, a length that no title has, or a clause with a word cut
 * in two or a page's end after it.
 */
function isBrokenChinese(before: string, after: string, isPageTop: boolean): boolean {
  if (/[。！？；]./u.test(before) || !isTitleWide(before)) return true;
  return /[，,：:]/u.test(before) && (isPageTop || breaksWord(before, after));
}

function isTitleWide(text: string): boolean {
  return displayWidth(text) <= (/\p{Script=Han}/u.test(text) ? WIDEST_TITLE_ZH : WIDEST_TITLE);
}
