import type { Lexicon } from "../fact/lexicon.ts";
import type { Quantity } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import { asksForFormer, isDatedFormerValue, isFormerValue } from "./former-value.ts";
import type { Proposal } from "./proposal.ts";
import { clauseAt } from "./proposal.ts";
import { isSameFigure } from "./same-figure.ts";
import { prepareToldFit } from "./told-fit.ts";

export function figures(query: Query, reading: Reading, sentence: Sentence, { cues }: Lexicon): Proposal[] {
  const toldFit = prepareToldFit(query, cues);
  return sentence.mentions.flatMap((mention) =>
    mention.kind === "quantity"
      ? [
          {
            span: { start: mention.start, end: mention.end },
            mention,
            fit: figureFit(query, reading, sentence, mention) * toldFit(reading, sentence, mention),
          },
        ]
      : [],
  );
}

/** How a value before a change fits where the new one is asked for, and the other way round. */
const OTHER_SIDE_OF_CHANGE = 0.5;

/** How well a figure is of the asked kind (一场 is "a" more often than a count of one): its dimension, level against movement, the things it counts. */
function figureFit(query: Query, reading: Reading, sentence: Sentence, figure: Quantity): number {
  const { folded } = reading;
  if (
    !query.isYesNo &&
    query.quantities.some(
      (asked) =>
        isSameFigure(query, asked, reading, figure) && (asked.dimension === figure.dimension || figure.unit === ""),
    )
  )
    return 0.1;
  let fit = isOtherSideOfChange(query, reading, sentence, figure) ? OTHER_SIDE_OF_CHANGE : 1;
  if (isOtherBound(query.folded, folded.slice(Math.max(0, figure.start - 12), figure.end))) fit *= OTHER_BOUND;
  if (TOTAL.test(query.folded) && !TOTAL.test(folded.slice(Math.max(0, figure.start - TOTALLED), figure.start)))
    fit *= PART;
  if (query.dimensions.length > 0) {
    const rank = query.dimensions.indexOf(figure.dimension);
    if (rank < 0 || (query.dimensions[0] === "money" && isCountOfThings(reading, figure))) return 0.1;
    fit -= rank * 0.15;
  } else if (figure.dimension === "ordinal") return 0.15;
  if (figure.dimension === "count" && figure.value.eq(1) && folded.charAt(figure.start) === "一") fit *= 0.5;
  if (query.counter !== null && !isCounter(query, folded, figure, query.counter))
    fit *= figure.dimension === "count" ? (figure.unit === "" ? OTHER_COUNTER : OTHER_UNIT) : 0.4;
  const clause = clauseAt(sentence, figure);
  const isMovement = figure.change !== null;
  if (query.type === "change") {
    const namesMovement =
      clause !== undefined &&
      (/增幅|增速|涨幅|降幅|growth|increase|decline/u.test(folded.slice(sentence.start, figure.end)) ||
        /\bby (?:about |over |nearly )?$/u.test(folded.slice(Math.max(0, figure.start - 12), figure.start)));
    if (!isMovement) fit *= figure.dimension === "percent" && namesMovement ? 0.9 : 0.35;
  } else if (isMovement && !query.dimensions.includes("percent")) fit *= 0.4;
  else if (isMovement && query.type === "share") fit *= 0.3;
  if (
    query.direction !== null &&
    figure.change !== null &&
    figure.change.direction !== query.direction &&
    query.type === "change"
  )
    fit *= 0.4;
  if (query.base !== null && figure.change?.base != null && figure.change.base !== query.base) fit *= 0.3;
  return fit * countedFit(query, reading, figure);
}

/** How a count of 个 fits where 份 were asked for: what is counted goes by several measure words. */
const OTHER_COUNTER = 0.7;

/** 三省 "three provinces" where 件 "parcels" were asked for. */
const OTHER_UNIT = 0.35;

/** 三省 "three provinces" is no amount of money, though amounts may be written without a unit. */
function isCountOfThings({ folded }: Reading, figure: Quantity): boolean {
  return figure.dimension === "count" && !/[\d万亿]$/u.test(folded.slice(figure.start, figure.end));
}

