import type { Alternative } from "../question/query.ts";
import type { Translation, Vocabulary } from "../question/vocabulary.ts";
import { detectLanguage } from "../text/script.ts";
import { terms as indexTerms } from "../text/term.ts";
import { fromChinese, heardInChinese } from "./chinese-drafts.ts";
import type { Digest } from "./digest.ts";
import type { Draft, Wording } from "./draft.ts";
import { fromEnglish } from "./english-drafts.ts";

/** More words of one meaning find too much. */
const MOST = 12;

/**
 * The digest's vocabulary with what the words of a question may be in the digest's other language.
 *
 * A dictionary offers many words for one, and sound more; only those that the digest holds are taken over, so its own
 * vocabulary chooses among them.
 */
export async function crossLanguages(question: string, digest: Digest): Promise<Vocabulary> {
  const { languages } = digest.vocabulary;
  if (detectLanguage(question) === "en")
    return languages.has("zh") ? crossToChinese(question, digest) : digest.vocabulary;
  return languages.has("en") ? crossToEnglish(question, digest) : digest.vocabulary;
}

async function crossToChinese(question: string, digest: Digest): Promise<Vocabulary> {
  const dictionary = await digest.dictionary("en-zh");
  const sources = { dictionary, sounds: await digest.sounds(), japanese: async () => digest.dictionary("ja-zh") };
  const drafts = await fromEnglish(question, sources, digest.lexicon.cues.stop);
  return {
    ...(await digest.hearing()),
    translations: await held(drafts, digest),
    isWord: (stem) => dictionary.lookup(stem).length > 0,
  };
}

async function crossToEnglish(question: string, digest: Digest): Promise<Vocabulary> {
  const sounds = await digest.sounds();
  const known = await held(fromChinese(question, await digest.dictionary("zh-en"), sounds), digest);
  const heard = await held(heardInChinese(question, sounds, known.keys()), digest);
  return { ...digest.vocabulary, translations: new Map([...known, ...heard]) };
}

/** Keeps what the digest holds of each draft. */
async function held(drafts: readonly Draft[], digest: Digest): Promise<ReadonlyMap<string, Translation>> {
  const termsOf = new Map(
    drafts.flatMap(({ wordings }) => wordings).map((wording) => [wording.text, termsIn(wording)]),
  );
  const { frequency, facts } = await digest.index.frequencies([...new Set([...termsOf.values()].flat())]);
  const shareOf = ({ text }: Wording): number =>
    Math.min(...(termsOf.get(text) ?? []).map((term) => frequency.get(term) ?? 0)) / facts;
  const translations = new Map<string, Translation>();
  for (const { key, wordings } of drafts) {
    const found = wordings.filter((wording) => shareOf(wording) > 0).slice(0, MOST);
    if (found.length === 0) continue;
    const before = translations.get(key);
    translations.set(key, {
      isName: before?.isName === true || found.some(({ isName }) => isName),
      alternatives: [
        ...(before?.alternatives ?? []),
        ...found.map((wording) => toAlternative(wording, shareOf(wording))),
      ],
    });
  }
  return translations;
}

/** The more facts a single character stands in, the more often it is only a part of another word. */
function toAlternative({ text, isHan, factor }: Wording, share: number): Alternative {
  const doubt = !isHan || text.length > 1 || share < 0.01 ? 1 : share < 0.03 ? 0.85 : share < 0.1 ? 0.7 : 0.5;
  return { text, isHan, factor: factor * doubt };
}

/** Index terms that say whether a wording stands in the digest. */
function termsIn({ text, isHan }: Wording): string[] {
  if (!isHan) return text.split(" ");
  const all = indexTerms(text);
  const long = all.filter((term) => term.length > 1);
  return long.length > 0 ? long : all;
}
