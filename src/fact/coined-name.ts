import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { isHan } from "../text/script.ts";
import { segment } from "../text/segmenter.ts";
import { remembered } from "../text/remembered.ts";

/** How often a text has to say a word that no dictionary knows. */
const OFTEN = 2;
/** The longest coined word that is looked for, before what always follows it. */
const LONGEST = 4;
/** So often, even a word without content belongs to what it always stands beside: 前 in 前置仓. */
const SURELY = 3;
/** The longest word with what always stands beside it: 麦穗优|选. */
const LONGEST_JOINED = 6;

/** What is known of words beside the text. */
export interface KnownWords {
  readonly cues: Pick<CueLexicon, "stop" | "lone" | "light">;
  readonly names: Pick<NameLexicon, "notInBrands">;
}

/**
 * Finds words that a text coins or takes from its trade: the segmenter, which knows the words of a dictionary, cuts them
 * into single characters (顺|康), and the text says them again and again in the same form.
 *
 * @param folded - A whole article with its title; one mention of a word tells nothing.
 * @returns Each word once, in the order of the text.
 */
export function findCoinedNames(folded: string, { cues, names }: KnownWords): string[] {
  const isPart = (text: string): boolean =>
    text.length === 1 &&
    isHan(text.charCodeAt(0)) &&
    !names.notInBrands.has(text) &&
    !cues.lone.has(text) &&
    !cues.stop.has(text) &&
    !NUMERAL.test(text);
  if (!/\p{Script=Han}{2}/u.test(folded)) return [];
  const words = segment(folded).map(({ segment: text }) => text);
  const places = new Map<string, Place[]>();
  for (let from = 0; from < words.length; from++) {
    for (let size = 1; size <= LONGEST && isPart(words[from + size - 1] ?? ""); size++)
      if (size > 1)
        remembered(places, words.slice(from, from + size).join(""), () => []).push({ from, to: from + size });
  }
  const often = [...places].filter(([, found]) => found.length >= OFTEN);
  return often
    .filter(([word, found]) => !often.some(([other, its]) => isOnlyPartOf(word, found, other, its)))
    .map(([word, found]) => joined(word, found, words, cues))
    .filter((word) => !cues.light.has(word) && !DISTRIBUTIVE.test(word));
}

/** A place of a coined word, from one word of the segmenter to another. */
interface Place {
  readonly from: number;
  readonly to: number;
}

const NUMERAL = /[〇一二三四五六七八九十百千万亿兆两余多元吨]/u;

/** 平均每 "on average each" is no name, however often it is said. */
const DISTRIBUTIVE = /每/u;

const PARTICLE = /^[的了着过在是和与及或也都就]/u;

/** Tells whether a word stands hardly anywhere but in a longer one. */
function isOnlyPartOf(word: string, found: readonly Place[], longer: string, its: readonly Place[]): boolean {
  return longer.length > word.length && longer.includes(word) && found.length - its.length < OFTEN;
}

/** A word with those that stand before and after it wherever it stands: 前|置仓, 麦穗优|选. */
function joined(word: string, found: readonly Place[], words: readonly string[], { stop }: KnownWords["cues"]): string {
  const canJoin = (other: string): boolean =>
    isHan(other.charCodeAt(0)) && (found.length < SURELY ? !stop.has(other) : !PARTICLE.test(other));
  const always = (beside: (place: Place) => string | undefined): string => {
    const [first, ...others] = found.map(beside);
    return first !== undefined && others.every((other) => other === first) && canJoin(first) ? first : "";
  };
  let whole = word;
  for (let beyond = 0; ; beyond++) {
    const after = always(({ to }) => words[to + beyond]);
    if (after === "" || whole.length + after.length > LONGEST_JOINED) break;
    whole += after;
  }
  const before = always(({ from }) => words[from - 1]);
  return before.length === 1 && before.length + whole.length <= LONGEST_JOINED ? before + whole : whole;
}