/** How a figure fits that isn't said to be a total, where one is asked for: 一共 "in all". */
const PART = 0.85;
const TOTAL =
  /一共|总共|总计|合计|累计|共计|(?<![公同])共(?=\p{Script=Han}?[\d一二三四五六七八九十百千]|有|多少)|\b(?:in total|in all|altogether|overall|total(?:l?ed|l?ing)?)\b/u;
/** So far before a figure it is said that it is a total, in UTF-16 units. */
const TOTALLED = 12;

/** How a least figure fits where the most is asked for. */
const OTHER_BOUND = 0.4;
const MOST = /最多|至多|最高|上限|\bat most\b|\bmaximum\b/u;
const LEAST = /最少|至少|最低|下限|\bat least\b|\bminimum\b/u;

/** 最少 1 个、最多 6 个 "at least 1, at most 6": the last such word before a figure says which it is. */
function isOtherBound(asked: string, figure: string): boolean {
  const [most, least] = [MOST, LEAST].map((bound) => figure.search(bound));
  if (most === undefined || least === undefined || most === least) return false;
  return most > least ? LEAST.test(asked) && !MOST.test(asked) : MOST.test(asked) && !LEAST.test(asked);
}

/** Where the question names a period, and so does the value before the change (从2023年的…), the periods decide. */
function isOtherSideOfChange(query: Query, reading: Reading, sentence: Sentence, figure: Quantity): boolean {
  if (isFormerValue(reading, sentence, figure))
    return (
      !asksForFormer(query.folded) && (query.periods.length === 0 || !isDatedFormerValue(reading, sentence, figure))
    );
  return asksForFormer(query.folded) && sentence.mentions.some((other) => isFormerValue(reading, sentence, other));
}

/** 多少家 asks for 家; 多少点 for 点. 个 and 名 stand for any count. */
function isCounter(query: Query, folded: string, figure: Quantity, counter: string): boolean {
  if (folded.slice(figure.start, figure.end).includes(counter)) return true;
  if (counter.endsWith("点"))
    return figure.dimension === "point" || (figure.dimension === "percent" && query.type === "change");
  return ANY_COUNTER.has(counter) && figure.dimension === "count" && !PLACES.has(figure.unit);
}

const ANY_COUNTER: ReadonlySet<string> = new Set(["个", "名", "人", "位"]);

/** 五省 "five provinces" is no count of anything else. */
const PLACES: ReadonlySet<string> = new Set(["省", "市", "县", "区", "国", "地", "村", "镇"]);

/** For 多少商家 the figure counts 商家: the words after it say so. */
function countedFit(query: Query, reading: Reading, figure: Quantity): number {
  if (query.focus === null || figure.dimension !== "count") return 1;
  const after = /^[^,，。;；:：、]*/u.exec(reading.folded.slice(figure.end, figure.end + 16))?.[0] ?? "";
  const before =
    /[^,，。;；:：、]*$/u.exec(reading.folded.slice(Math.max(0, figure.start - 8), figure.start))?.[0] ?? "";
  const counts = query.focus.alternatives.some(
    (alternative) =>
      after.includes(alternative.text) ||
      before.includes(alternative.text) ||
      reading.folded.slice(figure.start, figure.end).includes(alternative.text),
  );
  if (counts) return 1;
  if (query.focus.alternatives.some(({ text, isHan }) => isHan && countsWiderThing(after, text))) return 0.4;
  return figure.unit === "" && isOtherThing(query, after) ? 0.35 : 0.75;
}

/** 230万主播 "2.3 million streamers" counts what the question doesn't speak of. */
function isOtherThing({ folded }: Query, after: string): boolean {
  return /^\p{Script=Han}{2}/u.test(after) && !folded.includes(after.slice(0, 2));
}

/** 230万主播 counts streamers of every kind where 头部主播 "top streamers" was asked for. */
function countsWiderThing(after: string, asked: string): boolean {
  return Array.from(asked).some((_, i) => i > 0 && asked.length - i >= 2 && after.startsWith(asked.slice(i)));
}
