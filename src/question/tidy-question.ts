import type { Lexicon } from "../fact/lexicon.ts";
import { detectLanguage } from "../text/script.ts";
import { correctSpelling } from "./spelling.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A question as it is read: without remarks in brackets, its parted verbs put together, its English spelling mended. */
export function tidyQuestion(question: string, lexicon: Lexicon, vocabulary: Vocabulary): string {
  const bare = withoutRemarks(question.normalize("NFC").trim());
  return correctSpelling(
    withPlacesWhole(withVerbsWhole(bare, lexicon.cues.separable), lexicon.names),
    lexicon,
    vocabulary,
  );
}

/** 对美出口 → 对美国出口 "exports to America". */
function withPlacesWhole(question: string, { shortPlaces, placeAbbreviations }: Lexicon["names"]): string {
  return question.replaceAll(shortPlaces, (short) => placeAbbreviations.get(short) ?? short);
}

/**
 * Drops what stands in brackets: （不算后面要去的） is a remark about the question; but Xiandi (鲜抵) says in Chinese what is
 * meant.
 */
function withoutRemarks(question: string): string {
  const isEnglish = detectLanguage(question) === "en";
  const bare = question
    .replaceAll(REMARK, (remark) => (isEnglish && /\p{Script=Han}/u.test(remark) ? ` ${remark.slice(1, -1)} ` : ""))
    .replace(RECKONING, "")
    .trim();
  return bare === "" ? question : bare;
}

/** 照中报和一季报算, 用上半年减一季度算一下: how an answer is to be worked out is no part of what is asked. */
const RECKONING =
  /(?:照|按照?|根据|用|拿)[^,，。;；?？多几哪谁]{1,20}(?:来|去)?(?:[推倒]?算|倒推|相减)(?:一下|下来|出来)?(?:[,，]|[。?？]?$)/u;

/** 哪天关的门 → 哪天关门的: what is said of an act stands between the characters of its verb. */
function withVerbsWhole(question: string, separable: ReadonlySet<string>): string {
  return question.replaceAll(
    /(\p{Script=Han})([了过的])(\p{Script=Han})/gu,
    (words, first: string, particle: string, last: string) =>
      separable.has(first + last) ? first + last + particle : words,
  );
}

/** Words in brackets, but for a short one inside a name: 中国（杭州）跨境电商综合试验区. */
const REMARK = /(?<!\p{L}(?=[（(]\p{L}{1,4}[)）]\p{L}))[（(][^（()）]*[)）]/gu;
