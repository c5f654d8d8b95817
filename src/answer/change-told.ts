import type { ChangeWords } from "../lexicon/change-words.ts";
import type { Quantity } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import { isComparable, levelsIn } from "./computation.ts";
import { isFormerValue } from "./former-value.ts";

/** What a value is compared with: that of the year before, of the year's start, or of no said time. */
export type ChangeBase = "year" | "start" | "open";

/** The values before and after a change that one sentence tells: 由45人增至120人 "from 45 to 120 people". */
export interface ChangeTold {
  readonly before: Quantity;
  readonly after: Quantity;
  readonly base: ChangeBase;
  /** What is said of the value before, up to its figure: 老场地的 in 由老场地的80万件提高到240万件. */
  readonly lead: string;
}

/** Finds the change that a figure of a sentence has a part in; null where the sentence tells of one value alone. */
export function changeTold(
  reading: Reading,
  sentence: Sentence,
  figure: Quantity,
  words: ChangeWords,
): ChangeTold | null {
  const levels = levelsIn(sentence);
  for (const [i, first] of levels.entries()) {
    const second = levels[i + 1];
    if (second === undefined || !isComparable(first, second) || (figure !== first && figure !== second)) continue;
    const told = toldBy(reading, sentence, first, second, words);
    if (told !== null) return told;
  }
  return null;
}

function toldBy(
  reading: Reading,
  sentence: Sentence,
  first: Quantity,
  second: Quantity,
  words: ChangeWords,
): ChangeTold | null {
  const { folded } = reading;
  const lead = clausesBefore(folded, sentence.start, first.start, 1);
  const gap = folded.slice(first.end, second.start);
  if (isFormerValue(reading, sentence, first) && !/[;。]/u.test(gap))
    return { before: first, after: second, ...said(lead.split(/[由从自]|\bfrom\b/u).at(-1) ?? "", words) };
  const led = (words.formerLead.exec(gap) ?? words.beyond.exec(gap))?.[0] ?? null;
  if (led !== null) return { before: second, after: first, ...said(led, words) };
  const dated = words.against.test(gap) ? words.formerAfter.exec(folded.slice(second.end, second.end + 40)) : null;
  if (dated !== null) return { before: second, after: first, ...said(dated[0], words) };
  // 过去要50分钟,现在12分钟: the first clause says that it was so, the second that it is.
  const then = clausesBefore(folded, sentence.start, first.start, 2);
  return words.now.test(gap) && words.formerly.test(then)
    ? { before: first, after: second, ...said(then, words) }
    : null;
}

/** What stands before a place in its clause, or in that and the one before. */
function clausesBefore(folded: string, from: number, at: number, count: 1 | 2): string {
  return folded
    .slice(from, at)
    .split(/[,;，；]/u)
    .slice(-count)
    .join(",");
}

function said(lead: string, { year, start }: ChangeWords): Pick<ChangeTold, "base" | "lead"> {
  return { lead, base: year.test(lead) ? "year" : start.test(lead) ? "start" : "open" };
}

/** What a question compares with, where it says so: 比前一年 "than the year before", 较年初. */
export function baseAsked(folded: string, words: ChangeWords): ChangeBase | null {
  if (words.year.test(folded)) return "year";
  return words.start.test(folded) ? "start" : null;
}
