import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { ask } from "../../src/index.ts";
import { correctSpelling } from "../../src/question/spelling.ts";
import { repair } from "../../src/search/repair.ts";
import { openSample, queryOf } from "./sample.ts";

let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

const correct = (question: string): string => correctSpelling(question, digest.lexicon, digest.vocabulary);

describe("correctSpelling", () => {
  it.each([
    ["how mcuh did imports grow", "how much did imports grow"],
    ["cross-border platfrom", "cross-border platform"],
    ["the logistcs index", "the logistics index"],
  ])("mends “%s”", (typed, mended) => {
    expect(correct(typed)).toBe(mended);
  });

  it.each([
    "how much did imports grow",
    "Ashrif and Fortez",
    "跨竟电商",
    "GMV",
    "qwertyuiop",
    "",
    "xy zz",
    "seed 命令生成了多少个值",
  ])("leaves “%s” alone", (question) => {
    expect(correct(question)).toBe(question);
  });
});

describe("repair", () => {
  it.each([
    ["上半年夸境电商出口多少？", "跨境"],
    ["跨交会展览面机多大", "面积"],
  ])("reads the slip of sound in “%s” as %s", async (question, word) => {
    const { terms } = (await repair(queryOf(digest, question), digest)).query;
    expect(
      terms
        .flatMap((term) => term.alternatives.map((alternative) => alternative.text))
        .some((text) => text.includes(word)),
    ).toBe(true);
  });

  it("leaves a question without slips as it is", async () => {
    const query = queryOf(digest, "上半年跨境电商出口多少？");
    expect(await repair(query, digest)).toEqual({ query, slip: null });
  });

  it("keeps the question as typed in the reply", async () => {
    const { reply } = await ask(digest, "跨交会展览面机多大");
    expect(reply).toMatchObject({ status: "answered", question: "跨交会展览面机多大", answer: "7万平方米" });
  });
});
