import { describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { findAskedUnit } from "../../src/question/asked-unit.ts";

const { quantities } = openLexicon();

describe("findAskedUnit", () => {
  it.each([
    ["限额放宽到了多少美元?", "美元", "money"],
    ["产量有多少万吨?", "吨", "mass"],
    ["全长多少公里?", "公里", "length"],
    ["how many tonnes of lychees are expected?", "tonnes", "mass"],
    ["how many million dollars did it raise?", "dollars", "money"],
    ["by how much did profit go up, in pounds?", "pounds", "money"],
  ])("finds in “%s” the unit %s", (question, words, dimension) => {
    const unit = findAskedUnit(question, quantities);
    expect(unit === null ? null : question.slice(unit.start, unit.end)).toBe(words);
    expect(unit?.dimension).toBe(dimension);
  });

  it.each([
    "有多少家企业?",
    "多少人参加?",
    "how many metropolises are there?",
    "为什么上涨?",
    "how much did they put in bitcoin?",
  ])("finds none in “%s”", (question) => {
    expect(findAskedUnit(question, quantities)).toBeNull();
  });
});
