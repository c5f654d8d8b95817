import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import type { Span } from "../text/span.ts";
import { overlaps } from "../text/span.ts";
import { segment } from "../text/segmenter.ts";
import { afterApposition } from "./apposition.ts";
import type { Name } from "./mention.ts";

/**
 * Finds organisations that no last word gives away, by what they do: who gives out news (驰远速运8月12日发布 "Chiyuan
 * Express released on August 12"), whose figures are cited (据星衡数据测算), by or with whom business is done
 * (由岚山资本领投 "led by Lanshan Capital"), whose post somebody holds (麦穗优选创始人梁若谷 "Liang Ruogu, founder of
 * Maisui"); and the same names wherever else they stand.
 *
 * @param others - Names that are found already; nothing is found inside or across them.
 */
export function findActingOrganisations(folded: string, others: readonly Name[], lexicon: NameLexicon): Name[] {
  const { release, source, deal, duty } = patternsOf(lexicon);
  const isTaken = (span: Span): boolean =>
    others.some((other) =>
      other.kind === "place"
        ? other.start === span.start && other.end === span.end
        : other.kind !== "quoted" && overlaps(other, span),
    );
  const found: Name[] = [];
  const add = (start: number, end: number): void => {
    const name: Name = { kind: "organisation", start, end, title: null };
    if (isName(folded.slice(start, end), lexicon) && !isTaken(name) && !found.some((other) => overlaps(other, name)))
      found.push(name);
  };
  for (const pattern of [release, source, deal]) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.["name"] ?? [0, 0];
      add(afterApposition(folded, start, end, lexicon), end);
    }
  }
  for (const match of folded.matchAll(duty)) {
    const [from, end] = match.indices?.groups?.["name"] ?? [0, 0];
    const start = afterApposition(folded, from, end, lexicon);
    const name = folded.slice(start, end);
    if (isUnknown(name) && !mayBeSomebody(name, lexicon)) add(start, end);
  }
  for (const { kind, title } of others)
    if (kind === "person" && title !== null) add(title.start, title.start + employerLength(folded, title, lexicon));
  return withRepeats(folded, found, isTaken);
}

const HAN = String.raw`[\u4e00-\u9fff]`;

interface Patterns {
  readonly release: RegExp;
  readonly source: RegExp;
  readonly deal: RegExp;
  readonly duty: RegExp;
  readonly generic: RegExp;
  readonly post: RegExp;
}

const compiled = new WeakMap<NameLexicon, Patterns>();

function patternsOf(lexicon: NameLexicon): Patterns {
  const ready = compiled.get(lexicon);
  if (ready !== undefined) return ready;
  const {
    releaseVerbs,
    releaseDates,
    sourceVerbs,
    dealVerbs,
    dutyVerbs,
    genericActors,
    places,
    plainTitles,
    titles,
    departments,
  } = lexicon;
  const patterns = {
    release: new RegExp(
      String.raw`(?<=^|[。！？!?\n"”;；,，]\s*|[讯电]\s+(?:${HAN}{2,4}\s+)*)(?<name>${HAN}[\u4e00-\u9fffa-z]{1,11}?)(?:于|在)?(?:\d{1,2}月\d{1,2}日|\d{1,2}日|${releaseDates})(?:对外|正式|联合|首次|公开|表示|举行|召开|与|同|向|就|在|${releaseVerbs})`,
      "gdu",
    ),
    source: new RegExp(String.raw`据(?<name>${HAN}{2,10})(?:${sourceVerbs})`, "gdu"),
    deal: new RegExp(
      String.raw`(?<=由|被|与|和|同|股东)(?<name>${HAN}{3,18}?)(?:独家|共同|联合|合作|负责|单独|全额|斥资)?(?:${dealVerbs})(?!中心|商|成本)`,
      "gdu",
    ),
    duty: new RegExp(
      String.raw`(?<=由)(?<name>${HAN}{2,12}?)(?:独家|共同|联合|负责|单独|全额|统一|全程)?(?:${dutyVerbs})`,
      "gdu",
    ),
    generic: new RegExp(
      String.raw`^(?:${genericActors})|[的了着过在是与和、从将把被让对向]|(?:时|后|前|中|上|下)$`,
      "u",
    ),
    post: new RegExp(
      String.raw`(?:联合|原|前|副|首席|常务|高级|执行|助理|资深|名誉|轮值|新任|现任|(?:大中华|${places})区|${departments}|兼)*(?<plain>${plainTitles})?(?:${titles})`,
      "u",
    ),
  };
  compiled.set(lexicon, patterns);
  return patterns;
}

/** No dictionary knows all of it: two of its characters side by side are words by themselves, as in 乌|胡|拉|通信. */
function isUnknown(text: string): boolean {
  return segment(text).some(({ segment: word }, i, words) => word.length === 1 && words[i + 1]?.segment.length === 1);
}

/** A surname and at most two characters, or a post with what follows it. */
function mayBeSomebody(text: string, { surnames, titlesWithin }: NameLexicon): boolean {
  return (text.length <= 3 && surnames.includes(text.charAt(0))) || text.search(titlesWithin) >= 0;
}

function isName(text: string, lexicon: NameLexicon): boolean {
  return (
    text.length >= 2 &&
    text.length <= 14 &&
    !patternsOf(lexicon).generic.test(text) &&
    !/\d|[一二两三四五六七八九十多几]家/u.test(text)
  );
}

/** How many units of a post name the employer: 驰远速运 in 驰远速运董事长. 0 where none does. */
function employerLength(folded: string, title: Span, lexicon: NameLexicon): number {
  const match = patternsOf(lexicon).post.exec(folded.slice(title.start, title.end));
  const isKnown = match !== null && match.groups?.["plain"] === undefined && /^\p{Script=Han}/u.test(match.input);
  return isKnown ? match.index : 0;
}

/** The other places where a found name stands. */
function withRepeats(folded: string, found: readonly Name[], isTaken: (span: Span) => boolean): Name[] {
  const all = [...found];
  for (const { start, end } of found) {
    const name = folded.slice(start, end);
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const repeat: Name = { kind: "organisation", start: at, end: at + name.length, title: null };
      if (!isTaken(repeat) && !all.some((other) => overlaps(other, repeat))) all.push(repeat);
    }
  }
  return all;
}
