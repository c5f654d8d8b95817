import type { Gazetteer } from "./gazetteer.ts";
import { makeGazetteer } from "./gazetteer.ts";
import type { NamesJson, PlaceNamesJson, PlacesJson } from "./lexicon-schema.ts";

/** What tells names from other words, compiled for searching folded text. */
export interface NameLexicon {
  readonly surnames: string;
  readonly compoundSurnames: string;
  /** Finds runs of the characters that foreign names are written with, and the points between their parts. */
  readonly transliterated: RegExp;
  /** Finds foreign names of several parts, joined by points. */
  readonly pointedName: RegExp;
  /** Matches one such character that stands alone. */
  readonly transliteratedCharacter: RegExp;
  /** Matches a name that is written with nothing else. */
  /** A pattern of what may be a foreign name. */
  readonly transliteratedWord: string;
  readonly transliteratedPattern: RegExp;
  /** Finds a name written with those characters right after a country's: 塔什干 in 乌兹别克斯坦塔什干 "Tashkent, Uzbekistan". */
  readonly foreignCity: RegExp;
  /** Chinese posts as one regular-expression alternation, longest first: 新闻发言人|发言人|… */
  readonly titles: string;
  /** Finds the posts of {@link titles} in a text, and matches one at its end. */
  readonly titlesWithin: RegExp;
  readonly titleAtEnd: RegExp;
  /** Matches a whole post of {@link titles}. */
  readonly titlePattern: RegExp;
  readonly organisationSuffixes: string;
  /** Last words of companies' short names, which are words by themselves too: 科技 in 翼岚科技. */
  readonly brandSuffixes: string;
  /** Matches what a company's name has after what it is called for short: 智航科技 after 鸢行. */
  readonly companyEnding: RegExp;
  /** Characters that say what kind of company, and stand in no made-up name: 跨, 境, 两. */
  readonly notInBrands: ReadonlySet<string>;
  /** Words of which an asked kind of organisation must have one in its name: 哪所大学 is no 公司. */
  readonly organisationKinds: readonly (readonly string[])[];
  readonly shortOrganisations: string;
  /** Matches a whole name of {@link shortOrganisations}. */
  readonly organisationPattern: RegExp;
  /** How an organisation's last word is shortened in speech: 办公室 → 办. */
  readonly contractions: ReadonlyMap<string, string>;
  readonly leftBoundaries: readonly string[];
  readonly speechVerbs: string;
  /** Words that a person's name ends before: 霍敏之|则 "Huo Minzhi, in turn". */
  readonly nameFollowers: string;
  /** What people do, said right after their name: 创办, 发明. */
  readonly personActs: string;
  /** What stands before the name of who goes by another: 本名 "whose name is". */
  readonly realNames: string;
  /** What gives somebody a post: 聘任…为 "appoint as". */
  readonly appointVerbs: string;
  /** Matches the end of what is no company: 局, 法院, ministry. */
  readonly publicBody: RegExp;
  /** Words that begin like a name and are none: 关于 "about", 方案 "plan". */
  readonly notPeople: ReadonlySet<string>;
  /** Posts that say nothing of an organisation: 茶农 "tea farmer", 主播 "streamer". */
  readonly plainTitles: string;
  /** Matches a whole post of {@link plainTitles}. */
  readonly plainTitlePattern: RegExp;
  /** Matches what makes somebody's a post that is named next, right after the name: 樊岚出任董事长 "becomes chairwoman". */
  readonly postAfterName: RegExp;
  /** Finds the post that somebody has or had, as its group: 此前任海蔻家电副总裁 "was vice president of Haikou". */
  readonly postHeld: RegExp;
  /** What organisations do for and with each other: 领投 "lead the investment", 运营 "operate". */
  readonly dealVerbs: string;
  /** What anybody may be charged with: 由…承担 "borne by". */
  readonly dutyVerbs: string;
  /** Matches a name's beginning up to what says its kind: 肯尼亚电信运营商|乌胡拉. */
  readonly apposition: RegExp;
  /** What a company's posts may be for: 质量 in 质量总监 "director of quality". */
  readonly departments: string;
  /** Matches what says which kind of company, and not which: 物业公司 "the property manager", 一家日本公司的 日本公司. */
  readonly unnamedCompany: RegExp;
  /** Matches a word for the kind of thing that a name is of: 平台, maker. */
  readonly kindOfName: RegExp;
  /** Finds what a company does at the end of what stands before its name: 做仓储机器人的. */
  readonly introductions: RegExp;
  /** What an organisation does that gives out news: 公布 "publish". */
  readonly releaseVerbs: string;
  /** When it does so, in words: 近日 "lately". */
  readonly releaseDates: string;
  /** What is done by whom figures come from: 据…测算 "as … reckons". */
  readonly sourceVerbs: string;
  /** Words that begin what is no name: 公司 "the company", 有关 "concerned". */
  readonly genericActors: string;
  readonly englishTitles: string;
  readonly englishSpeechVerbs: string;
  /** Finds a verb of speech or a quotation mark anywhere. */
  readonly speech: RegExp;
  /** Matches a verb of speech right after a name: 吕大良指出, "Doe, who said". */
  readonly speechAfterName: RegExp;
  /** Matches what somebody does in Chinese text right after a name in Latin letters: Jane Doe 在邮件列表上提出 "proposed". */
  readonly actsAfterLatinName: RegExp;
  readonly englishProductWords: ReadonlySet<string>;
  readonly englishOrganisationSuffixes: ReadonlySet<string>;
  /** Names of countries, provinces, cities and regions as one alternation of folded text, longest first. */
  readonly places: string;
  /** Matches a place at the beginning of a name. */
  readonly leadingPlace: RegExp;
  /** Matches a country's whole name. */
  readonly countryPattern: RegExp;
  /** Matches a whole name of {@link places}. */
  readonly placePattern: RegExp;
  /** China's counties and cities abroad, which are too many for {@link places}. */
  readonly gazetteer: Gazetteer;
  readonly placeSuffixes: string;
  /** Last characters of towns and villages: 市, 县, 村. */
  readonly localities: string;
  /** What takes place somewhere, said after it: 举行 "hold". */
  readonly hostVerbs: string;
  /** What says where something is, right before the place: 位于 "lie in". */
  readonly siteVerbs: string;
  /** Provinces; the municipalities count as cities. */
  readonly provinces: ReadonlySet<string>;
  /** What holds several countries or provinces, or parts of them: 东盟, 华东, 长江. */
  readonly regions: ReadonlySet<string>;
  /** 我国, 中国, 全国 …: words for the digest's home country. */
  readonly home: ReadonlySet<string>;
  /** English place name (lower case) → Chinese: "pakistan" → 巴基斯坦. */
  readonly englishPlaces: ReadonlyMap<string, string>;
  /** English name of a city abroad (lower case) → what Chinese texts call it. Some are words too: nice, reading. */
  readonly foreignCities: ReadonlyMap<string, readonly string[]>;
  /** Chinese name of a place → its English names (lower case). */
  readonly placesInEnglish: ReadonlyMap<string, readonly string[]>;
  /** Finds a place that goes by one character: 美 "America" in 对美出口 "exports to America", after what leads a place. */
  readonly shortPlaces: RegExp;
  /** 鄂 → 湖北. */
  readonly placeAbbreviations: ReadonlyMap<string, string>;
  /** 美国 → 对美, 赴美, 输美. */
  readonly shortForms: ReadonlyMap<string, readonly string[]>;
}

