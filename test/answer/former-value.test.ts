import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { asksForFormer } from "../../src/answer/former-value.ts";
import { smallDigest } from "../search/small-digest.ts";

const FUNDS = "与2月申报稿相比,橙果家居的募资总额由12亿元下调至10.5亿元。";
const RETURNS = "今年规则简化,女装退货率由2024年的31%降到24%。";
const FEE = "Harbour Bank raised its transfer fee from $12 to $15 on Monday.";

const answerTo = async (text: string, question: string): Promise<string | null> => {
  const { reply } = await ask(await smallDigest(text), question);
  return reply.status === "answered" ? reply.answer : null;
};

describe("a value that was changed", () => {
  it.each([
    [FUNDS, "橙果家居的募资总额是多少？", "10.5亿元"],
    [FUNDS, "橙果家居的募资总额原来是多少？", "12亿元"],
    [RETURNS, "女装退货率降到了多少？", "24%"],
    [RETURNS, "2024年女装退货率是多少？", "31%"],
    [FEE, "How much is the transfer fee of Harbour Bank?", "USD 15 ($15)"],
  ])("of “%s” answers “%s” with %s", async (text, question, answer) => {
    expect(await answerTo(text, question)).toBe(answer);
  });
});

describe("asksForFormer", () => {
  it.each(["原来是多少", "调整之前是多少", "what was it originally?", "降之前是几"])("says yes to %s", (question) => {
    expect(asksForFormer(question)).toBe(true);
  });

  it.each(["目前是多少", "升到多少", "how much did it rise from the previous month?"])("says no to %s", (question) => {
    expect(asksForFormer(question)).toBe(false);
  });
});
