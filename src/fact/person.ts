import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { segment } from "../text/segmenter.ts";
import { overlaps } from "../text/span.ts";
import type { Name } from "./mention.ts";
import { findEnglishPeople } from "./person-english.ts";
import { findPointedNames } from "./pointed-name.ts";
import { postBefore } from "./post-before.ts";

/**
 * Finds people: a post before a name (商务厅厅长龙小红), a name before a verb of speech (吕大良说道) or before what only
 * people do (由何伯坚创办 "founded by He Bojian"), foreign names with their middle dot (奥古斯塔·福特斯), and English
 * names beside a post or a verb of speech.
 */
export function findPeople(printed: string, folded: string, lexicon: NameLexicon): Name[] {
  const found: Name[] = findPointedNames(folded, lexicon);
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
  for (const name of [...namesAfterPosts(folded, lexicon), ...findEnglishPeople(printed, lexicon)])
    if (!found.some((other) => overlaps(other, name))) found.push(name);
  return withRepeats(folded, found);
}

const HAN = String.raw`[\u4e00-\u9fff]`;

interface ChinesePatterns {
  /** By a post, by speech, by the form of the name. */
  readonly told: readonly RegExp[];
  /** By what people do; a word of the dictionary is no name there. */
  readonly done: readonly RegExp[];
  /** A post right before a surname. */
  readonly post: RegExp;
}

const compiled = new WeakMap<NameLexicon, ChinesePatterns>();

function chinesePatterns(lexicon: NameLexicon): ChinesePatterns {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const { titles, speechVerbs, nameFollowers, personActs } = lexicon;
  const stop = String.raw`(?=[\s,，。.、;；:："”』」）)(（\-]|$|${speechVerbs}|${nameFollowers}|${personActs}|等|在|的|和|与|及|于|是|为|率|对|向|出席|参加|发表|负责)`;
  const native = String.raw`(?:(?:${lexicon.compoundSurnames})${HAN}{1,2}|[${lexicon.surnames}]${HAN}(?:(?!${speechVerbs}|${nameFollowers}|${personActs})${HAN})?)`;
  const foreign = String.raw`(?![是为和与的在])${HAN}{1,6}(?:[·.]${HAN}{1,8}?)+`;
  const sources = [
    String.raw`(?:${titles})\s?(?<name>${foreign}|${native})${stop}`,
    String.raw`(?<=^|[\s,，。;；:："”』」、（(])(?<name>${foreign}|${native})(?=${speechVerbs})`,
    // Names of other peoples of China follow no list of surnames: 处长白玛央金表示 "Pema Yangjin, head of division, says".
    String.raw`(?:${titles})(?![在对就向从与和及等日近当])(?<name>(?:(?!${speechVerbs}|${nameFollowers})${HAN}){3,5})(?=(?:${speechVerbs})[,，:："“])`,
    String.raw`(?<=^|[\s,，。;；:："”』」、（(])(?<name>${native})(?=[,，、]?(?:${HAN}{2,20}?)(?:${titles})[,，。）)])`,
    String.raw`(?:${lexicon.realNames})(?<name>${foreign}|${native})(?=[\s,，。;；、”"）)]|$)`,
    // Who signs a letter stands in brackets at its end.
    String.raw`[。！？!?”"][（(](?<name>${native})[)）]\s*$`,
    String.raw`(?<=^|[^\u4e00-\u9fff]|[的是由和与、])(?<name>${HAN}{1,6}·${HAN}{1,8}(?:·${HAN}{1,8})*?)${stop}`,
  ];
  const patterns = {
    told: sources.map((source) => new RegExp(source, "gdu")),
    post: new RegExp(`(?:${titles})(?=[${lexicon.surnames}])`, "gu"),
    done: [
      new RegExp(String.raw`(?<=^|[\s,，。;；:："”』」、（(]|由|被|是)(?<name>${native})(?=${personActs})`, "gdu"),
      new RegExp(String.raw`(?:${lexicon.appointVerbs})(?<name>${native})(?=[为任担出兼接])`, "gdu"),
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
  for (const { index, 0: post } of folded.matchAll(chinesePatterns(lexicon).post)) {
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
