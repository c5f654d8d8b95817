import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { segment } from "../text/segmenter.ts";
import { overlaps } from "../text/span.ts";
import type { Name } from "./mention.ts";

/**
 * Finds people: a post before a name (商务厅厅长龙小红), a name before a verb of speech (吕大良说道) or before what only
 * people do (由何伯坚创办 "founded by He Bojian"), foreign names with their middle dot (奥古斯塔·福特斯), and English
 * names beside a post or a verb of speech.
 */
export function findPeople(printed: string, folded: string, lexicon: NameLexicon): Name[] {
  const found: Name[] = [];
  const { told, done } = chinesePatterns(lexicon);
  for (const pattern of [...told, ...done]) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.["name"] ?? [0, 0];
      const name = { start, end };
      const isWord =
        lexicon.notPeople.has(folded.slice(start, start + 2)) ||
        lexicon.notPeople.has(folded.slice(start, end)) ||
        (done.includes(pattern) && segment(folded.slice(start, end)).length === 1);
      if (end === start || isWord || found.some((other) => overlaps(other, name))) continue;
      found.push({ kind: "person", start, end, title: postBefore(folded, start, lexicon) });
    }
  }
  for (const name of [...namesAfterPosts(folded, lexicon), ...englishPeople(printed, lexicon)])
    if (!found.some((other) => overlaps(other, name))) found.push(name);
  return withRepeats(folded, found);
}

const HAN = String.raw`[\u4e00-\u9fff]`;

interface ChinesePatterns {
  /** By a post, by speech, by the form of the name. */
  readonly told: readonly RegExp[];
  /** By what people do; a word of the dictionary is no name there. */
  readonly done: readonly RegExp[];
}

const compiled = new WeakMap<NameLexicon, ChinesePatterns>();

function chinesePatterns(lexicon: NameLexicon): ChinesePatterns {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const { titles, speechVerbs, nameFollowers, personActs } = lexicon;
  const stop = String.raw`(?=[\s,，。.、;；:："”』」）)(（\-]|$|${speechVerbs}|${nameFollowers}|${personActs}|等|在|的|和|与|及|于|是|为|率|对|向|出席|参加|发表|负责)`;
  const native = String.raw`(?:(?:${lexicon.compoundSurnames})${HAN}{1,2}|[${lexicon.surnames}]${HAN}(?:(?!${speechVerbs}|${nameFollowers}|${personActs})${HAN})?)`;
  const foreign = String.raw`${HAN}{1,6}(?:[·.]${HAN}{1,8}?)+`;
  const sources = [
    String.raw`(?:${titles})\s?(?<name>${foreign}|${native})${stop}`,
    String.raw`(?<=^|[\s,，。;；:："”』」、（(])(?<name>${foreign}|${native})(?=${speechVerbs})`,
    // Names of other peoples of China follow no list of surnames: 处长白玛央金表示 "Pema Yangjin, head of division, says".
    String.raw`(?:${titles})(?![在对就向从与和及等日近当])(?<name>(?:(?!${speechVerbs}|${nameFollowers})${HAN}){3,5})(?=(?:${speechVerbs})[,，:："“])`,
    String.raw`(?<=^|[\s,，。;；:："”』」、（(])(?<name>${native})(?=[,，、]?(?:${HAN}{2,20}?)(?:${titles})[,，。）)])`,
    String.raw`(?<=^|[^\u4e00-\u9fff]|[的是由和与、])(?<name>${HAN}{1,6}·${HAN}{1,8}(?:·${HAN}{1,8})*?)${stop}`,
  ];
  const patterns = {
    told: sources.map((source) => new RegExp(source, "gdu")),
    done: [
      new RegExp(String.raw`(?<=^|[\s,，。;；:："”』」、（(]|由|被|是)(?<name>${native})(?=${personActs})`, "gdu"),
      new RegExp(String.raw`(?<=[的者人]是)(?<name>${native})(?=[\s,，。、;；）)]|$)`, "gdu"),
    ],
  };
  compiled.set(lexicon, patterns);
  return patterns;
}

/**
 * Names right after a post, whatever comes after them: 果农唐福生打开木门 "Tang Fusheng, a fruit farmer, opened the door". The
 * segmenter leaves a surname alone, and what follows is a given name of one or two characters.
 */
