import type { Span } from "../text/span.ts";

/** What figures may be told per, each with the words for it: 件, 票, 单, parcel. */
export type PerUnits = readonly (readonly string[])[];

/** Finds what a figure is asked or told per. */
export interface PerUnitWords {
  /** What a question asks per: 箱 in 一箱能拿多少提成 "how much commission a box"; ANY_UNIT in 平均 "on average"; null for nothing. */
  readonly asked: (question: string) => string | null;
  /** What a text tells per, by the first word of each kind; ANY_UNIT for an average. */
  readonly told: (folded: string, span: Span) => readonly string[];
}

/** An average, of whatever. */
export const ANY_UNIT = "*";

/** Compiles what figures may be told per. */
export function compilePerUnits(kinds: PerUnits): PerUnitWords {
  const all = kinds.flat().sort((a, b) => b.length - a.length);
  const han = all.filter((word) => !/^[a-z]/u.test(word)).join("|");
  const latin = all.filter((word) => /^[a-z]/u.test(word)).join("|");
  const english = String.raw`\b(?:per|each|every|an?) (?<english>${latin})\b`;
  const asked = [
    new RegExp(String.raw`每一?个?(?<unit>${han})|(?<of>${han})均|${english}(?=[^.]*$)`, "u"),
    new RegExp(String.raw`(?<![第\d唯统同])一个?(?<unit>${han})(?![级号线共旦])[^,，。]{0,10}(?:多少|几)`, "u"),
    new RegExp(String.raw`(?:多少|几)(?:钱|元|块|毛)一个?(?<unit>${han})`, "u"),
  ];
  const told = new RegExp(
    String.raw`(?:每一?个?|[单/]|一个?)(?<unit>${han})|(?<of>${han})(?:均|(?=[薪销租产供活发订配揽客接运处交]))|${english}`,
    "gu",
  );
  const kindOf = ({ groups }: RegExpMatchArray | RegExpExecArray): string => {
    const unit = groups?.["unit"] ?? groups?.["of"] ?? groups?.["english"] ?? "";
    return kinds.find((kind) => kind.includes(unit))?.[0] ?? unit;
  };
  return {
    asked: (question) => {
      for (const pattern of asked) {
        const match = pattern.exec(question);
        if (match !== null) return kindOf(match);
      }
      return AVERAGE.test(question) ? ANY_UNIT : null;
    },
    told: (folded, { start, end }) => {
      const text = folded.slice(start, end);
      return [...[...text.matchAll(told)].map(kindOf), ...(AVERAGE.test(text) ? [ANY_UNIT] : [])];
    },
  };
}

const AVERAGE = /平均|均价|\baverage\b|\bmean\b/u;
