import { expect, it } from "vitest";
import { ask, openDigest } from "../../src/index.ts";

it("says that it couldn't check, and names nothing missing, when the index couldn't look everywhere", async () => {
  const { digest } = await openDigest("knowledge");
  const index = { ...digest.index, candidates: async () => ({ hits: [], complete: false }) };
  const { reply } = await ask({ ...digest, index }, "上半年跨境电商出口多少？");
  expect(reply).toMatchObject({
    status: "unanswered",
    missing: { kind: "unchecked" },
    reason: "现在没能查完整份摘要，请稍后再问一次。",
  });
});
