import { isNewsSource } from "../fact/byline.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Name } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query, QueryTerm } from "../question/query.ts";
import type { Span } from "../text/span.ts";
import { stem } from "../text/term.ts";
import { holdsWord } from "../text/word-search.ts";
import { contains } from "../text/span.ts";
import type { Proposal } from "./proposal.ts";
import { superlativeFit } from "./superlative.ts";
import { AS_ASKED, successionFit } from "./succession.ts";

/** 分别叫什么 "what is each called" is answered by members, not by a sentence about all of them. */
export function asksForMembers(query: Query): boolean {
  return /分别|各自|逐一|\brespectively\b|\beach called\b/u.test(query.folded);
}

/** Names of one kind, less those that the question names itself. */
export function namesOf(
  query: Query,
  reading: Reading,
  sentence: Sentence,
  kind: Name["kind"],
  fit: number,
  lexicon: Lexicon,
): Proposal[] {
  return sentence.mentions.flatMap((mention) => {
    if (
      mention.kind !== kind ||
      isAsked(query, reading, mention) ||
      isAskedForShort(query, reading, mention, lexicon) ||
      reading.byline.some((author) => contains(author, mention)) ||
      isNewsSource(reading.article.text, mention)
    )
      return [];
    return [
      {
        span: { start: mention.start, end: mention.end },
        mention,
        fit:
          fit *
          placeFit(reading, mention) *
          superlativeFit(query, reading, sentence, mention, lexicon.cues) *
          postFit(query, reading, sentence, mention, lexicon) *
          actFit(query, reading, sentence, mention),
      },
    ];
  });
}

/** How well somebody has the post that the question names, or comes to it or leaves it as it asks. */
function postFit(query: Query, reading: Reading, sentence: Sentence, name: Name, lexicon: Lexicon): number {
  if (name.kind !== "person") return 1;
  const change = successionFit(query, reading, sentence, name, lexicon.cues);
  // Who takes over has had another post before.
  return change === AS_ASKED ? AS_ASKED : change * titleFit(query, reading, name, lexicon);
}

/** The title is part of who a person is: 湖北省商务厅厅长 before 龙小红. Somebody in another post isn't who was asked for. */
function titleFit(query: Query, reading: Reading, name: Name, { names }: Lexicon): number {
  const next = newPost(reading, name, names);
  if (name.title === null && next === "") return 1;
  const held = name.title === null ? "" : reading.folded.slice(name.title.start, name.title.end);
  const title = `${held}${next}`;
  const holds = (term: QueryTerm): boolean =>
    term.alternatives.some((alternative) =>
      alternative.isHan
        ? title.includes(alternative.text)
        : holdsWord(title, alternative.text.split(" ")[0] ?? "", false),
    );
  const posts = query.terms.filter((term) => isPost(query, term, names));
  const asked = query.terms.filter((term) => term.role !== "generic" && holds(term));
  const employers = query.terms.filter((term) => term.role === "name" && !posts.includes(term));
  if (
    posts.length > 0 &&
    employers.length > 0 &&
    !employers.some(holds) &&
    asked.every((term) => posts.includes(term)) &&
    held.length > LONGEST_BARE_POST &&
    next === ""
  )
    return OTHER_POST;
  return (posts.length === 0 || posts.some(holds) ? 1 : OTHER_POST) + Math.min(0.3, asked.length * 0.1);
}

/** Whether a term names the post of who is asked for. 主播 "streamer" may be whom something is about: then it stands apart from 谁. */
function isPost({ folded }: Query, { surface, at, alternatives }: QueryTerm, names: Lexicon["names"]): boolean {
  if (!alternatives.some(({ text }) => names.titlePattern.test(text) && !BROAD_POST.test(text))) return false;
  if (!names.plainTitlePattern.test(surface)) return true;
  const before = folded.slice(Math.max(0, at - 8), at);
  const after = folded.slice(at + surface.length, at + surface.length + 6);
  return (
    /(?:哪[位个名]|什么|\b(?:which|what|who))[^,，]{0,6}$/u.test(before) ||
    /^(?:是|叫|名叫|的名字|姓)?(?:谁|什么|哪|啥)/u.test(after)
  );
}

/** What heads of any post are called together: 王总经理 is an executive, too. */
const BROAD_POST = /^(?:高管|领导|负责人|官员|干部)$/u;