function namesAfterPosts(folded: string, lexicon: NameLexicon): Name[] {
  const found: Name[] = [];
  for (const { index, 0: post } of folded.matchAll(
    new RegExp(`(?:${lexicon.titles})(?=[${lexicon.surnames}])`, "gu"),
  )) {
    const start = index + post.length;
    const length = nameLength(
      segment(folded.slice(start, start + NAME_WINDOW)).map((word) => word.segment),
      lexicon,
    );
    const isWord = lexicon.notPeople.has(folded.slice(start, start + 2));
    if (length > 0 && !isWord)
      found.push({ kind: "person", start, end: start + length, title: postBefore(folded, start, lexicon) });
  }
  return found;
}

/** So many UTF-16 units are cut into words to see where a name ends. */
const NAME_WINDOW = 8;

/** The length of the name that words begin with; 0 where they begin with none. */
function nameLength(words: readonly string[], { surnames }: NameLexicon): number {
  const [surname = "", first = "", second = "", third = ""] = words;
  const isGiven = (word: string): boolean => GIVEN.test(word);
  if (surname.length !== 1 || !isGiven(first)) return 0;
  // 应保留 "should keep": a rare surname before a word is a word of its own more often.
  if (first.length === 2 && surnames.indexOf(surname) >= COMMON) return 0;
  if (first.length === 2) return third === "" && second === "" ? 0 : 3;
  if (second.length === 1 && isGiven(second)) return third === "" ? 0 : 3;
  return second === "" ? 0 : 2;
}

/** So many surnames are common; they are listed by how many people bear them. */
const COMMON = 120;

/** A given name: no particle, preposition or one-word verb. */
const GIVEN =
  /^(?![的了着过在是于和与及等也都还就从被把将对向到为又则却说称讲问想让给帮当做要会能可有没去来因自此先今曾已正即共任上下天日月])[\u4e00-\u9fff]{1,2}$/u;

/** The post before a name, from the clause's start: 海关总署新闻发言人、统计分析司司长. Null where no title ends there. */
function postBefore(folded: string, nameStart: number, lexicon: NameLexicon): Name["title"] {
  const before = folded.slice(Math.max(0, nameStart - 60), nameStart);
  if (!new RegExp(`(?:${lexicon.titles})\\s?$`, "u").test(before)) return null;
  const cut = Math.max(
    ...["，", ",", "。", "；", ";", "：", ":", "”", '"', "\n", "」", "』", "！", "？", "!", "?", "…"].map((mark) =>
      before.lastIndexOf(mark),
    ),
  );
  const start = nameStart - before.length + cut + 1;
  const lead = /^(?:\s|据|由|对此|日前|近日|邀请|来自)+/u.exec(folded.slice(start, nameStart))?.[0].length ?? 0;
  const end = nameStart - (/\s$/u.test(before) ? 1 : 0);
  return end > start + lead ? { start: start + lead, end } : null;
}

const WORD = String.raw`\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*`;
const LATIN_NAME = new RegExp(
  String.raw`${WORD}(?: \p{Lu}\.)?(?: (?:de|van|von|bin|al|da|del|la))*(?: ${WORD}){0,3}`,
  "gu",
);

/**
 * Names in Latin letters are capitalised words beside a post or a verb of speech: "said Jane Doe", "chief executive Jane
 * Doe", Jane Doe 在邮件列表上提出 "proposed on the mailing list". A single word is one right after a post alone.
 */
function englishPeople(printed: string, lexicon: NameLexicon): Name[] {
  const found: Name[] = [];
  const beside = latinPatterns(lexicon);
  for (const match of printed.matchAll(LATIN_NAME)) {
    const start = match.index;
    const end = start + match[0].length;
    const words = match[0].toLowerCase().split(" ");
    const [first = "", last = ""] = [words[0], words.at(-1)];
    if (lexicon.englishOrganisationSuffixes.has(last) || lexicon.englishPlaces.has(match[0].toLowerCase())) continue;
    const isTitle = new RegExp(`^(?:${lexicon.englishTitles})$`, "u").test(first);
    const lead = ENGLISH_FUNCTION_WORDS.has(first) || isTitle ? first.length + 1 : 0;
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

/** Finds the other places where a found name stands. */
function withRepeats(folded: string, people: readonly Name[]): Name[] {
  const all = [...people];
  for (const person of people) {
    const name = folded.slice(person.start, person.end);
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const repeat = { start: at, end: at + name.length };
      if (!all.some((other) => overlaps(other, repeat))) all.push({ kind: "person", ...repeat, title: null });
    }
  }
  return all;
}
