import { describe, expect, it } from "vitest";
import { ask } from "../src/index.ts";
import { smallDigest } from "./search/small-digest.ts";

describe("a refusal", () => {
  it("quotes the nearest sentence also where the digest has nothing of the asked kind", async () => {
    const digest = await smallDigest("蒋巨峰出席了会议。", "天气很好。");
    const { reply } = await ask(digest, "What post does Jiang Jufeng hold now?");
    expect(reply.status).toBe("unanswered");
    expect(reply.citations.map(({ ordinal }) => ordinal)).toEqual([1]);
  });
});

describe("who wrote something", () => {
  it("is somebody in the text where the question speaks of no article", async () => {
    const digest = await smallDigest("著名作家老舍说,《茶馆》的作者是他自己。", "天气很好。");
    const { reply, trace } = await ask(digest, "《茶馆》是谁写的？");
    expect(trace.query?.type).toBe("person");
    expect(reply.citations.map(({ ordinal }) => ordinal)).toEqual([1]);
  });

  it("is a byline where it does, and refused without one", async () => {
    const digest = await smallDigest("著名作家老舍说,《茶馆》的作者是他自己。", "天气很好。");
    const { reply } = await ask(digest, "《茶馆》那篇报道是谁写的？");
    expect([reply.status, reply.citations]).toEqual(["unanswered", []]);
  });
});
