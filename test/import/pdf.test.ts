import { describe, expect, it } from "vitest";
import { displayWidth } from "../../adapters/display-width.ts";
import { readPdf } from "../../import/pdf.ts";
import { printLines } from "../../import/pdf/print-lines.ts";
import { draftOfLines } from "../../import/plain-text.ts";
import { asLines, readBytes } from "./as-lines.ts";
import { makeChinesePdf, makeEncryptedPdf, makePdf, setColumn } from "./made-files.ts";
import type { PdfLine } from "./made-files.ts";

const head = (page: number): PdfLine[] => [
  { text: "The Valley Review", x: 50, y: 30, size: 8 },
  { text: String(page), x: 530, y: 30, size: 8 },
  { text: "www.valley.example", x: 250, y: 820, size: 8 },
];
const LEFT =
  "The county opened its second reservoir on 4 May 2026 after nine years of work. It holds 31 million cubic metres, enough for a dry sum- mer. Engineers will fill it slowly, over two winters, and watch the dam at forty points as they do. Anglers may come from next";
const RIGHT =
  "spring on. The county paid 240 million for it, a tenth more than planned. Most of that went into the tunnel, which is 5.2 kilometres long and had to be lined with steel where the rock was soft. Residents of the lower valley had asked for the tunnel for years.";

const magazine = async (): Promise<Uint8Array> =>
  makePdf([
    [
      ...head(1),
      { text: "The Valley Review", x: 50, y: 70, size: 26 },
      { text: "May 2026", x: 50, y: 95 },
      { text: "Second reservoir opens after nine years", x: 50, y: 126, size: 16 },
      { text: "and one flood", x: 50, y: 144, size: 16 },
      ...setColumn(LEFT, 50, 170, 46),
      ...setColumn(RIGHT, 310, 170, 46),
    ],
    [
      ...head(2),
      { text: "Schools get new kitchens", x: 50, y: 70, size: 16 },
      ...setColumn(
        "Eleven schools get new kitchens by autumn. Each costs 180,000 and cooks for 300 children a day.",
        50,
        100,
        60,
      ),
      { text: "Local farms", x: 50, y: 150, size: 12 },
      ...setColumn(
        "Half of what is cooked is to come from farms within thirty kilometres. Nine farms have signed so far.",
        50,
        170,
        60,
      ),
    ],
  ]);

describe("readPdf", () => {
  it("reads columns in order, words that a hyphen broke, titles by their size; heads and feet stay out", async () => {
    const draft = await readBytes(readPdf, await magazine(), "valley.pdf");
    expect(draft).toMatchObject({ title: "The Valley Review", date: "2026-05" });
    expect(asLines(draft)).toEqual([
      "## Second reservoir opens after nine years and one flood",
      "The county opened its second reservoir on 4 May 2026 after nine years of work. It holds 31 million cubic metres, enough for a dry summer. Engineers will fill it slowly, over two winters, and watch the dam at forty points as they do. Anglers may come from next spring on. The county paid 240 million for it, a tenth more than planned. Most of that went into the tunnel, which is 5.2 kilometres long and had to be lined with steel where the rock was soft. Residents of the lower valley had asked for the tunnel for years.",
      "## Schools get new kitchens",
      "Eleven schools get new kitchens by autumn. Each costs 180,000 and cooks for 300 children a day.",
      "### Local farms",
      "Half of what is cooked is to come from farms within thirty kilometres. Nine farms have signed so far.",
    ]);
    expect(draft.findings.leftOut.map(({ text, why }) => `${text}: ${why}`)).toEqual([
      "The Valley Review 2: page head or foot",
      "www.valley.example: page head or foot",
      "May 2026: the issue's date",
    ]);
  });

  it("reads Chinese in a font that the file only names", async () => {
    const draft = await readBytes(readPdf, makeChinesePdf("b4bab2e8bfaab2c9"), "茶.pdf");
    expect(asLines(draft)).toEqual(["## 茶", "春茶开采"]);
  });

  it("refuses a PDF of pictures alone, an encrypted one and what is none", async () => {
    await expect(readBytes(readPdf, await makePdf([[]]))).rejects.toThrow("has no text, only pictures of it");
    await expect(readBytes(readPdf, makeEncryptedPdf())).rejects.toThrow("is encrypted; save it without a password");
    const noise = new TextEncoder().encode(`%PDF-1.7\n${"x".repeat(500)}`);
    await expect(readBytes(readPdf, noise)).rejects.toThrow("is cut off or damaged; save or download it again");
  });

  it("refuses a PDF that was cut off in the middle, or reads what is whole of it", async () => {
    const whole = await magazine();
    await expect(readBytes(readPdf, whole.slice(0, 600))).rejects.toThrow("is cut off or damaged");
  });
});

describe("printLines, of a Chinese print", () => {
  it("puts the lines of two columns in order", () => {
    const line = (text: string, x: number, y: number, size = 10) => ({
      text,
      x,
      y,
      width: (displayWidth(text) * size) / 2,
      size,
    });
    const page = [
      line("跨江大桥合龙", 150, 60, 20),
      line("跨江大桥3月2日合龙，全长", 50, 100),
      line("2.6公里，主跨1088米，是", 50, 116),
      line("全省最长的一座桥。桥面为", 50, 132),
      line("双向六车道，年底通车，过", 50, 148),
      line("江只要三分钟，比渡船快", 300, 100),
      line("四十分钟。总投资61亿元，", 300, 116),
      line("其中省里出三成。", 300, 132),
    ];
    const draft = draftOfLines(printLines([page]), "a PDF", { fileName: "桥.pdf", isWeekly: false });
    expect(asLines(draft)).toEqual([
      "## 跨江大桥合龙",
      "跨江大桥3月2日合龙，全长2.6公里，主跨1088米，是全省最长的一座桥。桥面为双向六车道，年底通车，过江只要三分钟，比渡船快四十分钟。总投资61亿元，其中省里出三成。",
    ]);
  });
});
