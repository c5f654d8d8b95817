import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

async function answerTo(text: string, question: string): Promise<string | null> {
  const { reply } = await ask(await smallDigest(text), question);
  return reply.status === "answered" ? reply.answer : null;
}

describe("what a question asks for", () => {
  it.each([
    ["闸门最少由 2 人、最多由 5 人值守。", "闸门最多由多少人值守？", "最多由 5 人"],
    ["闸门最少由 2 人、最多由 5 人值守。", "闸门最少由多少人值守？", "最少由 2 人"],
  ])("is the bound that it names: %s", async (text, question, answer) => {
    expect(await answerTo(text, question)).toContain(answer.slice(-3));
  });

  it("is a name that the question doesn't hold itself", async () => {
    const text = "Harbour Bank lends its customers money, using the underlying infrastructure of Lightspark.";
    expect(await answerTo(text, "Whose underlying infrastructure does Harbour Bank use for its customers?")).toBe(
      "Lightspark",
    );
  });

  it("is one of a kind that texts write with its number", async () => {
    const text = "渡轮软件实现了 BIP352 中的远程扫描服务，为船员提供查询。";
    expect(await answerTo(text, "渡轮软件实现了哪个 BIP 的远程扫描服务？")).toContain("BIP352");
  });

  it("is who acted, not what was spoken of", async () => {
    const text = "Jane Roe posted to the mailing list to announce a tool that tests each PR of the harbour software.";
    expect(await answerTo(text, "Who announced a tool that tests the harbour software?")).toBe("Jane Roe");
  });

  it("is a size in any unit", async () => {
    const text = "A ship of the harbour may have an extra deck provided that its size is 10,000 bytes or less.";
    expect(await answerTo(text, "How large may the extra deck of a ship of the harbour be?")).toBe(
      "10,000 bytes or less",
    );
  });
});
