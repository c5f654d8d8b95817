import { describe, expect, it } from "vitest";
import type { Answer, Citation, Refusal } from "../../src/index.ts";
import type { GoldenQuestion } from "../../src/review/golden-question.ts";
import { holds, judge } from "../../src/review/judge.ts";

const citation: Citation = {
  articleId: "a#3",
  issue: "news/2025-07",
  issueTitle: "电子商务摘要",
  issueDate: "2025-07-16",
  article: "进出口",
  ordinal: 3,
  quote: "出口约1.03万亿元,增长4.7%。",
  span: { start: 0, end: 18 },
};
const answer: Answer = {
  status: "answered",
  question: "",
  language: "zh",
  answer: "约1.03万亿元",
  citations: [citation],
  derivation: null,
  others: [],
  suggestions: [],
  confidence: 0.9,
};
const refusal: Refusal = {
  status: "unanswered",
  question: "",
  language: "zh",
  missing: { kind: "nothing" },
  reason: "摘要里没有相关内容。",
  citations: [],
  suggestions: [],
  confidence: 0,
};
const question: GoldenQuestion = {
  id: "q",
  kind: "number",
  lang: "zh",
  turns: ["出口多少？"],
  answerable: true,
  expect: [["1.03万亿", "1.03 trillion"]],
  article: 3,
};

describe("judge", () => {
  it("takes an answer for right that holds one of each group", () => {
    expect(judge(question, answer)).toBe("right");
    expect(judge({ ...question, expect: [["1.03万亿"], ["约"]] }, answer)).toBe("right");
    expect(judge({ ...question, expect: [["1.03万亿"], ["超"]] }, answer)).toBe("wrong");
  });

  it("looks for a short kind in the short answer alone, for others in text and quotes too", () => {
    expect(judge({ ...question, expect: [["4.7%"]] }, answer)).toBe("wrong");
    expect(judge({ ...question, kind: "why", expect: [["4.7%"]] }, answer)).toBe("right");
    expect(judge({ ...question, kind: "what", expect: [["电子商务摘要"]] }, answer)).toBe("right");
  });

  it("takes a long short answer for wrong, in Chinese from 81 characters and in English from 161", () => {
    const long = { ...answer, answer: `1.03万亿${"元".repeat(75)}` };
    expect(judge(question, { ...long, answer: long.answer.slice(0, 80) })).toBe("right");
    expect(judge(question, { ...long, answer: `${long.answer}元` })).toBe("wrong");
    expect(judge({ ...question, lang: "en" }, { ...long, answer: `${long.answer}元` })).toBe("right");
    expect(judge({ ...question, kind: "why" }, { ...long, answer: `${long.answer}元` })).toBe("right");
  });

  it("wants the right article among the first three citations", () => {
    expect(judge({ ...question, article: 2 }, answer)).toBe("wrong");
    expect(judge({ ...question, article: 2, also: [3] }, answer)).toBe("right");
    expect(judge({ ...question, article: null }, { ...answer, citations: [] })).toBe("right");
    const others = [1, 2, 4].map((ordinal) => ({ ...citation, ordinal }));
    expect(judge(question, { ...answer, citations: [...others, citation] })).toBe("wrong");
    expect(judge(question, { ...answer, citations: [...others.slice(1), citation] })).toBe("right");
  });

  it("wants the right issue where one is named", () => {
    expect(judge({ ...question, issue: "2025-07.md" }, answer)).toBe("right");
    expect(judge({ ...question, issue: "2025-08.md" }, answer)).toBe("wrong");
  });

  it("wants the right story of the right issue where stories are named", () => {
    expect(judge({ ...question, article: null, stories: [["2025-07", "进出"]] }, answer)).toBe("right");
    expect(judge({ ...question, article: null, stories: [["2025-07", "物流"]] }, answer)).toBe("wrong");
    expect(judge({ ...question, article: null, stories: [["2025-08", "进出"]] }, answer)).toBe("wrong");
  });

  it("tells a refusal of what can be answered from an answer to what can't", () => {
    expect(judge(question, refusal)).toBe("refused");
    expect(judge({ ...question, alt_refuse: true }, refusal)).toBe("right");
    expect(judge({ ...question, answerable: false, expect: [] }, answer)).toBe("false");
    expect(judge({ ...question, answerable: false, expect: [] }, refusal)).toBe("right");
  });
});

describe("holds", () => {
  it.each([
    ["占9%", "9%"],
    ["占 9 %", "9%"],
    ["占9％", "9%"],
    ["About CNY 1.03 Trillion", "1.03 trillion"],
    ["3,400家", "3,400"],
    ["共4个,5家", "4个"],
    ["有39,", "39"],
    ["第9.", "9"],
    ["88.99%和9%", "9%"],
  ])("finds in %s %s", (text, words) => {
    expect(holds(text, words)).toBe(true);
  });

  it.each([
    ["占99%", "9%"],
    ["占8.9%", "9%"],
    ["390家", "39"],
    ["39.5", "39"],
    ["39,000", "39"],
    ["139", "39"],
    ["", "39"],
  ])("doesn't find in %j %s", (text, words) => {
    expect(holds(text, words)).toBe(false);
  });
});
