import { describe, expect, it } from "vitest";
import { renderEmbed } from "../../../adapters/discord/render.ts";
import { unescapeMarkdown } from "../../../adapters/discord/escape-markdown.ts";
import type { DocumentBlock } from "../../../src/index.ts";

const quote = (text: string): DocumentBlock => ({
  kind: "quote",
  quote: text,
  source: "《文章》（某期）",
  citation: {} as never,
});
const SENTENCE = "这是一句不长不短的话，用来填满一条消息。";

describe("drawing an embed", () => {
  it("shows the answer above, then the derivation, the quote line by line, and its source", () => {
    const blocks: DocumentBlock[] = [
      { kind: "answer", text: "约78%" },
      { kind: "derivation", text: "1.03万亿元 ÷ 1.32万亿元 = 约78%" },
      quote("第一行\n第二行"),
    ];
    expect(renderEmbed(blocks, "zh", { question: "占多少？" })).toEqual({
      author: { name: "占多少？" },
      title: "约78%",
      description: "`1.03万亿元 ÷ 1.32万亿元 = 约78%`\n\n> 第一行\n> 第二行\n—— 《文章》（某期）",
    });
  });

  it("marks the quote in its context", () => {
    const blocks: DocumentBlock[] = [{ kind: "marked", text: "前面。*中间*。后面。", mark: { start: 3, end: 7 } }];
    expect(renderEmbed(blocks, "zh").description).toBe(String.raw`> 前面。**\*中间\***。后面。`);
  });

  it("keeps a text of signs alone within the limit, cut between its escapes", () => {
    const { description = "" } = renderEmbed([{ kind: "paragraph", text: "*_".repeat(4000) }], "zh");
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(description.length).toBeGreaterThan(2500);
    expect(unescapeMarkdown(description)).toMatch(/^(?:\*_)+\*?\n…$/u);
  });

  it("cuts a long text at the end of a sentence, and says that more follows", () => {
    const { description = "" } = renderEmbed([{ kind: "paragraph", text: SENTENCE.repeat(400) }], "zh");
    expect(description).toMatch(/。\n…$/u);
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(description.length).toBeGreaterThan(3000);
  });

  it("shows as many blocks as fit, and the beginning of the next", () => {
    const blocks = Array.from({ length: 10 }, () => quote(SENTENCE.repeat(35)));
    const { description = "" } = renderEmbed(blocks, "zh");
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(description.match(/——/gu)?.length).toBe(6);
  });

  it("keeps a title or an answer that is too long in the text, and a question on one line", () => {
    const embed = renderEmbed([{ kind: "answer", text: SENTENCE.repeat(20) }], "zh", {
      question: `一\n${"二".repeat(300)}`,
    });
    expect(embed.title).toBeUndefined();
    expect(embed.description).toBe(`**${SENTENCE.repeat(20)}**`);
    expect(embed.author?.name).toHaveLength(256);
    expect(embed.author?.name).not.toContain("\n");
  });
});
