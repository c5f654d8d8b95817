import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import { isHan } from "../text/script.ts";
import { segment } from "../text/segmenter.ts";
import type { Span } from "../text/span.ts";

/** So many UTF-16 units before and after a name are cut into words to see whether it stands for itself. */
const WINDOW = 6;

/**
 * Finds the counties of China and the cities abroad that lexicon/place-names.json lists: in Chinese where no word
 * reaches over their edges (南和 in 湖南和湖北 is none), in English where they are capitalised inside a sentence.
 */
export function findListedPlaces(printed: string, folded: string, lexicon: NameLexicon): Span[] {
  return [...chinese(folded, lexicon), ...english(printed, lexicon)];
}

function chinese(folded: string, lexicon: NameLexicon): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (!isHan(folded.charCodeAt(at))) continue;
    const length = lexicon.gazetteer.lengthAt(folded, at);
    if (length === 0) continue;
    const division = DIVISION.exec(folded.slice(at + length, at + length + 2))?.[0].length ?? 0;
    const end = placeEnd(folded, { start: at, end: at + length }, at + length + division, lexicon);
    if (end === null) continue;
    found.push({ start: at, end });
    at = end - 1;
  }
  return found;
}

/** What kind of division a name is of; not 市场 "market", 县长 "county head". */
const DIVISION = /^(?:县|市|旗|镇)(?![场值面民长委])/u;

/** Where the place of a name ends, with what says its kind; null where the words around the name run over its edges. */
function placeEnd(folded: string, { start, end }: Span, divisionEnd: number, lexicon: NameLexicon): number | null {
  const from = Math.max(0, start - WINDOW);
  const words = segment(folded.slice(from, end + WINDOW)).map(({ index, segment: text }) => ({
    start: from + index,
    end: from + index + text.length,
    text,
  }));
  const runsOver = (edge: number): boolean => words.some((word) => word.start < edge && word.end > edge);
  if (runsOver(start) || (runsOver(end) && runsOver(divisionEnd))) return null;
  if (end === divisionEnd && runsOver(end)) return null;
  const before = words.find((word) => word.end === start)?.text ?? "";
  const after = words.find((word) => word.start === end)?.text ?? "";
  const mayJoin =
    isPartOfName(before, after, lexicon) || (divisionEnd === end && OWN_BEGINNING.test(before + folded.charAt(start)));
  if (mayJoin && !followsPlace(folded, start, lexicon)) return null;
  return FEATURE.test(after) ? end + after.length : divisionEnd;
}

/** 米易 in 攀枝花米易: a place before a name leaves it nothing to be part of. */
function followsPlace(folded: string, start: number, { placePattern, gazetteer }: NameLexicon): boolean {
  return [2, 3, 4, 5].some((length) => {
    const before = folded.slice(Math.max(0, start - length), start);
    return placePattern.test(before) || gazetteer.has(before);
  });
}

/** 卢卡 in 卢卡|斯, 安达 in 卢|安达, 玉龙 in 王|玉龙: what stands beside a name is one more character of a longer one. */
function isPartOfName(before: string, after: string, { surnames, transliteratedCharacter }: NameLexicon): boolean {
  const isCharacter = (word: string): boolean => transliteratedCharacter.test(word) && !OWN_WORD.test(word);
  return (
    before === "·" ||
    after === "·" ||
    isCharacter(after) ||
    isCharacter(before) ||
    (before.length === 1 && surnames.includes(before) && !OWN_WORD.test(before))
  );
}

/** Surnames and characters of foreign names that stand beside places as words of their own. */
const OWN_WORD = /^[于向从由经和与及达赴往大]$/u;

/** A character that begins names and is a word by itself, after more text: 会 in 选品会|东盟馆. */
const OWN_BEGINNING = /[\u4e00-\u9fff][会和于从都来将到]$/u;

/** Mountains, waters and islands are named after what lies at them: 松山|湖. */
const FEATURE = /^(?:[山河江湖岛港湾]|海峡|水库|群岛)$/u;

/** Cities by their capitals, alone: Nice in "opened in Nice" but not in "Nice Systems". */
function english(printed: string, { foreignCities }: NameLexicon): Span[] {
  return [...printed.matchAll(CAPITALISED)].flatMap(({ 0: name, index }) =>
    foreignCities.has(name.toLowerCase()) ? [{ start: index, end: index + name.length }] : [],
  );
}

const CAPITALISED =
  /(?<=(?:^|[\s(“"])[\p{Ll}\d][\p{Ll}\d’'-]*[,;)]? )\p{Lu}[\p{L}'’-]+(?: (?:(?:de|la|el|do|da|dos|del|am|an der|upon) )?\p{Lu}[\p{L}'’-]+){0,3}/gu;
