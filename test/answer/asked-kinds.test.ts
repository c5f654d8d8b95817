import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

async function answerTo(question: string, ...texts: readonly string[]): Promise<string | null> {
  const { reply } = await ask(await smallDigest(...texts), question);
  return reply.status === "answered" ? reply.answer : null;
}

describe("what a question asks for", () => {
  it("is the bound that it names", async () => {
    const text = "水闸软件 #331 通过根据船的大小按比例设置确认要求来改进开闸时的处理：最少 1 个确认、最多 6 个确认。";
    expect(await answerTo("水闸软件 #331 要求开闸最多有多少个确认？", text)).toBe("最多 6 个");
    expect(await answerTo("水闸软件 #331 要求开闸最少有多少个确认？", text)).toBe("最少 1 个");
  });

  it("is a name that the question doesn't hold itself", async () => {
    const text = "Harbour Bank lends its customers money, using the underlying infrastructure of Lightspark.";
    const question = "Whose underlying infrastructure does Harbour Bank use for its customers?";
    expect(await answerTo(question, text)).toBe("Lightspark");
  });

  it("is who acted, in Chinese text too", async () => {
    const text = "Jane Roe 在邮件列表中发布了 HIP21 规范的更新，涉及 URI 的写法。";
    expect(await answerTo("谁发布了 HIP21 规范的更新？", text)).toBe("Jane Roe");
  });

  it("is who acted, not what was spoken of", async () => {
    const text = "Jane Roe posted to the mailing list to announce a tool that tests each PR of the harbour software.";
    expect(await answerTo("Who announced a tool that tests the harbour software?", text)).toBe("Jane Roe");
  });
});