/** What somebody comes to be: 董事长 after 樊岚出任 "Fan Lan becomes", before it in 董事长由樊岚出任. */
function newPost({ folded }: Reading, { start, end }: Name, { postAfterName }: Lexicon["names"]): string {
  const after = /^[^,，。;；、]*/u.exec(folded.slice(end, end + LONGEST_NEW_POST))?.[0] ?? "";
  if (!postAfterName.test(after)) return "";
  if (after.replace(postAfterName, "") !== "") return after;
  return GIVEN_TO.exec(folded.slice(Math.max(0, start - LONGEST_NEW_POST), start))?.[1] ?? "";
}

/** A post that is said to be held by who is named next: 经理由波兰人 "the manager's post by the Pole". */
const GIVEN_TO = /([^,，。;；、]+)由[^,，。;；、由]{0,8}$/u;

/** So far after a name its new post is looked for, in UTF-16 units. */
const LONGEST_NEW_POST = 24;

/** A longer title names the employer too: 巴基斯坦商务部执行总干事 isn't the head of another body. */
const LONGEST_BARE_POST = 6;

/** How somebody fits who holds another post than the one asked for. */
const OTHER_POST = 0.3;

export function isAsked(query: Query, reading: Reading, span: Span): boolean {
  const name = reading.folded.slice(span.start, span.end);
  if (isOfAskedWords(query, name) || isOfAskedParts(query, name)) return true;
  if (name.length >= QUOTED && query.folded.includes(name)) return true;
  const isPart = (text: string): boolean => text.length >= 2 && name.split("·").includes(text);
  return query.terms.some((term) =>
    term.alternatives.some(
      (alternative) =>
        alternative.text === name ||
        (alternative.factor > 0.9 &&
          (isPart(alternative.text) ||
            (!alternative.isHan && holdsWord(name, alternative.text, false)) ||
            (alternative.text.length >= 2 && alternative.text.startsWith(name)) ||
            (alternative.isHan && name.length <= alternative.text.length + 1 && name.includes(alternative.text)))),
    ),
  );
}

/** A name as long as this that stands in the question is the question's own, however it was cut. */
const QUOTED = 3;

/** Xapo Bank where the question speaks of Xapo and of a bank. */
function isOfAskedWords(query: Query, name: string): boolean {
  const words = name.split(/[\s-]+/u);
  if (!words.every((word) => /^[a-z][a-z0-9]*$/u.test(word))) return false;
  const asked = query.terms.flatMap(({ alternatives }) =>
    alternatives.flatMap(({ text, factor }) => (factor >= TRANSLATED ? text.split(" ") : [])),
  );
  return words.every((word) => asked.includes(stem(word)));
}

/** 拓辙科技 where the question speaks of 拓辙, and not of what belongs to it. */
function isAskedForShort({ terms, folded }: Query, reading: Reading, name: Name, { names }: Lexicon): boolean {
  if (name.kind !== "organisation" || PART_OF_COMPANY.test(folded)) return false;
  const text = reading.folded.slice(name.start, name.end);
  return terms.some(({ alternatives }) =>
    alternatives.some(
      ({ text: short, isHan, factor }) =>
        isHan &&
        factor >= TRANSLATED &&
        short.length > 1 &&
        text.startsWith(short) &&
        !names.placePattern.test(short) &&
        names.companyEnding.test(text.slice(short.length)),
    ),
  );
}

const PART_OF_COMPANY = /子公司|分公司|旗下|下属|关联|母公司|\bsubsidiar|\bparent\b|\bunits?\b|\bbranch/u;

/** 衡川云仓 where the question speaks of Hengchuan and of a cloud warehouse: a name of the question, then its other words. */
function isOfAskedParts({ terms }: Query, name: string): boolean {
  const first = terms.findIndex(({ role }) => role === "name");
  let rest = name;
  for (const { alternatives } of first < 0 ? [] : terms.slice(first)) {
    const part = alternatives.find(({ text, isHan, factor }) => isHan && factor >= TRANSLATED && rest.startsWith(text));
    if (part !== undefined) rest = rest.slice(part.text.length);
    else if (rest !== name) break;
    if (rest === "") return true;
  }
  return false;
}

/** How surely the best translation of a word means the same. */
const TRANSLATED = 0.85;

/** What somebody is: the title before or after the name, or the post that the sentence says that person has or had. */
export function posts(query: Query, reading: Reading, sentence: Sentence, { names }: Lexicon): Proposal[] {
  return sentence.mentions.flatMap((mention): Proposal[] => {
    if (mention.kind !== "person" || !isAsked(query, reading, mention)) return [];
    if (mention.title !== null) return [{ span: mention.title, mention, fit: 1 }];
    const held = names.postHeld.exec(reading.folded.slice(mention.end, sentence.end));
    if (held === null) return [];
    const [said, post = ""] = held;
    const end = mention.end + held.index + said.length;
    return [{ span: { start: end - post.length, end }, mention: null, fit: 1 }];
  });
}

