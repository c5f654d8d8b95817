import { anyOf } from "./any-of.ts";
import type { CuesJson } from "./lexicon-schema.ts";

/** The words by which a text tells what a value was before, and a question asks for it; each pattern reads folded text. */
export interface ChangeWords {
  /** A year earlier: 上年同期, "the year before". */
  readonly year: RegExp;
  /** At the start of the year. */
  readonly start: RegExp;
  /** Any time before, somewhere in a clause. */
  readonly formerly: RegExp;
  /** The same at the end of what stands between two figures, where the second is the former: ,上年为 "the year before". */
  readonly formerLead: RegExp;
  /** At the end of what stands between two figures, where the second is what the first is measured by: ,高于最初估计的 "above the first estimate of". */
  readonly beyond: RegExp;
  /** Between two figures, where what follows the second says when it was so: "against". */
  readonly against: RegExp;
  /** After the second: "a year earlier". */
  readonly formerAfter: RegExp;
  /** At the end of what stands between two figures, where the second is today's: ,现在. */
  readonly now: RegExp;
}

/** Compiles the `changes` of lexicon/cues.json. */
export function compileChangeWords({
  year,
  start,
  open,
  beyond,
  against,
  links,
  now,
}: CuesJson["changes"]): ChangeWords {
  const former = anyOf([...year, ...start, ...open]);
  return {
    year: new RegExp(anyOf(year), "u"),
    start: new RegExp(anyOf(start), "u"),
    formerly: new RegExp(former, "u"),
    formerLead: new RegExp(
      `^[^;。]{0,40}?(?:${former})(?:${anyOf(links)})*$|^[^;。]{0,60}?(?:\\b(?:up|down) from|^ from) (?:\\w+ ){0,2}[$£€a-z]{0,3}$`,
      "u",
    ),
    beyond: new RegExp(
      `(?:${anyOf(beyond)})[^,，;。]{2,16}的$|\\b(?:${anyOf(beyond.filter((word) => /^[a-z]/u.test(word)))}) (?:the|its|their) (?:[\\w-]+ ){1,6}(?:of )?[$£€]?$`,
      "u",
    ),
    against: new RegExp(`(?:${anyOf(against)}) (?:\\w+ ){0,2}[$£€a-z]{0,3}$`, "u"),
    formerAfter: new RegExp(`^ (?:[\\w-]+ ){0,3}(?:${anyOf(year)}|in (?:\\d{4}\\b|${MONTHS}))`, "u"),
    now: new RegExp(`[,;，；][^,;。]{0,6}(?:${anyOf(now)})(?:${anyOf(links)})*$`, "u"),
  };
}

const MONTHS =
  "january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter";
