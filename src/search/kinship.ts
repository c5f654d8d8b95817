import type { Dictionary } from "../lexicon/dictionary.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import { isHan } from "../text/script.ts";
import { segment } from "../text/segmenter.ts";
import { words as englishWords } from "../text/term.ts";

/** How near words are in meaning, by what a dictionary says of them in the other language. */
export interface Kinship {
  /**
   * How near a word is to the nearest word of a Chinese text, 0 to 1: 分摊 "apportion" to 分担 "share".
   *
   * @param word - Folded Chinese, or an English word.
   */
  readonly nearest: (word: string, text: string) => number;
}

/** Knows nothing to be near. */
export const NO_KINSHIP: Kinship = { nearest: () => 0 };

/** A bag of English stems, of length 1. */
type Gloss = ReadonlyMap<string, number>;

/** More words than a digest's questions and answers use between two starts are let go of, the oldest first. */
const MOST_GLOSSES = 20_000;

/** A word with more meanings than this is near to everything. */
const MOST_MEANINGS = 8;

/** Measures nearness by a dictionary from Chinese to English stems: words that share telling stems are near. */
export function createKinship(dictionary: Dictionary, { cues }: Pick<Lexicon, "cues">): Kinship {
  const known = new Map<string, Gloss>();
  const glossOf = (word: string): Gloss => {
    const ready = known.get(word);
    if (ready !== undefined) return ready;
    const gloss = isHan(word.charCodeAt(0)) ? chineseGloss(word, dictionary, cues) : englishGloss(word, cues);
    known.set(word, gloss);
    for (const oldest of known.keys()) {
      if (known.size <= MOST_GLOSSES) break;
      known.delete(oldest);
    }
    return gloss;
  };
  return {
    nearest: (word, text) => {
      const gloss = glossOf(word);
      if (gloss.size === 0) return 0;
      let most = 0;
      for (const { segment: other } of segment(text))
        if (other.length > 1 && isHan(other.charCodeAt(0))) most = Math.max(most, likeness(gloss, glossOf(other)));
      return most;
    },
  };
}

function chineseGloss(word: string, dictionary: Dictionary, cues: Lexicon["cues"]): Gloss {
  const meanings = dictionary.lookup(word).filter(({ isName }) => !isName);
  return meanings.length > MOST_MEANINGS
    ? new Map()
    : normalised(
        meanings.map(({ text }) => text.split(" ")),
        cues,
      );
}

function englishGloss(word: string, cues: Lexicon["cues"]): Gloss {
  return normalised([englishWords(word).map(({ stem }) => stem)], cues);
}

/** Each meaning counts the same, however many stems it has; words without content don't count. */
function normalised(meanings: readonly (readonly string[])[], { stop }: Lexicon["cues"]): Gloss {
  const weights = new Map<string, number>();
  for (const stems of meanings) {
    const telling = stems.filter((stem) => stem.length > 1 && !stop.has(stem) && !EMPTY.has(stem));
    for (const stem of telling) weights.set(stem, (weights.get(stem) ?? 0) + 1 / telling.length);
  }
  const length = Math.hypot(...weights.values());
  return new Map([...weights].map(([stem, weight]) => [stem, weight / length]));
}

/** Stems by which dictionaries explain, and which explain nothing alone. */
const EMPTY: ReadonlySet<string> = new Set(
  "person thing sth sb someth somebodi someon peopl etc esp particular get take go put one time matter kind variou state act action man be".split(
    " ",
  ),
);

function likeness(a: Gloss, b: Gloss): number {
  let product = 0;
  for (const [stem, weight] of a) product += weight * (b.get(stem) ?? 0);
  return product;
}
