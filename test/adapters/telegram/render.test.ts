import { describe, expect, it } from "vitest";
import { renderToFit } from "../../../adapters/telegram/render.ts";

describe("renderToFit", () => {
  it("shows a quote as printed, with names in it that call nobody", () => {
    const quote = "Ask @harbour_news or press@harbour.example.";
    const rendered = renderToFit([{ kind: "quote", quote, source: "“Harbour”", citation: {} as never }], "en");
    expect(rendered.text).toBe(`${quote}\n— “Harbour”`);
    expect(rendered.entities).toContainEqual({ type: "expandable_blockquote", offset: 0, length: quote.length });
    expect(rendered.entities).toContainEqual({ type: "code", offset: 4, length: "@harbour_news".length });
  });

  it("cuts what is too long at a sentence's end", () => {
    const { text } = renderToFit([{ kind: "paragraph", text: "One sentence. ".repeat(10) }], "en", 50);
    expect(text).toBe("One sentence. One sentence. One sentence. …");
  });
});
