import type { Reading, Sentence } from "../fact/reading.ts";
import type { Span } from "../text/span.ts";

/** Tells whether a figure or date is what another one replaced: 12亿元 in 由12亿元下调至10.5亿元 "cut from 1.2 to 1.05 billion". */
export function isFormerValue({ folded }: Reading, sentence: Sentence, { start, end }: Span): boolean {
  const before = folded.slice(Math.max(sentence.start, start - LEAD), start);
  const after = folded.slice(end, Math.min(sentence.end, end + 24));
  return (
    (FROM.test(before) && TO.test(after)) ||
    (MISTAKEN.test(before) && CORRECTED.test(after)) ||
    (ONCE.test(folded.slice(sentence.start, start)) && SINCE.test(folded.slice(end, sentence.end)))
  );
}

/** 以前平均要六个小时,试运行期间缩短到一个半小时 "it used to take six hours, and was cut to one and a half". */
const ONCE = /(?:以前|从前|过去|原来|原先|此前)[^。;；]{0,40}$|\bused to [^.;]{0,40}$/u;
const SINCE =
  /^[,，][^。;；,，]{0,12}(?:缩短|降|减|增|提高|升|涨|压缩|扩大|变)[至到成为]|^,? (?:but )?(?:now|has (?:fallen|risen)|fell|rose) /u;

/** 误作27万亩，应为25.7万亩 "misprinted as 270,000, should be 257,000". */
const MISTAKEN = /(?:误[作为写登成印]|错[登写印])[作为成]?$/u;
const CORRECTED = /^[^。]{0,10}(?:应为|应是|更正为|实为)/u;

/** Tells whether the words that lead to a former value say when it was so: 由去年的31%降到24%, not 将全年目标由176亿件下调. */
export function isDatedFormerValue({ folded }: Reading, sentence: Sentence, value: Span): boolean {
  const lead = Math.max(sentence.start, value.start - LEAD);
  const from = lead + folded.slice(lead, value.start).search(FROM);
  return sentence.mentions.some(
    (mention) =>
      mention.kind === "period" && mention.interval !== null && mention.end <= value.start && mention.start > from,
  );
}

/** How far before a former value the word may stand that says so, in UTF-16 units. */
const LEAD = 14;

/** Tells whether a question asks for what was before a change: 原来是多少 "what was it before". */
export function asksForFormer(folded: string): boolean {
  return ASKS_FORMER.test(folded);
}

const FROM = /(?:由|从|自|将)[^,，。;；到至]{0,12}$|\bfrom (?:about |around |nearly |over |more than |some |an? )?$/u;

const TO =
  /^[^,，。;；、]{0,10}?(?:到|至|为|成)[约近超]?[\d一二两三四五六七八九十百千万]|^,? (?:[a-z.]+ ){0,5}to (?:[a-z]+ ){0,2}[$€£¥]?(?:cny |rmb |us\$)?\d/u;

const ASKS_FORMER =
  /(?:之前|以前|此前)[,，]?.{2,30}(?:多少|多长|多久|几)|原来|原先|原本|起初|此前|以前|(?<!目|之)前(?:是|为)?(?:多少|几)|之前(?:是|为)?(?:多少|几)|[由从](?:多少|几|什么|哪)|\b(?:previously|original(?:ly)?|initial(?:ly)?|used to be|formerly|before (?:that|the (?:change|cut|rise|increase|revision|correction)))\b|\bfrom (?:what|how)\b/u;
