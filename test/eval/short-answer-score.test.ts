import { describe, expect, it } from "vitest";
import { scoreShortAnswer } from "../../eval/short-answer-score.ts";

describe("scoreShortAnswer", () => {
  it("leaves case, punctuation and English articles out, as SQuAD does", () => {
    expect(scoreShortAnswer("The Orthodox Church.", ["orthodox church"])).toEqual({ exactMatch: 1, f1: 1 });
    expect(scoreShortAnswer("$12", ["12"])).toEqual({ exactMatch: 1, f1: 1 });
    expect(scoreShortAnswer("theatre", ["a theatre an"])).toEqual({ exactMatch: 1, f1: 1 });
  });

  it("counts shared words: two of three given and two of two wanted make F1 0.8", () => {
    expect(scoreShortAnswer("in October 1973", ["October 1973"])).toEqual({ exactMatch: 0, f1: 0.8 });
  });

  it("counts a word as often as both have it", () => {
    expect(scoreShortAnswer("no no no", ["no no yes"]).f1).toBeCloseTo(4 / 6);
    expect(scoreShortAnswer("no no", ["no"]).f1).toBeCloseTo(2 / 3);
  });

  it("takes each Chinese character as a token, and a run of Latin letters or digits as one, as in CMRC 2018", () => {
    // given 约 1 万 元, wanted 1 万 元
    expect(scoreShortAnswer("约1万元", ["1万元"])).toEqual({ exactMatch: 0, f1: 6 / 7 });
    // given 2018 年, wanted 2019 年: digits are no tokens by themselves
    expect(scoreShortAnswer("2018年", ["2019年"])).toEqual({ exactMatch: 0, f1: 0.5 });
    expect(scoreShortAnswer("《泡泡战士》", ["泡泡战士。"])).toEqual({ exactMatch: 1, f1: 1 });
  });

  it("compares apart from width, white space and Traditional characters", () => {
    expect(scoreShortAnswer("１２ 萬元", ["12万元"])).toEqual({ exactMatch: 1, f1: 1 });
    expect(scoreShortAnswer("Cafe\u0301", ["Caf\u00e9"])).toEqual({ exactMatch: 1, f1: 1 });
  });

  it("keeps a Latin letter that is part of a Chinese word", () => {
    expect(scoreShortAnswer("股", ["A股"])).toEqual({ exactMatch: 0, f1: 2 / 3 });
  });

  it("takes the best gold answer for each measure", () => {
    expect(scoreShortAnswer("October", ["October 1973", "October"])).toEqual({ exactMatch: 1, f1: 1 });
    expect(scoreShortAnswer("October", ["May", "October 1973"])).toEqual({ exactMatch: 0, f1: 2 / 3 });
  });

  it("gives nothing for an answer that shares no token, or without gold answers", () => {
    expect(scoreShortAnswer("Ningbo", ["宁波"])).toEqual({ exactMatch: 0, f1: 0 });
    expect(scoreShortAnswer("Ningbo", [])).toEqual({ exactMatch: 0, f1: 0 });
  });

  it("matches answers of which nothing is left only with each other", () => {
    expect(scoreShortAnswer("…", ["the"])).toEqual({ exactMatch: 1, f1: 1 });
    expect(scoreShortAnswer("…", ["port"])).toEqual({ exactMatch: 0, f1: 0 });
  });
});
