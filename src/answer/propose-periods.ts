import { isSameInterval, isWithin } from "../fact/period-calendar.ts";
import { periodAt } from "../fact/context.ts";
import type { Lexicon } from "../fact/lexicon.ts";
import type { Period } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { TimeRole } from "../lexicon/role-words.ts";
import type { Query } from "../question/query.ts";
import { asksForFormer } from "./former-value.ts";
import type { Proposal } from "./proposal.ts";

export function periods(query: Query, reading: Reading, sentence: Sentence, lexicon: Lexicon): Proposal[] {
  const asked = ROLES.find((role) => lexicon.cues.times[role].asked.test(query.folded)) ?? null;
  return sentence.mentions.flatMap((mention) => {
    if (mention.kind !== "period") return [];
    const isStated = query.periods.some(
      (period) => period.interval !== null && isSameInterval(period.interval, mention.interval),
    );
    const bound = isStated
      ? 0.1
      : figurePeriodFit(query, reading, sentence, mention) *
        yearFit(query, mention) *
        formerFit(query, reading, mention);
    return [
      {
        span: { start: mention.start, end: mention.end },
        mention,
        fit: bound * periodFit(query, mention) * roleFit(asked, roleOf(reading, sentence, mention, lexicon)),
      },
    ];
  });
}

/** 明年哪天开 "on which day of next year" wants a day of that year. */
function yearFit({ periods: asked, type }: Query, { interval }: Period): number {
  const [year, another] = asked.filter(({ precision }) => precision === "year");
  if (type !== "time" || interval === null || year === undefined || another !== undefined) return 1;
  return year.interval !== null && isWithin(interval, year.interval) ? 1 : OTHER_YEAR;
}

const OTHER_YEAR = 0.45;

/** 推迟到几号 "put off until when" isn't answered by 原定2月下旬 "first planned for late February". */
function formerFit({ folded: asked }: Query, { folded }: Reading, { start }: Period): number {
  return !asksForFormer(asked) && FIRST_PLANNED.test(folded.slice(Math.max(0, start - 10), start)) ? FORMER : 1;
}

const FIRST_PLANNED = /(?:原定|原计划|原拟|原本)(?:于|在|计划|定于)?$|\boriginally (?:planned|due|set) (?:for|on) $/u;
const FORMER = 0.5;

/** Where the question states a figure (收窄到19.3%是哪年), its own period answers, not another of the sentence. */
function figurePeriodFit(query: Query, reading: Reading, sentence: Sentence, period: Period): number {
  const figure = sentence.mentions.find(
    (mention) =>
      mention.kind === "quantity" &&
      mention.dimension !== "ordinal" &&
      query.quantities.some((asked) => asked.value.eq(mention.value)),
  );
  if (figure === undefined) return 1;
  const own = periodAt(reading, sentence, figure.start);
  return own === null || own.start === period.start ? 1 : 0.4;
}

/** 哪一天 asks for a day, 哪一年 for a year; open questions are best answered by a day. */
function periodFit(query: Query, { precision, interval }: Period): number {
  if (precision === "vague") return 0.45;
  if (BOTH_ENDS.test(query.folded)) return interval !== null && interval.from !== interval.to ? 1 : 0.3;
  if (/哪一?[天日]|几[号日]|日期|\b(?:date|day)\b/u.test(query.folded)) return precision === "day" ? 1 : 0.3;
  if (/哪一?年|\byear\b/u.test(query.folded)) return precision === "year" ? 1 : 0.6;
  if (/几月|哪个?月|\bmonth\b/u.test(query.folded)) return precision === "month" ? 1 : 0.6;
  return precision === "day" ? 1 : precision === "month" ? 0.85 : 0.7;
}

/** 几号到几号 "from which day to which" asks for all of a stretch of days. */
const BOTH_ENDS =
  /(?:几[号日月]|哪一?[天日]|什么时候)(?:开始)?到(?:几[号日月]|哪一?[天日]|什么时候)|起止|\bfrom (?:when|what date) (?:to|until)\b|\bwhat dates\b/u;

const ROLES = ["start", "end", "told"] as const;

/** What a time is by the words beside it; null where they say nothing of it. */
function roleOf({ folded }: Reading, sentence: Sentence, { start, end }: Period, { cues }: Lexicon): TimeRole | null {
  const before = folded.slice(Math.max(sentence.start, start - BESIDE), start);
  const after = folded.slice(end, Math.min(sentence.end, end + BESIDE));
  return ROLES.find((role) => cues.times[role].before.test(before) || cues.times[role].after.test(after)) ?? null;
}

/** How far the words that tell the role of a time stand at most, in UTF-16 units. */
const BESIDE = 40;

/** 办法自8月1日起施行 answers from when it applies; the day on which that was announced answers little else. */
function roleFit(asked: TimeRole | null, role: TimeRole | null): number {
  if (asked === null) return role === "told" ? 0.75 : 1;
  if (asked === role) return asked === "told" ? 1 : 1.25;
  return role === null ? 0.9 : role === "told" ? 0.4 : 0.6;
}