/** Works, quoted terms, organisations, and phrases that end in the word asked for (…平台, …报告). */
export function named(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  const found: Proposal[] = [];
  for (const mention of sentence.mentions) {
    if (
      mention.kind !== "work" &&
      mention.kind !== "quoted" &&
      mention.kind !== "organisation" &&
      mention.kind !== "place" &&
      mention.kind !== "person"
    )
      continue;
    if (isAsked(query, reading, mention)) continue;
    const holdsAsked =
      mention.kind === "quoted" &&
      query.terms.some(
        (term) => term.role !== "generic" && reading.folded.slice(mention.start, mention.end).includes(term.surface),
      );
    const fit = holdsAsked ? 0.4 : { work: 1, quoted: 0.85, organisation: 0.7, place: 0.5, person: 0.4 }[mention.kind];
    found.push({ span: { start: mention.start, end: mention.end }, mention, fit });
  }
  for (const { index, 0: text } of reading.article.text.slice(sentence.start, sentence.end).matchAll(NUMBERED)) {
    const span = { start: sentence.start + index, end: sentence.start + index + text.length };
    if (!isAsked(query, reading, span)) found.push({ span, mention: null, fit: 1 });
  }
  for (const head of headNouns(query)) {
    for (
      let at = reading.folded.indexOf(head, sentence.start);
      at >= 0 && at < sentence.end;
      at = reading.folded.indexOf(head, at + 1)
    ) {
      const end = at + head.length;
      const lead = /[\p{L}\d]*$/u.exec(reading.folded.slice(sentence.start, at))?.[0] ?? "";
      const start = at - lead.replace(/^.*(?:的|了|在|是|为|由|将|把|,)/u, "").length;
      if (end - start > head.length + 2)
        found.push({
          span: { start, end },
          mention: null,
          fit: isDescription(reading.folded.slice(start, end)) ? 0.45 : 1,
        });
    }
  }
  return found;
}

/** What goes by a number: Bitcoin Core #16152, RFC 9110. */
const NUMBERED =
  /(?:\p{Lu}[\w.-]*(?: \p{Lu}[\w.-]*){0,2} ?)?#\d+|\b(?:BIP|BOLT|BLIP|EIP|PEP|RFC|CVE|ISO|GB\/T)[- ]?\d[\d-]*/gu;

/** 一站式综合平台 "a one-stop platform" and 3家加工点 "three workshops" say what something is; 综合服务平台 may be what it is called. */
function isDescription(phrase: string): boolean {
  return /^[一两每各某该这那首]|[\d一二两三四五六七八九十百多几数][家个名位所处种]/u.test(phrase);
}

function headNouns(query: Query): string[] {
  const isVerb = query.focus?.role === "light" || query.focus?.role === "generic";
  if (query.focus === null || (isVerb && query.language === "en")) return [];
  return query.focus.alternatives.filter((alternative) => alternative.isHan).map((alternative) => alternative.text);
}

/** A place after 在 "at" is where something happens; one inside an organisation's name is not. */
function placeFit(reading: Reading, name: Name): number {
  if (name.kind !== "place") return 1;
  return /(?:在|于|到|至|往|自|落户|走进|走访|in|at|to|from) ?(?:the )?$/u.test(
    reading.folded.slice(Math.max(0, name.start - 10), name.start),
  )
    ? 1
    : /^(?:是|为|成为|作为|举|开|设|启|[,，、。]|等)/u.test(reading.folded.slice(name.end, name.end + 2))
      ? 0.85
      : 0.75;
}

/** 由商务部主办 "organised by the Ministry of Commerce": who acts stands by the verb, and not inside the name of something else. */
function actFit(query: Query, reading: Reading, sentence: Sentence, name: Name): number {
  if (name.kind !== "organisation") return 1;
  const isInside = sentence.mentions.some(
    (other) => (other.kind === "quoted" || other.kind === "work") && other.start <= name.start && name.end <= other.end,
  );
  if (isInside) return 0.6;
  const after = reading.folded.slice(name.end, name.end + 8);
  const isActor = query.terms.some(
    (term) =>
      term.role === "light" &&
      term.alternatives.some(
        ({ text, isHan }) => isHan && text.length > 1 && after.slice(0, text.length + 4).includes(text),
      ),
  );
  return isActor ? 1.15 : 1;
}
