import { beforeAll, describe, expect, it } from "vitest";
import type { Answer, Asked, Digest } from "../../src/index.ts";
import { ask } from "../../src/index.ts";
import { openSample } from "./asked.ts";
import { brokenPromises } from "./promises.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

/** What is found broken in a reply that a fault has changed. */
async function brokenAfter(question: string, change: (answer: Answer) => Partial<Answer>): Promise<string[]> {
  const asked = await ask(digest, question);
  if (asked.reply.status !== "answered") throw new Error(`“${question}” wasn't answered`);
  const spoilt: Asked = { ...asked, reply: { ...asked.reply, ...change(asked.reply) } };
  expect(brokenPromises(digest, question, asked)).toEqual([]);
  return brokenPromises(digest, question, spoilt);
}

const EXPORTS = "上半年我国跨境电商出口多少？";
const EXPORTS_ENGLISH = "What were China's cross-border e-commerce exports in the first half of the year?";
const SURPLUS = "上半年跨境电商出口比进口多多少？";

describe("the check of promises sees", () => {
  it("a quote with one character changed", async () => {
    const broken = await brokenAfter(EXPORTS, ({ citations }) => ({
      citations: citations.map((citation) => ({ ...citation, quote: citation.quote.replace("1.03", "1.30") })),
    }));
    expect(broken[0]).toMatch(/^the quote isn't a slice/u);
  });

  it("a quote that is shifted by one", async () => {
    const broken = await brokenAfter(EXPORTS, ({ citations }) => ({
      citations: citations.map((citation) => ({
        ...citation,
        span: { start: citation.span.start + 1, end: citation.span.end + 1 },
      })),
    }));
    expect(broken[0]).toMatch(/^the quote isn't a slice/u);
  });

  it("a citation of another article's number", async () => {
    const broken = await brokenAfter(EXPORTS, ({ citations }) => ({
      citations: citations.map((citation) => ({ ...citation, ordinal: citation.ordinal + 1 })),
    }));
    expect(broken).toHaveLength(1);
  });

  it("a figure that is in no quote", async () => {
    expect(await brokenAfter(EXPORTS, () => ({ answer: "约1.04万亿元" }))).toEqual(["not in a quote: 约1.04万亿元"]);
  });

  it("an answer without evidence", async () => {
    expect(await brokenAfter(EXPORTS, () => ({ citations: [] }))).toEqual(["cites nothing: 约1.03万亿元"]);
  });

  it.each([
    "about CNY 1.03 billion (约1.03万亿元)",
    "about CNY 1.031 trillion (约1.03万亿元)",
    "CNY 1.03 trillion (约1.03万亿元)",
    "about CNY 1.03 trillion",
    "about CNY 1.04 trillion (约1.04万亿元)",
  ])("an inexact conversion: %s", async (answer) => {
    expect(await brokenAfter(EXPORTS_ENGLISH, () => ({ answer }))).toEqual([`not in a quote: ${answer}`]);
  });

  it("a wrong result, and an operand that nobody printed", async () => {
    expect(
      await brokenAfter(SURPLUS, () => ({ derivation: { expression: "1.03万亿元 − 2911亿元", result: "约7390亿元" } })),
    ).toEqual(["1.03万亿元 − 2911亿元 isn't 约7390亿元"]);
    expect(
      await brokenAfter(SURPLUS, () => ({ derivation: { expression: "1.04万亿元 − 2911亿元", result: "约7489亿元" } })),
    ).toEqual(["operands in no quote: 1.04万亿元"]);
  });

  it("a member of a list that is in no quote", async () => {
    expect(await brokenAfter("研讨班走访了湖北哪几个城市？", () => ({ answer: "武汉、宜昌、襄阳" }))).toEqual([
      "not in a quote: 武汉、宜昌、襄阳",
    ]);
  });

  it("a title and a person that the digest doesn't have", async () => {
    expect(
      await brokenAfter("这期摘要有哪些文章？", ({ answer }) => ({ answer: answer.replace("店播", "网播") })),
    ).toHaveLength(1);
    expect(
      await brokenAfter("这些新闻里提到了哪些人物？", ({ answer }) => ({ answer: `${answer}、马云` })),
    ).toHaveLength(1);
  });

  it("a reply in another language, a confidence above one, and markup", async () => {
    expect(await brokenAfter(EXPORTS, () => ({ language: "en", confidence: 1.2 }))).toEqual([
      "the reply is en, the question is not",
      "the confidence is 1.2",
    ]);
    expect(await brokenAfter(EXPORTS, ({ answer }) => ({ answer: `${answer}<script>` }))).toContain(
      "markup came back: 约1.03万亿元<script>",
    );
  });
});
