import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

interface Told {
  readonly answer: string | null;
  readonly quotes: readonly string[];
}

async function askOf(text: string, question: string): Promise<Told> {
  const { reply } = await ask(await smallDigest(text), question);
  if (reply.status !== "answered") return { answer: null, quotes: [] };
  return { answer: reply.answer, quotes: reply.citations.map(({ quote }) => quote) };
}

describe("an answer beside the sentence that the question is about", () => {
  it("is the reason in the sentence after what happened", async () => {
    const text =
      "云川轮渡公司宣布，夜航班次从每晚六班减到两班。公司称，原因是夜间客流不足去年的三成。新时刻表下月起执行。";
    const { quotes } = await askOf(text, "云川轮渡公司为什么减少夜航班次？");
    expect(quotes[0]).toBe("公司称，原因是夜间客流不足去年的三成。");
    expect(quotes[1]).toContain("夜航班次从每晚六班减到两班");
  });

  it("is the reason two sentences on", async () => {
    const text =
      "The Harbour Museum closed its north wing in March. The wing held 400 model ships. It was closed because the roof leaked.";
    const { quotes } = await askOf(text, "Why did the Harbour Museum close its north wing?");
    expect(quotes[0]).toBe("It was closed because the roof leaked.");
  });

  it("is what is done about a problem", async () => {
    const text =
      "青溪镇面临停车难问题，老街车位只有九十个。针对停车难，青溪镇将开放学校操场并试行错时停车。镇里有三条老街。";
    const { quotes } = await askOf(text, "面对停车难，青溪镇打算怎么办？");
    expect(quotes[0]).toBe("针对停车难，青溪镇将开放学校操场并试行错时停车。");
  });

  it("is what follows a question that the text asks itself", async () => {
    const text = "白鹭湖今年的荷花开得晚。白鹭湖的荷花为何开得晚？园艺师祁远山说，春天气温比常年低四度。公园不收门票。";
    const { quotes } = await askOf(text, "白鹭湖的荷花为什么开得晚？");
    expect(quotes[0]).toContain("春天气温比常年低四度");
  });

  it("is whom the sentence before a pronoun names", async () => {
    const text = "村民汪若溪说，十年前的柳坪村没有路。她创办了柳坪竹编合作社，带动六十户人家增收。";
    const { answer, quotes } = await askOf(text, "谁创办了柳坪竹编合作社？");
    expect(answer).toBe("汪若溪");
    expect(quotes).toEqual(["村民汪若溪说，十年前的柳坪村没有路。", "她创办了柳坪竹编合作社，带动六十户人家增收。"]);
  });

  it("isn't looked for where the sentence itself gives the reason", async () => {
    const text = "由于河面结冰，云川轮渡停航三天。因为缺煤，镇上的澡堂也关了门。";
    const { quotes } = await askOf(text, "云川轮渡为什么停航三天？");
    expect(quotes[0]).toBe("由于河面结冰，云川轮渡停航三天。");
  });
});
