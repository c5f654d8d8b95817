import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { askOnce } from "../../src/chat/ask-once.ts";
import { openSmallDigest } from "./small-digest.ts";

const digest = await openSmallDigest();

describe("a question that was asked before", () => {
  it("gets the reply that it got", async () => {
    const first = await askOnce(digest, "上半年出口多少？", null);
    expect(await askOnce(digest, "上半年出口多少？", null)).toBe(first);
    expect(first.reply).toEqual((await ask(digest, "上半年出口多少？")).reply);
  });

  it("gets the same reply in another conversation, where it stands alone", async () => {
    const first = await askOnce(digest, "上半年进口多少？", null);
    const { turn } = await askOnce(digest, "上半年出口多少？", null);
    expect(await askOnce(digest, "上半年进口多少？", turn)).toBe(first);
  });

  it("is asked again after another turn, where it leans on that", async () => {
    const { turn } = await askOnce(digest, "上半年出口多少？", null);
    const alone = await askOnce(digest, "那进口呢？", null);
    const followed = await askOnce(digest, "那进口呢？", turn);
    expect(followed).not.toBe(alone);
    expect(followed.reply).toMatchObject({ answer: "约2911亿元" });
    expect(await askOnce(digest, "那进口呢？", turn)).toBe(followed);
  });

  it("is asked again of another version of the digest", async () => {
    const first = await askOnce(digest, "上半年出口多少？", null);
    expect(await askOnce(await openSmallDigest(), "上半年出口多少？", null)).not.toBe(first);
  });

  it("is forgotten when many others were asked since", async () => {
    const first = await askOnce(digest, "上半年出口多少？", null);
    for (let i = 0; i < 200; i++) await askOnce(digest, `${i}`, null);
    const again = await askOnce(digest, "上半年出口多少？", null);
    expect(again).not.toBe(first);
    expect(again.reply).toEqual(first.reply);
  });
});
