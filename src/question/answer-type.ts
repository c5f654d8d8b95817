import type { AnswerType } from "../lexicon/cue-lexicon.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import { englishKey } from "../lexicon/glossary.ts";
import type { Dimension } from "../fact/mention.ts";
import type { Language } from "../text/script.ts";
import type { Span } from "../text/span.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a question asks for, and the words that say so. */
export interface Asked {
  readonly type: AnswerType;
  readonly isYesNo: boolean;
  /** The question words; they are no content. */
  readonly cues: readonly Span[];
}

/** Finds what a question asks for by the first cue of lexicon/cues.json that matches. */
export function findAnswerType(folded: string, language: Language, lexicon: Lexicon, vocabulary: Vocabulary): Asked {
  const text = folded.replace(/[?？!！。.\s]+$/u, "").replaceAll("甚么", "什么");
  const found: Found[] = [];
  for (const { type, pattern, everywhere } of lexicon.cues.cues[language]) {
    const match = pattern.exec(text);
    if (match === null || match[0].trim() === "") continue;
    found.push({ type, everywhere, span: { start: match.index, end: match.index + match[0].length } });
  }
  const yesNo = found.find(({ type }) => type === "yesno");
  const first = found[0];
  if (
    yesNo !== undefined &&
    first?.type !== "compare" &&
    (first === undefined || first.type === "yesno" || isClosedQuestion(text, language))
  ) {
    return { type: "yesno", isYesNo: true, cues: [yesNo.span] };
  }
  if (first === undefined) return { type: "statement", isYesNo: false, cues: [] };
  const { type, cues } = settle(first, found, text, lexicon, vocabulary);
  return { type, isYesNo: false, cues: [...cues, ...furtherCues(first, text)] };
}

interface Found {
  readonly type: AnswerType;
  readonly everywhere: RegExp;
  readonly span: Span;
}

/** 是干什么的，担任什么职务: a question may ask for one thing in two ways. */
function furtherCues({ everywhere, span }: Found, text: string): Span[] {
  return [...text.slice(span.end).matchAll(everywhere)]
    .filter((match) => match[0].trim() !== "")
    .map((match) => ({ start: span.end + match.index, end: span.end + match.index + match[0].length }));
}

function isClosedQuestion(text: string, language: Language): boolean {
  return language === "zh"
    ? /(?:吗|是不是|对吗|是吗|对吧|是吧)$/u.test(text) && !/(?:什么|多少|哪|谁|怎么)/u.test(text)
    : /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|isn't|aren't|wasn't|didn't)\b/u.test(text);
}

/** Settles cues that depend on what stands before them. */
function settle(
  first: { type: AnswerType; span: Span },
  found: readonly { type: AnswerType; span: Span }[],
  text: string,
  lexicon: Lexicon,
  vocabulary: Vocabulary,
): { type: AnswerType; cues: Span[] } {
  const before = text.slice(0, first.span.start).replace(/[的\s,，]+$/u, "");
  const why = found.find(({ type, span }) => type === "reason" && WHY.test(text.slice(span.start, span.end)));
  if (why !== undefined && !ABOUT_DIGEST.has(first.type)) {
    const closing = found.find(({ span }) => span.start > why.span.end && span.end === text.length);
    return closing !== undefined && CLOSING.test(text.slice(closing.span.start))
      ? { type: closing.type, cues: [closing.span] }
      : { type: "reason", cues: [why.span] };
  }
  const cues = [first.span];
  if (first.type === "person") {
    const cue = text.slice(first.span.start, first.span.end);
    if (/叫|名字|姓名/u.test(cue) && !REAL_NAME.test(cue) && !namesPerson(before, lexicon))
      return { type: "name", cues };
    if (
      isPersonName(before, vocabulary) ||
      isPersonName(text.slice(first.span.end).replace(/^(?:是|is|was|\s)+/u, ""), vocabulary)
    )
      return { type: "post", cues };
  }
  if (
    first.type === "share" &&
    /增长|增加|减少|上升|上涨|下降|下滑|回落|激增|扩大|增幅|同比|环比|涨|降|跌|\b(?:grow|grew|rise|rose|fall|fell|increase|decrease|drop|up by|narrow)/u.test(
      text,
    ) &&
    !/占|贡献|比例|比重|份额|\bshare\b/u.test(text) &&
    !REACHED.test(text)
  )
    return { type: "change", cues };
  if (first.type === "share" && POINTS.test(text)) return { type: "change", cues };
  if (first.type === "summary" && namesSomeone(text, vocabulary)) return { type: "opinion", cues };
  if (first.type === "definition" && found.some(({ type }) => type === "list") && isPersonName(before, vocabulary))
    return { type: "post", cues };
  if (first.type === "compare" || first.type === "opinion") return { type: first.type, cues: [tightCue(first, text)] };
  return { type: first.type, cues };
}

