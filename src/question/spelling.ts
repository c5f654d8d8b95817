import type { Lexicon } from "../fact/lexicon.ts";
import { englishKey } from "../lexicon/glossary.ts";
import { fold } from "../text/fold.ts";
import { detectLanguage } from "../text/script.ts";
import { lemmas } from "../text/term.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Shorter words have too many neighbours to be mended. */
const SHORTEST = 4;
/** From this length on two slips may be mended, below it one. */
const LONG = 9;

/**
 * Mends slips in English words that no list knows: "how mcuh" → "how much". Capitalised words are names and stay, and so
 * do words in a Chinese question: whoever writes seed 命令 "the seed command" means what is called so.
 */
export function correctSpelling(question: string, lexicon: Lexicon, vocabulary: Vocabulary): string {
  if (detectLanguage(question) !== "en") return question;
  return question.replaceAll(/(?<![\p{L}\d'’]|\p{L}{2}-)[a-z]{4,}(?![\p{L}\d'’-])/gu, (word) =>
    isKnown(word, lexicon, vocabulary) ? word : (nearest(word, lexicon) ?? word),
  );
}

function isKnown(word: string, lexicon: Lexicon, vocabulary: Vocabulary): boolean {
  const stem = englishKey(word);
  const { stop, generic, light } = lexicon.cues;
  return (
    stop.has(word) ||
    generic.has(stem) ||
    lemmas(word).some((lemma) => light.has(lemma)) ||
    lexicon.glossary.englishWords.has(word) ||
    lexicon.glossary.englishStems.has(stem) ||
    vocabulary.isWord(stem) ||
    vocabulary.names.has(fold(word)) ||
    vocabulary.languages.has("en") ||
    lexicon.names.englishPlaces.has(word) ||
    lexicon.names.foreignCities.has(word)
  );
}

/** The one known word within the allowed distance; null where there is none or several are equally near. */
function nearest(word: string, lexicon: Lexicon): string | null {
  const allowed = word.length >= LONG ? 2 : 1;
  let best: { word: string; distance: number } | null = null;
  let isTied = false;
  for (const known of [...lexicon.cues.stop, ...lexicon.glossary.englishWords]) {
    if (known.length < SHORTEST || known.charAt(0) !== word.charAt(0) || Math.abs(known.length - word.length) > allowed)
      continue;
    const distance = editDistance(word, known);
    if (distance > allowed || (best !== null && distance > best.distance)) continue;
    isTied = best !== null && distance === best.distance;
    best = { word: known, distance };
  }
  return best === null || isTied ? null : best.word;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours count one each. */
function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j] ?? 0, (rows[i - 2]?.[j - 2] ?? 0) + 1);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}
