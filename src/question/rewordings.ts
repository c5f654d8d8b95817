import type { Lexicon } from "../fact/lexicon.ts";
import { englishKey } from "../lexicon/glossary.ts";
import type { Language } from "../text/script.ts";
import { isHan } from "../text/script.ts";
import type { Alternative } from "./query.ts";

/** How surely another everyday wording means the same: 开门 for 开业 "open". */
const REWORDING = 0.8;

/** How else a word may be said in a digest's languages. A single Chinese character stands in too many words to be looked for. */
export function rewordingsOf(
  surface: string,
  { wordings }: Pick<Lexicon, "wordings">,
  languages: ReadonlySet<Language>,
): Alternative[] {
  const concepts = isHan(surface.charCodeAt(0))
    ? (wordings.byChinese.get(surface) ?? wordings.byChinese.get(surface.replace(RESULT, "")) ?? [])
    : (wordings.byEnglish.get(englishKey(surface)) ?? []);
  return concepts.flatMap(({ zh, en }) => [
    ...(languages.has("zh") ? zh.filter((word) => word.length > 1) : []).map((text) => ({
      text,
      isHan: true,
      factor: REWORDING,
    })),
    ...(languages.has("en") ? en : []).map((phrase) => ({
      text: englishKey(phrase),
      isHan: false,
      factor: REWORDING,
    })),
  ]);
}

/** Says only how an act went: 卖|出, 改|成. */
const RESULT = /(?<=.)[出到了过成为上下完掉给去]+$/u;
