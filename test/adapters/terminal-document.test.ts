import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { drawDocument } from "../../adapters/terminal-document.ts";
import { styleFor } from "../../adapters/terminal-style.ts";
import type { DocumentBlock } from "../../src/index.ts";

const pipe = new Writable();
const terminal = Object.assign(new Writable(), { isTTY: true });
const plain = { style: styleFor(pipe, {}), language: "zh", columns: null } as const;

describe("drawDocument", () => {
  it("sets prose apart and keeps a list together, its labels aligned by what they take on a screen", () => {
    const blocks: DocumentBlock[] = [
      { kind: "title", text: "周报" },
      { kind: "paragraph", text: "第一段。" },
      { kind: "entry", label: "/article 编号", text: "阅读" },
      { kind: "entry", label: "/about", text: "关于" },
      { kind: "hint", text: "提示" },
    ];
    expect(drawDocument(blocks, plain)).toBe("周报\n\n第一段。\n\n/article 编号  阅读\n/about         关于\n\n提示");
  });

  it("indents what a list's entry has beyond the width under its text", () => {
    const blocks: DocumentBlock[] = [{ kind: "entry", label: "12", text: "上半年我国跨境电商进出口增长百分之五点七" }];
    expect(drawDocument(blocks, { ...plain, columns: 30 })).toBe("12  上半年我国跨境电商进出口增\n    长百分之五点七");
  });

  it("colours on a terminal, but not with NO_COLOR, in a pipe or on a dumb terminal", () => {
    const blocks: DocumentBlock[] = [{ kind: "reason", text: "摘要里没有相关内容。" }];
    const draw = (stream: Writable, environment: Record<string, string>): string =>
      drawDocument(blocks, { ...plain, style: styleFor(stream, environment) });
    expect(draw(terminal, {})).toBe("\u001b[33m摘要里没有相关内容。\u001b[39m");
    expect(draw(terminal, { NO_COLOR: "" })).toBe("\u001b[33m摘要里没有相关内容。\u001b[39m");
    expect(draw(terminal, { NO_COLOR: "1" })).toBe("摘要里没有相关内容。");
    expect(draw(terminal, { TERM: "dumb" })).toBe("摘要里没有相关内容。");
    expect(draw(pipe, {})).toBe("摘要里没有相关内容。");
  });

  it("lets no text drive the terminal", () => {
    expect(drawDocument([{ kind: "answer", text: "a\u001b[2Jb\u009bc\td\ne" }], plain)).toBe(
      "a\ufffd[2Jb\ufffdc  d\ne",
    );
  });
});
