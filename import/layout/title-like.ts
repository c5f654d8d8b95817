import { displayWidth } from "../../adapters/display-width.ts";
import { isBylineAlone, isServiceLine, opensNews } from "../print-cues.ts";
import type { Paragraph } from "./paragraphs.ts";
import { beginsSmall } from "./sentence-end.ts";

const WIDEST = 100;
const WIDEST_ZH = 76;
/** Text in a size above that of the rest is a title, also one of several lines. */
const LARGE = 1.12;
const WIDEST_LARGE = 240;
/** A title stops without the mark of a sentence; it may ask, call or quote. */
const STOPS_LIKE_TEXT = /[。，、；;：:,.…—-]["”’」』）)]*$/u;
const SENTENCE_INSIDE = /[。；]|[.!?]\s+\p{Lu}\p{Ll}+.*[.!?]/u;

/** Tells whether a paragraph may be a title or a heading by itself: short, on one line, no sentence. */
export function isTitleLike({ text, isItem, underline, size }: Paragraph): boolean {
  if (underline !== "") return true;
  if (size >= LARGE && displayWidth(text) <= WIDEST_LARGE && /\p{L}/u.test(text)) return true;
  if (isItem || text === "" || !/\p{L}/u.test(text)) return false;
  if (displayWidth(text) > (/\p{Script=Han}/u.test(text) ? WIDEST_ZH : WIDEST)) return false;
  if (STOPS_LIKE_TEXT.test(text) && !isAbbreviated(text)) return false;
  if (SENTENCE_INSIDE.test(text) || beginsSmall(text)) return false;
  return !isBylineAlone(text) && !opensNews(text) && !isServiceLine(text) && !/^https?:/u.test(text);
}

/** A title may end with an abbreviation: `Storms hit the U.S.` */
function isAbbreviated(text: string): boolean {
  return /(?:\b\p{Lu}\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr)\.$/u.test(text);
}
