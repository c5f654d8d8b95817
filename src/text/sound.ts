import { fold } from "./fold.ts";

/**
 * How a name sounds, as letters: capitals are classes of consonants, small letters vowels. "Pennetta" is PeNeTa and
 * 佩内塔 "peineita" PeNeTa; what differs between two is weighed in likeness.ts.
 */
export type Sound = string;

/** English spelling to classes, the first that matches at a place. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/^(?:tsch|tch|sch|sh|cz|sz)/u, "S"],
  [/^ch/u, "C"],
  [/^ph/u, "F"],
  [/^th/u, "D"],
  [/^gh(?![aeiou])/u, ""],
  [/^(?:ck|cq|qu|q|kh|gh)/u, "K"],
  [/^c(?=[eiy])/u, "S"],
  [/^g(?=[eiy])/u, "G"],
  [/^x/u, "KS"],
  [/^[bp]/u, "P"],
  [/^f/u, "F"],
  [/^v/u, "V"],
  [/^w/u, "W"],
  [/^m/u, "M"],
  [/^n/u, "N"],
  [/^(?:[dt]|te)$/u, "Z"],
  [/^s$/u, "X"],
  [/^[dt]/u, "T"],
  [/^r(?![aeiouy])/u, "r"],
  [/^[rl]/u, "L"],
  [/^[ckg]/u, "K"],
  [/^[sz]/u, "S"],
  [/^h/u, "H"],
  [/^j/u, "J"],
  [/^y(?=[aeiou])/u, "Y"],
  [/^(?:oo|ou)/u, "u"],
  [/^(?:ee|ie|y)/u, "i"],
  [/^(?:ai|ay|ei|ey)/u, "e"],
  [/^au/u, "o"],
  [/^e$/u, "y"],
  [/^[aeiou]/u, "="],
];

/** Hears a Latin name of one word by its spelling. */
export function soundOfLatin(word: string): Sound {
  let rest = fold(word).replaceAll(/[^a-z]/gu, "");
  let sound = "";
  while (rest !== "") {
    const [pattern, heard] = LATIN.find(([candidate]) => candidate.test(rest)) ?? [/^./u, ""];
    const length = pattern.exec(rest)?.[0].length ?? 1;
    const letters = heard === "=" ? rest.charAt(0) : heard;
    if (!sound.endsWith(letters) || letters === "") sound += letters;
    rest = rest.slice(length);
  }
  return sound;
}

/** Pinyin initials to classes. */
const INITIALS = new Map(
  "b P,p P,m M,f F,d T,t T,n N,l L,g K,k K,h H,j Q,q Q,x Q,zh S,ch S,sh S,z S,c S,s S,r R,y Y,w W"
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Hears a pinyin syllable. */
export function soundOfSyllable(syllable: string): Sound {
  if (syllable === "er") return "l";
  const [, initial = "", final = ""] = /^(zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?(.*)$/u.exec(syllable) ?? [];
  if (syllable === "yi" || syllable === "wu") return final;
  if (BARE.test(syllable)) return `${INITIALS.get(initial) ?? ""}y`;
  const nasal = /ng?$/u.test(final) ? "N" : "";
  const vowels = final
    .replace(/n?g?$/u, "")
    .replace(/^i(?=[aeou])/u, initial === "y" ? "" : "i")
    .replace(/ei|ai$/u, "e")
    .replace(/ao|ou$/u, "o");
  return (INITIALS.get(initial) ?? "") + vowels + nasal;
}

/** Syllables that also write a consonant without a vowel: 斯 for s, 克 for k. */
const BARE = /^(?:si|shi|zi|ci|chi|ke|te|de|ge|he|le|fu|mu|pu|bu)$/u;
