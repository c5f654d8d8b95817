import type { Dictionary } from "../lexicon/dictionary.ts";
import { englishKey } from "../lexicon/glossary.ts";
import { fold } from "../text/fold.ts";
import { englishOrdinal, readNumeral, romanNumeral } from "../text/numerals.ts";
import { isHan } from "../text/script.ts";
import type { DigestSounds } from "./digest-sounds.ts";
import type { Draft } from "./draft.ts";
import { asWordings, fromDictionary, SPELLED, surenessOf } from "./draft.ts";

/** Words of the dictionary aren't longer, in characters. */
const LONGEST = 8;
/** Names of people and places in China are not longer. */
const LONGEST_NAME = 4;

/** Finds what the words of a Chinese question may be in English: by the dictionary, or in pinyin where it knows none. */
export function fromChinese(question: string, dictionary: Dictionary, sounds: DigestSounds): Draft[] {
  const folded = fold(question.normalize("NFC"));
  const drafts = new Map<string, Draft>();
  for (let start = 0; start < folded.length; start++) {
    for (let end = start + 1; end <= start + LONGEST && isHan(folded.charCodeAt(end - 1)); end++) {
      const key = folded.slice(start, end);
      const found = dictionary.lookup(key);
      const wordings = fromDictionary(found, false, true);
      // Also a name that the dictionary explains, 上海 "Shanghai municipality", may be written in pinyin alone.
      const isNameless = wordings.some(({ isName }) => !isName);
      if (key.length > 1 && key.length <= LONGEST_NAME && !isNameless) wordings.push(spelled(key, sounds));
      if (wordings.length > 0) drafts.set(key, { key, wordings });
    }
  }
  return [...drafts.values(), ...numbers(folded)];
}

function spelled(word: string, sounds: DigestSounds): Draft["wordings"][number] {
  return { text: englishKey(sounds.spell(word)), isHan: false, factor: SPELLED, isName: true };
}

/** Names in a Chinese question that sound like Latin ones of the digest, where nothing better is known for them. */
export function heardInChinese(question: string, sounds: DigestSounds, known: Iterable<string>): Draft[] {
  const words = [...known].filter((word) => word.length > 1);
  return sounds
    .latin(fold(question.normalize("NFC")))
    .filter(({ asked }) => !words.some((word) => word.includes(asked) || asked.includes(word)))
    .map(({ asked, heard }) => ({
      key: asked,
      wordings: heard.map(({ name, score }) => ({
        text: englishKey(name),
        isHan: false,
        factor: surenessOf(score),
        isName: true,
      })),
    }));
}

/** 17世纪: "17th"; 路易十四: "xiv". */
function numbers(folded: string): Draft[] {
  const ordinals = [...folded.matchAll(/\d+(?=世纪|届|期|次)/gu)].map(([number]) => ({
    key: number,
    wordings: asWordings([englishOrdinal(Number(number))], false, false),
  }));
  const rulers = [...folded.matchAll(/([一二三四五六七八九十]+)世?/gu)].map(([key, numeral = ""]) => ({
    key,
    wordings: asWordings([romanNumeral(readNumeral(numeral) ?? 0)], false, false),
  }));
  return [...ordinals, ...rulers];
}