/** What leads a place that goes by one character. */
const PLACE_LEADS = "对赴输在来抵";

/** Compiles lexicon/names.json, places.json and place-names.json and adds the countries that `Intl.DisplayNames` knows. */
export function compileNameLexicon(names: NamesJson, places: PlacesJson, placeNames: PlaceNamesJson): NameLexicon {
  const countries = listCountries();
  const chinese = [...countries.values(), ...places.provinces, ...places.cities, ...places.regions];
  const english = new Map([...countries, ...Object.entries(places.english)]);
  const gazetteer = makeGazetteer([...placeNames.china.split(" "), ...Object.keys(placeNames.abroad)]);
  const titles = alternation(names.titles.map((title) => title.toLowerCase()));
  return {
    surnames: names.surnames,
    compoundSurnames: alternation(names.compoundSurnames),
    transliterated: new RegExp(`[${names.transliteration}·]{2,}`, "gu"),
    pointedName: new RegExp(`[${names.transliteration}]{1,6}(?:·[${names.transliteration}]{1,8})+`, "gu"),
    transliteratedCharacter: new RegExp(`^[${names.transliteration}]$`, "u"),
    transliteratedWord: `[${names.transliteration}]{2,6}`,
    transliteratedPattern: new RegExp(`^[${names.transliteration}·]{2,}$`, "u"),
    foreignCity: new RegExp(
      `(?<=${alternation([...countries.values()].filter((name) => !places.home.includes(name)))})[${names.transliteration}]{2,6}(?!外)`,
      "gu",
    ),
    titles,
    titlesWithin: new RegExp(`(?:${titles})`, "gu"),
    titleAtEnd: new RegExp(`(?:${titles})\\s?$`, "u"),
    titlePattern: new RegExp(`^(?:${titles})$`, "u"),
    organisationKinds: names.organisationKinds,
    organisationSuffixes: alternation(names.organisationSuffixes),
    brandSuffixes: alternation(names.brandSuffixes),
    companyEnding: new RegExp(
      `^(?:${alternation([...names.brandSuffixes, ...names.trades])})*(?:集团|(?:股份)?有限(?:责任)?公司|公司)?$`,
      "u",
    ),
    notInBrands: new Set(names.notInBrands),
    shortOrganisations: alternation(names.shortOrganisations),
    organisationPattern: new RegExp(`^(?:${alternation(names.shortOrganisations)})$`, "u"),
    contractions: new Map(Object.entries(names.contractions)),
    leftBoundaries: names.leftBoundaries,
    speechVerbs: alternation(names.speechVerbs),
    nameFollowers: alternation(names.nameFollowers),
    personActs: alternation(names.personActs),
    realNames: alternation(names.realNames),
    appointVerbs: alternation(names.appointVerbs),
    publicBody: new RegExp(`(?:${alternation(names.publicBodies)})$`, "u"),
    notPeople: new Set(names.notPeople),
    plainTitles: alternation(names.plainTitles),
    plainTitlePattern: new RegExp(`^(?:${alternation(names.plainTitles)})$`, "u"),
    postAfterName: new RegExp(`^(?:将|已|正式|拟|也|并|获聘){0,2}(?:${alternation(names.postVerbs)})`, "u"),
    postHeld: new RegExp(
      `(?:${alternation(names.postVerbs)}|是)(?:过)?([^,，。;；、]{0,20}(?:${alternation([...names.titles.map((title) => title.toLowerCase()), ...names.plainTitles])}))(?=[,，。;；、]|$)`,
      "u",
    ),
    dealVerbs: alternation(names.dealVerbs),
    dutyVerbs: alternation(names.dutyVerbs),
    apposition: new RegExp(
      `^[\\u4e00-\\u9fff]{0,12}(?:${alternation(names.appositions)})(?=[\\u4e00-\\u9fff]{2})`,
      "u",
    ),
    departments: alternation(names.departments),
    unnamedCompany: new RegExp(
      `^(?:该|本|此|某|这|那|各|同|其)?(?:${alternation([...names.trades, ...countries.values()])})*(?:公司|集团|企业|工厂|厂|基金|(?:会计|律|税务)师事务所|事务所)$`,
      "u",
    ),
    kindOfName: new RegExp(`(?:^|[ -]|(?<=\\p{Script=Han}))(?:${names.namedKinds.join("|")})$`, "u"),
    introductions: new RegExp(`(?:${alternation(names.introductions)})[^,，。?？的谁哪什]{1,12}的$`, "u"),
    releaseVerbs: alternation(names.releaseVerbs),
    releaseDates: alternation(names.releaseDates),
    sourceVerbs: alternation(names.sourceVerbs),
    genericActors: alternation(names.genericActors),
    englishTitles: alternation(names.englishTitles),
    englishSpeechVerbs: alternation(names.englishSpeechVerbs),
    speech: new RegExp(
      `${alternation(names.speechVerbs)}|["”“]|\\b(?:${alternation(names.englishSpeechVerbs)})\\b`,
      "u",
    ),
    speechAfterName: new RegExp(
      `^[^,，。]{0,4}(?:${alternation(names.speechVerbs)})|^,? (?:who |has |have |also )?(?:${alternation(names.englishSpeechVerbs)})\\b`,
      "u",
    ),
    actsAfterLatinName: new RegExp(
      String.raw`^ ?${ADVERBS}(?:(?:在|向|就|于|对|为|给)[^,，。;；:：\n]{1,40}?)?${ADVERBS}(?:${alternation([...names.speechVerbs, ...names.latinNameVerbs])})`,
      "u",
    ),
    englishProductWords: new Set(names.englishProductWords),
    englishOrganisationSuffixes: new Set(names.englishOrganisationSuffixes),
    places: alternation(chinese),
    leadingPlace: new RegExp(`^(?:${alternation(chinese)})`, "u"),
    countryPattern: new RegExp(`^(?:${alternation([...countries.values()])})$`, "u"),
    placePattern: new RegExp(`^(?:${alternation(chinese)})$`, "u"),
    gazetteer,
    placeSuffixes: alternation(places.suffixes),
    localities: alternation(places.localities),
    hostVerbs: alternation(places.hostVerbs),
    siteVerbs: alternation(places.siteVerbs),
    regions: new Set(places.regions),
    provinces: new Set(places.provinces.filter((name) => !MUNICIPALITIES.has(name))),
    home: new Set(places.home),
    englishPlaces: english,
    foreignCities: turned(Object.entries(placeNames.abroad).map(([zh, en]) => [zh, en.toLowerCase()])),
    placesInEnglish: turned([
      ...english,
      ...Object.entries(placeNames.abroad).map(([zh, en]) => [en.toLowerCase(), zh] as const),
    ]),
    shortPlaces: new RegExp(
      `(?<=[${PLACE_LEADS}])[${Object.keys(places.abbreviations).join("")}](?=[出进投销卖直电跨的比上市货贸包经]|$)`,
      "gu",
    ),
    placeAbbreviations: new Map(Object.entries(places.abbreviations)),
    shortForms: new Map(
      Object.entries(places.abbreviations).map(([short, place]) => [
        place,
        Array.from(PLACE_LEADS, (lead) => lead + short),
      ]),
    ),
  };
}

