import { describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { ANY_UNIT } from "../../src/lexicon/per-unit.ts";

const { perUnits } = openLexicon().cues;

describe("what a figure is per", () => {
  it.each([
    ["平均每票收多少钱", "件"],
    ["卖一箱能拿多少提成", "箱"],
    ["租一台多少钱一个月", "台"],
    ["what does it charge a month", "月"],
    ["平均花多少", ANY_UNIT],
    ["第一季度卖了多少", null],
    ["一共卖了多少", null],
  ])("is asked by %s", (question, unit) => {
    expect(perUnits.asked(question)).toBe(unit);
  });

  it.each([
    ["单票收入2.08元", ["件"]],
    ["租金每月6500元", ["月"]],
    ["日均订单118万单", ["天"]],
    ["月薪7200元", ["月"]],
    ["营收118.7亿元", []],
  ])("is told by %s", (text, units) => {
    expect(perUnits.told(text, { start: 0, end: text.length })).toEqual(units);
  });
});
