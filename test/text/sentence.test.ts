import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { splitSentences } from "../../src/text/sentence.ts";
import { slice } from "../../src/text/span.ts";

function split(text: string): string[] {
  return splitSentences(fold(text), { start: 0, end: text.length }).map((span) => slice(text, span));
}

describe("splitSentences", () => {
  it.each([
    ["他来了。她走了。", ["他来了。", "她走了。"]],
    ["首先……然后。", ["首先……", "然后。"]],
    ["增长5.7%,出口1.03万亿元。其中", ["增长5.7%,出口1.03万亿元。", "其中"]],
    ["第一行\n第二行", ["第一行", "第二行"]],
    ["他说：“好。” 她笑了。", ["他说：“好。”", "她笑了。"]],
    ["真的吗？ 是的！", ["真的吗？", "是的！"]],
    [
      "We sold 3.5 units. Dr. Smith left. It rose 2%! Why?",
      ["We sold 3.5 units.", "Dr. Smith left.", "It rose 2%!", "Why?"],
    ],
    ["U.S. exports rose. Imports fell.", ["U.S. exports rose.", "Imports fell."]],
    ['"It grew." He left.', ['"It grew."', "He left."]],
    ["J. Smith of Acme Inc. spoke.", ["J. Smith of Acme Inc. spoke."]],
    ["", []],
    ["   \n ", []],
    ["没有句号", ["没有句号"]],
  ])("splits %j", (text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it("keeps the speaker after a closing quotation mark in the sentence", () => {
    const printed =
      "“中国和巴基斯坦有着非常深厚的友谊。”巴基斯坦商务部执行总干事穆罕默德·阿什拉夫说,物流是国际贸易的基石。";
    expect(split(printed)).toEqual([printed]);
  });

  it("splits only the given paragraph", () => {
    const text = "前。中间。后。";
    expect(splitSentences(text, { start: 2, end: 5 })).toEqual([{ start: 2, end: 5 }]);
  });

  it("loses nothing but white space, and keeps the sentences in order and apart", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "出口",
            "增长",
            "。",
            "！",
            "？",
            "……",
            "”",
            "“",
            "说",
            " ",
            "\n",
            ".",
            "!",
            "Dr",
            "a",
            "3",
            "U.S.",
            ")",
          ),
          { maxLength: 30 },
        ),
        (pieces) => {
          const text = pieces.join("");
          let end = 0;
          for (const span of splitSentences(fold(text), { start: 0, end: text.length })) {
            expect(text.slice(end, span.start).trim()).toBe("");
            expect(span.end).toBeGreaterThan(span.start);
            end = span.end;
          }
          expect(text.slice(end).trim()).toBe("");
        },
      ),
      { numRuns: 1000 },
    );
  });
});
