import { describe, expect, it } from "vitest";
import { createConversations, respond } from "../../src/index.ts";
import { openSmallDigest } from "./small-digest.ts";

const digest = await openSmallDigest();

describe("respond", () => {
  it("answers a question with the blocks that every surface draws", async () => {
    const { blocks, language } = await respond(
      { text: "上半年进口多少？", conversation: "a", language: "en" },
      digest,
      createConversations(),
    );
    expect(language).toBe("zh");
    expect(blocks[0]).toEqual({ kind: "answer", text: "约2911亿元" });
    expect(blocks[1]).toMatchObject({
      kind: "quote",
      quote: "其中,出口约1.03万亿元,增长4.7%;进口约2911亿元,增长9.3%。",
    });
  });

  it("goes on from the turn before in the same conversation, and in no other", async () => {
    const conversations = createConversations();
    await respond({ text: "上半年出口多少？", conversation: "a", language: "zh" }, digest, conversations);
    const followed = await respond({ text: "那进口呢？", conversation: "a", language: "zh" }, digest, conversations);
    const alone = await respond({ text: "那进口呢？", conversation: "b", language: "zh" }, digest, conversations);
    expect(followed.blocks[0]).toEqual({ kind: "answer", text: "约2911亿元" });
    expect(followed.asked?.turn?.query.periods).toHaveLength(1);
    expect(alone.asked?.turn?.query.periods).toHaveLength(0);
  });

  it("runs a command between two turns without losing the talk", async () => {
    const conversations = createConversations();
    await respond({ text: "上半年出口多少？", conversation: "a", language: "zh" }, digest, conversations);
    const command = await respond({ text: "/about", conversation: "a", language: "en" }, digest, conversations);
    const followed = await respond({ text: "那进口呢？", conversation: "a", language: "zh" }, digest, conversations);
    expect(command.asked).toBeNull();
    expect(command.language).toBe("en");
    expect(followed.blocks[0]).toEqual({ kind: "answer", text: "约2911亿元" });
  });
});
