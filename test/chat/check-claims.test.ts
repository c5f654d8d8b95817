import { beforeAll, describe, expect, it } from "vitest";
import type { Digest } from "../../src/index.ts";
import { checkClaims, openDigest } from "../../src/index.ts";

let digest: Digest;
beforeAll(async () => {
  digest = (await openDigest("knowledge")).digest;
});

const answersOf = async (message: string): Promise<string[]> =>
  (await checkClaims(message, digest)).blocks.flatMap((block) => (block.kind === "answer" ? [block.text] : []));

describe("checking a message against the digest", () => {
  it("refutes a figure that the digest prints otherwise", async () => {
    expect(await answersOf("上半年跨境电商出口约2万亿元。")).toEqual(["不是，摘要里是：约1.03万亿元"]);
  });

  it("confirms what it does print, whatever else the message says", async () => {
    expect(await answersOf("大家早！\n听说上半年跨境电商出口约1.03万亿元。")).toEqual(["是的"]);
  });

  it("answers in the language of the message", async () => {
    const checked = await checkClaims(
      "China's cross-border e-commerce exports were 2 trillion yuan in the first half of the year.",
      digest,
    );
    expect(checked.language).toBe("en");
    expect(checked.blocks[0]).toEqual({ kind: "answer", text: "No; the digest says: 约1.03万亿元" });
  });

  it("shows each claim above its finding where there are several", async () => {
    const { blocks } = await checkClaims("上半年跨境电商出口约2万亿元。上半年跨境电商进口约2911亿元。", digest);
    expect(blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []))).toEqual([
      "上半年跨境电商出口约2万亿元。",
      "上半年跨境电商进口约2911亿元。",
    ]);
  });

  it("says what is missing where the digest says nothing of it", async () => {
    const { blocks, asked } = await checkClaims("火星上有三个咖啡馆。", digest);
    expect(asked?.reply.status).toBe("unanswered");
    expect(blocks[0]?.kind).toBe("reason");
  });
});