/** 占比掉了多少个百分点 "by how many points did its share fall". */
const POINTS = /(?:多少|几)个?百分点|\bhow many (?:percentage )?points\b/u;

/** What only somebody has: a name behind the one that everybody says. */
const REAL_NAME = /本名|真名|真实姓名/u;

/** 涨到几成 "to how much it rose" asks for the level that was reached. */
const REACHED = /(?:涨|升|增|提高|扩大|降|跌|减|缩|收窄)(?:至|到)(?:了)?(?:几|多少|百分之几)/u;

/** Asks for a reason whatever else the question speaks of: 吕大良为什么辞去…的职务 is not about a post. */
const WHY = /为什么|为何|为啥|^why$/u;

/** 出来解释为何关店的是谁 "who came out to explain why": the question at the end is the one asked. */
const CLOSING = /^(?:是谁|是哪|叫什么|在哪)/u;

const ABOUT_DIGEST: ReadonlySet<AnswerType> = new Set(["contents", "people", "author", "summary", "opinion"]);

function namesPerson(before: string, lexicon: Lexicon): boolean {
  return new RegExp(
    `(?:${lexicon.names.titles}|人|者|员|家|谁|老总|老板|领导|头儿|小哥|大哥|大姐|小伙|姑娘|师傅|店主|男子|女子|男孩|女孩|农户|老汉|大妈|大爷|大叔|阿姨|先生|女士|学生|网友)$`,
    "u",
  ).test(before);
}

function namesSomeone(text: string, vocabulary: Vocabulary): boolean {
  return [...vocabulary.people].some(
    (name) => text.includes(name) || name.split("·").some((part) => part.length > 1 && text.includes(part)),
  );
}

