import { periodAt } from "../fact/context.ts";
import type { Period } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { Query } from "../question/query.ts";
import type { Proposal } from "./proposal.ts";

export function periods(query: Query, reading: Reading, sentence: Sentence): Proposal[] {
  return sentence.mentions.flatMap((mention) => {
    if (mention.kind !== "period") return [];
    const isStated = query.periods.some(
      (period) =>
        period.interval !== null &&
        period.interval.from === mention.interval?.from &&
        period.interval.to === mention.interval.to,
    );
    const bound = isStated ? 0.1 : figurePeriodFit(query, reading, sentence, mention);
    return [{ span: { start: mention.start, end: mention.end }, mention, fit: bound * periodFit(query, mention) }];
  });
}

/** Where the question states a figure (收窄到19.3%是哪年), its own period answers, not another of the sentence. */
function figurePeriodFit(query: Query, reading: Reading, sentence: Sentence, period: Period): number {
  const figure = sentence.mentions.find(
    (mention) => mention.kind === "quantity" && query.quantities.some((asked) => asked.value.eq(mention.value)),
  );
  if (figure === undefined) return 1;
  const own = periodAt(reading, sentence, figure.start);
  return own === null || own.start === period.start ? 1 : 0.4;
}

/** 哪一天 asks for a day, 哪一年 for a year; open questions are best answered by a day. */
function periodFit(query: Query, { precision }: Period): number {
  if (precision === "vague") return 0.45;
  if (/哪一?[天日]|几[号日]|日期|\b(?:date|day)\b/u.test(query.folded)) return precision === "day" ? 1 : 0.3;
  if (/哪一?年|\byear\b/u.test(query.folded)) return precision === "year" ? 1 : 0.6;
  if (/几月|哪个?月|\bmonth\b/u.test(query.folded)) return precision === "month" ? 1 : 0.6;
  return precision === "day" ? 1 : precision === "month" ? 0.85 : 0.7;
}
