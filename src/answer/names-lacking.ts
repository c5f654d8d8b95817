import type { Query } from "../question/query.ts";
import type { RankedCandidate } from "./candidate.ts";
import { countAsked } from "./propose-rows.ts";

/** Tells whether a name is the answer where more were asked for than its sentence has: 那五位都是谁 to 铜奖5名. */
export function isTooFew(query: Query, { sentence, mention }: RankedCandidate): boolean {
  const kind = mention?.kind ?? null;
  const asked = countAsked(query);
  if (asked === null) return false;
  if (kind === null && query.type === "name")
    return sentence.mentions.filter((other) => NAMES.has(other.kind) || other.kind === "quoted").length < asked;
  return kind !== null && NAMES.has(kind) && sentence.mentions.filter((other) => other.kind === kind).length < asked;
}

/** Tells whether the text leaves out the very name that is asked for: 经理邝某 "a manager surnamed Kuang", 某律师事务所. */
export function isWithheld({ folded }: Query, { reading, sentence, span, mention }: RankedCandidate): boolean {
  if (mention === null || !NAMES.has(mention.kind)) return false;
  if (REAL_NAME.test(folded) && !SAID_REAL.test(reading.folded.slice(sentence.start, sentence.end))) return true;
  const isNameAsked = mention.kind !== "person" || /全名|名字|叫什么|叫啥|姓名|\bname\b|\bcalled\b/u.test(folded);
  return isNameAsked && /某/u.test(reading.folded.slice(span.start, span.end));
}

/** 真名叫什么 "what is the real name" is answered only where a text tells one from another. */
const REAL_NAME = /真名|本名|真实姓名|\breal name\b/u;
const SAID_REAL = /真名|本名|原名|真实姓名|实名|\breal name\b|\bborn\b/u;

const NAMES: ReadonlySet<string> = new Set(["person", "organisation", "place"]);
