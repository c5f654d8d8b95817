import { describe, expect, it } from "vitest";
import { readMail } from "../../import/mail.ts";
import { asLines, readBytes, readFixture } from "./as-lines.ts";

describe("readMail", () => {
  it("reads a newsletter that tables lay out, without what serves the mailing", async () => {
    const [draft] = await readFixture(readMail, "letter.eml");
    expect(draft).toMatchObject({ title: "Orchard Weekly – No. 11", date: "2026-03-13" });
    expect(asLines(draft!)).toEqual([
      "## Frost spares the plums",
      "The frost of 9 March spared the plums: growers lost 4% of the blossom, a fifth of what they had feared.",
      "## Cider press sold for 48,000",
      "The old press at Nether Hay went for 48,000 to a museum in Leeds.",
      "It had been built in 1871.",
    ]);
    expect(draft!.findings.leftOut.map(({ text, why }) => `${text}: ${why}`)).toEqual([
      "View this email in your browser: about the mailing",
      "You are receiving this email because you joined the orchard list.: about the mailing",
      "Unsubscribe: about the mailing",
      "13 March 2026: the issue's date or number",
      "../../plan.pdf: attachment",
    ]);
  });

  it("reads a mail of plain text in GB18030 by its layout", async () => {
    const [draft] = await readFixture(readMail, "plain.eml");
    expect(draft).toMatchObject({ title: "茶山简报 第6期", date: "2026-03-21" });
    expect(asLines(draft!)).toEqual([
      "## 春茶开采",
      "茶山3月18日开采春茶，比去年早六天。首日收购鲜叶1260公斤，均价每公斤86元。",
      "## 新路通车",
      "通往茶山的新路3月20日通车，全长8.3公里，双向两车道。",
    ]);
  });

  it("refuses a mail of 10,000 parts", async () => {
    const parts = Array.from({ length: 10_000 }, (_, i) => `--b\r\nContent-Type: text/plain\r\n\r\nPart ${i}\r\n`).join(
      "",
    );
    const mail = `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`;
    await expect(readBytes(readMail, new TextEncoder().encode(mail))).rejects.toThrow(
      "has more than 500 parts; forward only the newsletter itself and save that",
    );
  });

  it("refuses mails that are forwarded in mails without end", async () => {
    let mail = "Content-Type: text/plain\r\n\r\nInside.\r\n";
    for (let i = 0; i < 60; i++)
      mail = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${mail}\r\n--b${i}--\r\n`;
    await expect(readBytes(readMail, new TextEncoder().encode(mail))).rejects.toThrow("can't be read as a mail");
  });
});
