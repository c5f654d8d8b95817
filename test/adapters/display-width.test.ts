import { array, assert as assertProperty, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { displayWidth, pad, truncate, wrap } from "../../adapters/display-width.ts";

describe("displayWidth", () => {
  it.each([
    ["", 0],
    ["abc", 3],
    ["约1.32万亿元", 12],
    ["「引」", 6],
    ["ＡＢ", 4],
    ["한국어", 6],
    ["カナ", 4],
    ["e\u0301", 1],
    ["👍🏽", 2],
    ["👩‍👩‍👧", 2],
    ["🇨🇳", 2],
    ["\u200b\u0007", 0],
    ["𠮷", 2],
  ])("counts the columns of %j", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("pad and truncate", () => {
  it("fill a cell that holds Chinese", () => {
    expect(pad("进口", 6)).toBe("进口  ");
    expect(pad("进出口额", 6)).toBe("进出口额");
  });

  it("cut at a whole character and say so", () => {
    expect(truncate("跨境电商进出口", 8)).toBe("跨境电…");
    expect(truncate("跨境电商", 8)).toBe("跨境电商");
  });
});

describe("wrap", () => {
  it("breaks Chinese anywhere but before a closing mark, and English at spaces", () => {
    expect(wrap("进口约2911亿元,增长9.3%。", 14)).toEqual(["进口约2911亿", "元,增长9.3%。"]);
    expect(wrap("the port of Ningbo handled", 12)).toEqual(["the port of", "Ningbo", "handled"]);
  });

  it("cuts a word that is wider than a line", () => {
    expect(wrap("https://example.org/a", 10)).toEqual(["https://ex", "ample.org/", "a"]);
  });

  it("loses nothing, and keeps every line within its width", () => {
    const texts = array(constantFrom("中", "，", "a", "bc", " ", "  ", "9.3%", "👍🏽", "”", "。"), { maxLength: 60 }).map(
      (parts) => parts.join(""),
    );
    assertProperty(
      property(texts, integer({ min: 4, max: 30 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
