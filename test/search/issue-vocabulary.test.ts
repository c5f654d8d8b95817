import { describe, expect, it } from "vitest";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { issueVocabulary } from "../../src/search/issue-vocabulary.ts";
import { smallDigest } from "./small-digest.ts";

describe("the vocabulary of an issue", () => {
  it("has places without the word for what they are, too", async () => {
    const digest = await smallDigest("会议在澜州市举行。澜州市今年新开了三座港口。");
    const { names } = issueVocabulary(digest.readings.values(), openLexicon());
    expect(names).toContain("澜州市");
    expect(names).toContain("澜州");
  });

  it("has names that the text coins, but not the words of the trade that the language data explains", async () => {
    const digest = await smallDigest("岚栖租下冷链仓库。岚栖说冷链不贵,岚栖的对手也说冷链不贵。");
    const { names } = issueVocabulary(digest.readings.values(), openLexicon());
    expect(names).toContain("岚栖");
    expect(names).not.toContain("冷链");
  });

  it("calls a company by the beginning of its full name, and by its Latin name", async () => {
    const digest = await smallDigest(
      "安徽谷多多食品连锁股份有限公司递交了申请。谷多多去年开了三百家店。",
      "店主起诉购物平台速梯(ShopLadder)。速梯没有回应,法院说速梯应当退钱。",
    );
    const { names, equals } = issueVocabulary(digest.readings.values(), openLexicon());
    expect(names).toContain("谷多多");
    expect(equals).toContainEqual(["速梯", "shopladder"]);
    expect(equals).toContainEqual(["shopladder", "速梯"]);
  });
});
