import type { Period } from "../fact/mention.ts";
import { yearBefore } from "../fact/period-calendar.ts";
import type { Query } from "../question/query.ts";

/** The two periods that a question sets against each other; 从2023年到2024年 is a range whose ends are meant. */
export function periodsCompared(query: Query): Period[] {
  const [only] = query.periods;
  if (query.periods.length !== 1 || only === undefined || only.interval === null)
    return query.periods.filter((period) => period.interval !== null);
  if (only.precision === "years")
    return [only.interval.from, only.interval.to].map((date) => ({
      ...only,
      precision: "year",
      interval: { from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` },
    }));
  return YEAR_BEFORE.test(query.folded) ? [only, { ...only, interval: yearBefore(only.interval) }] : [only];
}

/** Words for the year before one that the question names; those for the year before today's are periods themselves. */
const YEAR_BEFORE =
  /前一年|上年同期|去年同期|同期|\bthe year before\b|\ba year (?:earlier|before)\b|\bthe same period\b/u;
