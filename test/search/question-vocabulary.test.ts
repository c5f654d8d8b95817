import { describe, expect, it } from "vitest";
import { vocabularyFor } from "../../src/search/question-vocabulary.ts";
import { smallDigest } from "./small-digest.ts";

describe("the vocabulary for a question", () => {
  it("tells which of its words stand in the digest", async () => {
    const { stands } = await vocabularyFor("录屏要留证吗?", await smallDigest("律师提醒保存录屏。"));
    expect(stands("录屏")).toBe(true);
    expect(stands("留证")).toBe(false);
    expect(stands("录")).toBe(false);
  });

  it("has none of them where the digest has no Chinese", async () => {
    const { stands } = await vocabularyFor("录屏?", await smallDigest("The lawyer keeps a recording."));
    expect(stands("录屏")).toBe(false);
  });
});
