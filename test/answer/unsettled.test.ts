import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

async function replyTo(text: string, question: string): Promise<string | null> {
  const { reply } = await ask(await smallDigest(text), question);
  return reply.status === "answered" ? reply.answer : null;
}

describe("a claim that the digest neither confirms nor denies", () => {
  const text = "云川市年初提出的二十座人行天桥，目前已建成十三座，其余年底交付。";

  it("gets the words that the digest has", async () => {
    expect(await replyTo(text, "云川市年初提出的二十座人行天桥全都建成了吗？")).not.toBeNull();
  });

  it("is refused where it is about somewhere else", async () => {
    expect(await replyTo(text, "杭州市年初提出的二十座人行天桥全部建好了吗？")).toBeNull();
  });
});
