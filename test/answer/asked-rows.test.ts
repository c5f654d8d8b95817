import { describe, expect, it } from "vitest";
import { ask } from "../../src/index.ts";
import { smallDigest } from "../search/small-digest.ts";

async function answerTo(text: string, question: string): Promise<string | null> {
  const { reply } = await ask(await smallDigest(text), question);
  return reply.status === "answered" ? reply.answer : null;
}

describe("several things that are asked for", () => {
  it("are a row, not the sentence with the figure", async () => {
    const text =
      "云川图书馆的流动书车去年借出图书八万册，增长三成。流动书车停靠的地点有北门、码头、菜市和小学。书车由退休司机驾驶。";
    expect(await answerTo(text, "云川图书馆的流动书车停靠哪些地点？")).toBe("北门、码头、菜市、小学");
  });

  it("are as many as were asked for", async () => {
    const text = "获奖的品种里，最甜的是红蜜、金露、早霞。送展的还有青皮、白玉、紫云、长丰四个品种。";
    expect(await answerTo(text, "获奖的品种里最甜的是哪三种？")).toContain("红蜜、金露、早霞");
  });

  it("are never cut within a bracket", async () => {
    const text = "云川市出台《河道管理办法（试行）》，要求船只在码头靠泊，并在夜间亮灯。";
    const answer = (await answerTo(text, "云川市出台了什么办法？")) ?? "";
    expect(answer.split("《").length).toBe(answer.split("》").length);
  });
});

describe("a company that is asked for", () => {
  it("isn't the authority that fined it", async () => {
    const text = "云川市市场监管局公布，青帆航运因私自涨价被罚款八万元。";
    expect(await answerTo(text, "哪家公司因私自涨价被罚款八万元？")).toBe("青帆航运");
  });
});
