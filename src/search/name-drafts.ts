import type { Dictionary } from "../lexicon/dictionary.ts";
import { fold } from "../text/fold.ts";
import { japaneseKey } from "../text/romaji.ts";
import type { Word } from "../text/term.ts";
import type { DigestSounds } from "./digest-sounds.ts";
import type { Draft } from "./draft.ts";
import { keyOf, SPELLED, surenessOf } from "./draft.ts";

/** What tells names: those that the dictionary knows, those of the digest by sound, and Japanese ones by their letters. */
export interface NameSources {
  readonly dictionary: Dictionary;
  readonly sounds: DigestSounds;
  /** Opened only for a word that may be a Japanese name. */
  readonly japanese: () => Promise<Dictionary>;
}

/** Names of people and places that are spelled aren't longer, in words. */
const LONGEST = 3;
/** How surely a Japanese name is meant that is read so: many are written in several ways. */
const READ = 0.9;

interface NameWording {
  readonly text: string;
  readonly factor: number;
}

/**
 * Finds what capitalised words in a row may be in Chinese: names spelled in pinyin, several words or one, names that
 * sound so, Japanese ones.
 */
export async function namesIn(run: readonly Word[], printed: string, sources: NameSources): Promise<Draft[]> {
  const { dictionary, sounds, japanese } = sources;
  const textOf = (token: Word): string => printed.slice(token.start, token.end);
  const isWord = (token: Word): boolean => dictionary.lookup(token.stem).length > 0;
  // 赣南 and 甘南 are both spelled Gannan: a name of the dictionary may be another's here.
  const isPlainWord = (token: Word): boolean => dictionary.lookup(token.stem).some(({ isName }) => !isName);
  const spelled = await Promise.all(
    partsOf(run)
      .filter((part) => part.length > 1 || !part.some(isPlainWord))
      .map(async (part) => toDraft(part, await spellingsOf(part.map(textOf), sounds))),
  );
  const hear = (token: Word): Draft => toDraft([token], soundsOf(textOf(token), sounds));
  const unknown = run.filter((token) => !isWord(token));
  const heard = unknown.map(hear);
  const read = await Promise.all(
    unknown.map(async (token) => toDraft([token], await japaneseNamesOf(textOf(token), japanese))),
  );
  // Fortes is a word by its stem; beside Augusta, which is a name, it is one too.
  const isName = (token: Word): boolean => dictionary.lookup(token.stem)[0]?.isName === true;
  const isPerson = run.length > 1 && (run.some(isName) || heard.some(({ wordings }) => wordings.length > 0));
  const others = isPerson ? run.filter((token) => isWord(token) && !isName(token)).map(hear) : [];
  return [...spelled, ...read, ...heard, ...others];
}

/** All stretches of a few words. */
function partsOf(run: readonly Word[]): Word[][] {
  return run.flatMap((_, i) =>
    Array.from({ length: Math.min(LONGEST, run.length - i) }, (_unused, n) => run.slice(i, i + n + 1)),
  );
}

async function spellingsOf(parts: readonly string[], sounds: DigestSounds): Promise<NameWording[]> {
  const texts = await sounds.spelled(parts.map((part) => fold(part)));
  return texts.map((text) => ({ text, factor: SPELLED }));
}

function soundsOf(latin: string, sounds: DigestSounds): NameWording[] {
  return sounds.heard(latin).map(({ name, score }) => ({ text: name, factor: surenessOf(score) }));
}

async function japaneseNamesOf(latin: string, japanese: () => Promise<Dictionary>): Promise<NameWording[]> {
  const key = japaneseKey(latin);
  if (key === null) return [];
  return (await japanese()).lookup(key).map(({ text }) => ({ text, factor: READ }));
}

function toDraft(tokens: readonly Word[], names: readonly NameWording[]): Draft {
  return { key: keyOf(tokens), wordings: names.map((name) => ({ ...name, isHan: true, isName: true })) };
}
