import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeMarkdown, unescapeMarkdown } from "../../../adapters/discord/escape-markdown.ts";

describe("escaping Markdown", () => {
  it.each([
    ["2*3*4", String.raw`2\*3\*4`],
    ["snake_case_name", String.raw`snake\_case\_name`],
    ["~~gone~~ ||secret||", String.raw`\~\~gone\~\~ \|\|secret\|\|`],
    ["`code`", String.raw`\`code\``],
    ["[here](https://example.org/a_b_c)", String.raw`\[here\](https://example.org/a_b_c)`],
    ["<@123> <#4> <:smile:5> <t:6:R>", String.raw`\<\@123\> \<#4\> \<:smile:5\> \<t:6:R\>`],
    ["@everyone", String.raw`\@everyone`],
    [String.raw`C:\new`, String.raw`C:\\new`],
    ["# 一\n## 二\n-# 三", "\\# 一\n\\## 二\n\\-# 三"],
    ["- 一\n  + 二\n1. 三\n2) 四", "\\- 一\n  \\+ 二\n1\\. 三\n2\\) 四"],
    ["> quoted", String.raw`\> quoted`],
  ])("keeps %j as printed", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it.each([
    "约1.03万亿元,增长4.7%;进口约2911亿元。",
    "“湖北智慧”——B2B (C2C) 2025-07-16 #1 1.5 -3 +4",
    "https://example.org/a_b_c?d=e&f=*g*",
  ])("leaves alone what shows as printed: %j", (text) => {
    expect(escapeMarkdown(text)).toBe(text);
  });

  it("shows every text as it was", () => {
    const marks = fc.string({ unit: fc.constantFrom(...Array.from("*_~`|[]()<>@#-+.\\ \n1a数据")) });
    fc.assert(
      fc.property(marks, (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });
});