function isPersonName(words: string, vocabulary: Vocabulary): boolean {
  const name = words.replace(/^(?:请问|那|那么|文中的?|报道中的?)/u, "").trim();
  if (vocabulary.people.has(name)) return true;
  return (
    /^[a-z' .-]{3,40}$/u.test(name) && wordingsOf(name, vocabulary).some((wording) => isPerson(wording, vocabulary))
  );
}

/** What a Latin name may be in Chinese, by its sound: the name, or the last part of it. */
function wordingsOf(name: string, vocabulary: Vocabulary): string[] {
  const known = [name, name.split(" ").at(-1) ?? ""].map((part) => vocabulary.translations.get(englishKey(part)));
  return [
    ...vocabulary.soundsLike(name),
    ...known.flatMap((translation) => translation?.alternatives.map(({ text }) => text) ?? []),
  ];
}

function isPerson(wording: string, vocabulary: Vocabulary): boolean {
  return [...vocabulary.people].some((person) => person === wording || person.split("·").includes(wording));
}

/** A comparison's cue holds what is compared; only its question words are no content. */
function tightCue(cue: { type: AnswerType; span: Span }, text: string): Span {
  const words = text.slice(cue.span.start, cue.span.end);
  const match = /哪一?(?:个|项|种|方|边|类|家|里)|谁|which|who|compare|怎么.*|如何.*|怎样.*/u.exec(words);
  if (match === null || cue.type === "opinion") return cue.span;
  return { start: cue.span.start + match.index, end: cue.span.start + match.index + match[0].length };
}

/** What a figure measures by the words of the question: 多少点 → point, 占比 → percent. */
export function askedDimensions(folded: string, type: AnswerType): readonly Dimension[] {
  if (type === "share") return ["percent"];
  if (type === "duration")
    return /how long (?:is|are|was) (?!it )/u.test(folded) ? ["length", "duration"] : ["duration", "age"];
  if (type === "change" && !/百分之|百分点|多少%|几成/u.test(folded))
    return ["percent", "point", "ratio", "money", "count"];
  for (const [pattern, dimensions] of DIMENSION_CUES) if (pattern.test(folded)) return dimensions;
  return [];
}

const DIMENSION_CUES: readonly (readonly [RegExp, readonly Dimension[]])[] = [
  [
    /百分之|百分比|多少%|几成|占比|比例|比重|份额|率(?:是|为|有|达|多少|(?:[升降涨跌提高增减回落]+[到至了]?)(?:多少|几)|(?:有)?多[高大低]|$|\?|？)|percent|\brate\b|\bshare\b(?! prices?| capital|holders?)|proportion/u,
    ["percent"],
  ],
  [/增幅|涨幅|增速|降幅|跌幅/u, ["percent", "point", "ratio"]],
  [/手续费|佣金|抽成|提成|费率|\b(?:fee|commission)s?\b/u, ["money", "percent", "count"]],
  [/多少个?(?:百分)?点|几个(?:百分)?点|指数(?:是|为|达|多少|到)|\bpoints?\b|\bindex\b/u, ["point", "percent"]],
  [/面积|多大地方|平方米|\barea\b|square/u, ["area"]],
  [/\bhow (?:large|big)\b|\bwhat size\b/u, ["area", "money", "count", "volume", "length", "percent", "point"]],
  [/第几|哪一?届|几届|which edition|what edition/u, ["ordinal"]],
  [
    /多少(?:亿|万)?(?:元|钱|块|毛|税|租金|运费|房租|保费|工资|利息|押金|定金)|几(?:块|毛)|how much (?:money|revenue|did .* (?:cost|pay|raise|invest|earn))|how many (?:million |billion )?(?:yuan|dollars|euros|pounds)/u,
    ["money"],
  ],
  [
    /多少(?:个(?![亿万])|家|名|位|号?人|种|项|款|件|篇|场|次|辆|台|座|所|条|国|户|只|组|份|套|届)|几(?:个(?![亿万])|家|名|位|人|种|项|款|件|篇|场|次|辆|台|座|所|条|国|户|只|组|份|大)|数量|人数|how many|number of/u,
    ["count"],
  ],
  [/(?:多少|几[十百千]?)个?亿(?!\p{Script=Han})|\bhow many (?:million|billion)s?\b/u, ["money", "count"]],
  [
    /(?:赔|罚|捐|募|筹|融|花|付|缴|[要得需须该]交|交[了纳付给]|赚|挣|亏|砸|烧)[\p{Script=Han}]{0,8}多少|多少\p{Script=Han}{0,3}税|多少(?:赔[偿款付]|罚[款金]|补[贴助偿]|奖[励金]|保费|押金|佣金)|\b(?:how much|what)\b.* (?:pay|paid|fined?|raised?|spend|spent|invest|earn|lose|lost|cost|donate|charged?|sell online|sold online|take in|shell out|fetch|s[eo]l[ld] for|go for|went for)/u,
    ["money", "count"],
  ],
  [/金额|总额|\bvalue of\b/u, ["money"]],
  [
    /(?:销售|零售|交易|成交|营业|投资|融资|进出口|进口|出口|贸易|合同|签约)(?:总)?额|产值|营收|收入|利润|造价|票价|价格|gmv(?!的?占)|\b(?:revenue|sales|price|cost|turnover|profit|exports?|imports?|worth|investment|funding)\b/u,
    ["money", "count", "percent"],
  ],
  [/多少公里|多远|多宽|多深|多厚|how (?:far|tall|wide|deep)\b/u, ["length"]],
  [/多长(?!时间)|多高|how high\b/u, ["length", "count"]],
  [
    /(?<!规模|盘子|总量|体量|市场|缺口|影响|力度)(?:有|是)多大/u,
    ["area", "volume", "length", "count", "mass", "money", "percent"],
  ],
  [/多重|多少吨|多少公斤|how heavy|tonnes/u, ["mass"]],
  [/多少岁|几岁|多大年纪|年龄|how old/u, ["age"]],
  [/有多少(?:呢|啊|呀|了)?[?？]?$/u, ["count", "money", "area", "length", "mass", "volume", "point"]],
  [/多少度(?!电)|温度|temperature/u, ["temperature"]],
];
