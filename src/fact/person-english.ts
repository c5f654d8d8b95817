import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import type { Name } from "./mention.ts";

const WORD = String.raw`\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*`;
const LATIN_NAME = new RegExp(
  String.raw`${WORD}(?: \p{Lu}\.)?(?: (?:de|van|von|bin|al|da|del|la))*(?: ${WORD}){0,3}`,
  "gu",
);

/**
 * Names in Latin letters are capitalised words beside a post or a verb of speech: "said Jane Doe", "chief executive Jane
 * Doe", Jane Doe 在邮件列表上提出 "proposed on the mailing list". A single word is one right after a post alone.
 */
export function findEnglishPeople(printed: string, lexicon: NameLexicon): Name[] {
  const found: Name[] = [];
  const beside = latinPatterns(lexicon);
  for (const match of printed.matchAll(LATIN_NAME)) {
    const start = match.index;
    const end = start + match[0].length;
    const words = match[0].toLowerCase().split(" ");
    const [first = "", last = ""] = [words[0], words.at(-1)];
    if (lexicon.englishOrganisationSuffixes.has(last) || lexicon.englishPlaces.has(match[0].toLowerCase())) continue;
    const lead = ENGLISH_FUNCTION_WORDS.has(first) || beside.title.test(first) ? first.length + 1 : 0;
    const bare = match[0].slice(lead);
    if (lexicon.englishProductWords.has(last) || bare.length < 3) continue;
    const before = printed.slice(Math.max(0, start + lead - 60), start + lead);
    if (!bare.includes(" ")) {
      if (lead === 0 && beside.ownPost.test(before)) found.push({ kind: "person", start, end, title: null });
      continue;
    }
    const after = printed.slice(end, end + 80).toLowerCase();
    const isPerson =
      beside.post.test(before.toLowerCase()) ||
      beside.verbBefore.test(before.toLowerCase()) ||
      beside.verbAfter.test(after) ||
      beside.saysLater.test(after) ||
      lexicon.actsAfterLatinName.test(after) ||
      beside.postAfter.test(after);
    if (isPerson)
      found.push({ kind: "person", start: start + lead, end, title: englishPost(printed, start + lead, end) });
  }
  return found;
}

interface LatinPatterns {
  /** A post and nothing else. */
  readonly title: RegExp;
  readonly post: RegExp;
  /** A post as a word of the sentence: "the reporter, Jane", not "Director General". */
  readonly ownPost: RegExp;
  readonly verbBefore: RegExp;
  readonly verbAfter: RegExp;
  /** What stands between a name and its verb: "Jane Doe of the commerce department said". */
  readonly saysLater: RegExp;
  readonly postAfter: RegExp;
}

const compiledLatin = new WeakMap<NameLexicon, LatinPatterns>();

function latinPatterns(lexicon: NameLexicon): LatinPatterns {
  const known = compiledLatin.get(lexicon);
  if (known !== undefined) return known;
  const { englishTitles, englishSpeechVerbs, titles } = lexicon;
  const patterns = {
    title: new RegExp(`^(?:${englishTitles})$`, "u"),
    post: new RegExp(String.raw`\b(?:${englishTitles})\.?,? $`, "u"),
    ownPost: new RegExp(String.raw`(?:\b(?:${englishTitles}),? |(?:${titles}) ?)$`, "u"),
    verbBefore: new RegExp(String.raw`\b(?:${englishSpeechVerbs}) $`, "u"),
    verbAfter: new RegExp(String.raw`^,? (?:who |has |have |also )?(?:${englishSpeechVerbs})\b`, "u"),
    saysLater: new RegExp(String.raw`^(?:, who [^.;]{3,60}?,| of [^.,;]{3,60}?) (?:${englishSpeechVerbs})\b`, "u"),
    postAfter: new RegExp(String.raw`^, (?:an? |the |its |their |[\w'’-]+ ){0,5}(?:${englishTitles})\b`, "u"),
  };
  compiledLatin.set(lexicon, patterns);
  return patterns;
}

const ENGLISH_FUNCTION_WORDS = new Set(
  "the a an in on at by for from to of and but or as when while if its his her their our this that these those after before since".split(
    " ",
  ),
);

/** ", the company's chief executive," after an English name. */
function englishPost(printed: string, start: number, end: number): Name["title"] {
  const after = /^, ([^,.;\n]{3,80})[,.;]/u.exec(printed.slice(end, end + 90));
  if (after?.[1] !== undefined && !/\b(?:said|says|who|told|and)\b/u.test(after[1]))
    return { start: end + 2, end: end + 2 + after[1].length };
  const before = /(?:^|[.;,“"] ?|\b(?:by|with|said|and|to) )((?:[\p{L}'’-]+ ){1,7})$/u.exec(
    printed.slice(Math.max(0, start - 70), start),
  );
  const post = before?.[1]?.trimEnd();
  return post === undefined || post === "" || /\p{Script=Han}/u.test(post)
    ? null
    : { start: start - (before?.[1]?.length ?? 0), end: start - 1 };
}
