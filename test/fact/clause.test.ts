import { describe, expect, it } from "vitest";
import { splitClauses } from "../../src/fact/clause.ts";
import { fold } from "../../src/text/fold.ts";
import { slice } from "../../src/text/span.ts";

function split(text: string): [string, number][] {
  return splitClauses(fold(text), { start: 0, end: text.length }).map((clause) => [
    slice(text, clause),
    clause.segment,
  ]);
}

describe("splitClauses", () => {
  it.each<[string, [string, number][]]>([
    [
      "上半年，我国跨境电商进出口约1.32万亿元，同比增长5.7%。",
      [
        ["上半年", 0],
        ["我国跨境电商进出口约1.32万亿元", 0],
        ["同比增长5.7%", 0],
      ],
    ],
    [
      "出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。",
      [
        ["出口约1.03万亿元", 0],
        ["增长4.7%", 0],
        ["进口约2911亿元", 1],
        ["增长9.3%", 1],
      ],
    ],
    ["出口1,234元", [["出口1,234元", 0]]],
    ["12:30开幕", [["12:30开幕", 0]]],
    [
      "进口(约,少)2元，多",
      [
        ["进口(约,少)2元", 0],
        ["多", 0],
      ],
    ],
    [
      "《甲，乙》发布，丙",
      [
        ["《甲，乙》发布", 0],
        ["丙", 0],
      ],
    ],
    [
      "Exports rose - imports fell",
      [
        ["Exports rose", 0],
        ["imports fell", 0],
      ],
    ],
    ["cross-border", [["cross-border", 0]]],
    ["，，", []],
  ])("splits %s", (text, clauses) => {
    expect(split(text)).toEqual(clauses);
  });
});
