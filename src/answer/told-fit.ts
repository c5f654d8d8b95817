import type { Quantity } from "../fact/mention.ts";
import type { Reading, Sentence } from "../fact/reading.ts";
import type { CueLexicon } from "../lexicon/cue-lexicon.ts";
import { ANY_UNIT } from "../lexicon/per-unit.ts";
import type { Query } from "../question/query.ts";
import { isCorrected } from "./corrected.ts";
import { clauseAt } from "./proposal.ts";

/** How well a figure agrees, in what is said of it, with the way in which a question asks for one. */
type ToldFit = (reading: Reading, sentence: Sentence, figure: Quantity) => number;

/** Reads from a question once what is to be said of each figure: what it is per, what became of it, that it was put right. */
export function prepareToldFit(query: Query, cues: CueLexicon): ToldFit {
  const per = cues.perUnits.asked(query.folded);
  const ways: readonly (ToldFit | null)[] = [
    per === null ? ofAll(query, cues) : ofOne(per, cues),
    correctedFit(query, cues),
    outcomeFit(query, cues),
  ];
  const asked = ways.filter((way) => way !== null);
  return (reading, sentence, figure) => asked.reduce((fit, way) => fit * way(reading, sentence, figure), 1);
}

/**
 * How well a figure agrees with what the question asks it per: 平均每票收多少 "how much a parcel" wants 单票收入2.08元, and not
 * what all of them brought in.
 */
function ofOne(per: string, { perUnits }: CueLexicon): ToldFit {
  return ({ folded }, sentence, figure) => {
    const end = Math.min((clauseAt(sentence, figure) ?? sentence).end, figure.end + PER_UNIT_AFTER);
    const told = perUnits.told(folded, { start: sentence.start, end });
    const isSaid = told.length > 0 && (per === ANY_UNIT || told.includes(per));
    return isSaid ? PER_UNIT : OTHER_UNIT_OR_ALL;
  };
}

/** How a figure fits that is said to be per what is asked, and one of all or per something else. */
const PER_UNIT = 1.1;
const OTHER_UNIT_OR_ALL = 0.85;

/** How far behind a figure what it is per may stand, in UTF-16 units: 3元一箱, "6,500 yuan a month". */
const PER_UNIT_AFTER = 14;

/** 一斤14.5元 "14.5 yuan a pound" doesn't say for how much all was sold. Null where that isn't asked. */
function ofAll({ folded: asked, dimensions }: Query, { perUnits }: CueLexicon): ToldFit | null {
  if (!dimensions.includes("money") || !ALL_ASKED.test(asked)) return null;
  return ({ folded }, sentence, figure) => {
    if (figure.dimension !== "money") return 1;
    const clause = clauseAt(sentence, figure) ?? sentence;
    return perUnits.told(folded, { start: clause.start, end: figure.end }).length === 0 ? 1 : PER_UNIT_FOR_ALL;
  };
}

const ALL_ASKED =
  /卖了|卖掉|卖出|一共|总共|总计|营业额|营收|销售额|成交额|零售额|\b(?:sales|revenue|turnover|in total)\b/u;

/** How a price or an average fits where all that was sold is asked for. */
const PER_UNIT_FOR_ALL = 0.6;

/** 改成多少了 "what was it corrected to" wants 由9120万元更正为8340万元. Null where that isn't asked. */
function correctedFit({ folded }: Query, cues: CueLexicon): ToldFit | null {
  if (!cues.corrections.asked.test(folded)) return null;
  return (reading, sentence, figure) => (isCorrected(reading, sentence, figure, cues) ? RIGHT : NOT_PUT_RIGHT);
}

/** How a figure fits that is said to be the right one where such is asked for, and one that isn't. */
const RIGHT = 1.2;
const NOT_PUT_RIGHT = 0.85;

/** 亏了多少 "how much was lost" wants what is said to be lost, 净亏损1.86亿元, and not what was sold. Null where neither is asked. */
function outcomeFit({ folded: asked }: Query, { outcomes }: CueLexicon): ToldFit | null {
  const outcome = outcomes.find((one) => one.asked.test(asked));
  if (outcome === undefined) return null;
  return ({ folded }, sentence, figure) => {
    const lead = folded.slice(Math.max(sentence.start, figure.start - OUTCOME), figure.start);
    return outcome.told.test(/[^,，;；。]*$/u.exec(lead)?.[0] ?? "") ? SAID_SO : NOT_SAID;
  };
}

const SAID_SO = 1.1;
const NOT_SAID = 0.7;
/** So far before a figure it is said what became of it, in UTF-16 units. */
const OUTCOME = 16;