const ADVERBS = String.raw`(?:还|也|又|则|再次|随后|最近|近期|近日|已经?){0,2}`;

const MUNICIPALITIES = new Set(["北京", "天津", "上海", "重庆", "香港", "澳门"]);

/** Turns pairs of names round: what the second ones stand for. */
function turned(pairs: Iterable<readonly [string, string]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [name, other] of pairs) {
    const known = found.get(other);
    if (known === undefined) found.set(other, [name]);
    else known.push(name);
  }
  return found;
}

/** Joins words to a regular-expression alternation, longest first, with their special characters escaped. */
export function alternation(list: readonly string[]): string {
  return [...new Set(list)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join("|");
}

/** English name (lower case) → Chinese name of every country and territory. */
function listCountries(): Map<string, string> {
  const english = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const chinese = new Intl.DisplayNames("zh-Hans", { type: "region", fallback: "none" });
  const found = new Map<string, string>();
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(0x41 + i));
  for (const first of letters) {
    for (const second of letters) {
      const en = english.of(first + second);
      const zh = chinese.of(first + second);
      if (en !== undefined && zh !== undefined && /^[\u4e00-\u9fff]+$/u.test(zh)) found.set(en.toLowerCase(), zh);
    }
  }
  for (const pseudo of ["world", "united nations", "eurozone", "unknown region", "pseudo-accents", "pseudo-bidi"])
    found.delete(pseudo);
  return found;
}
