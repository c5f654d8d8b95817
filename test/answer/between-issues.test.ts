import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { ask } from "../../src/index.ts";
import { buildDigest } from "../../src/search/digest.ts";
import { createMinisearchIndex } from "../../src/search/minisearch-index.ts";

const JANUARY =
  "松鹤快运1月16日召开伙伴大会。目前，公司在岭南省日均处理包裹310万件，共有网点64个，去年6月有员工900人。";
const NOVEMBER = "11月14日，松鹤快运通报岭南省网络建设进展。目前全省日均处理包裹升至452万件，共有员工1200人。";

/** The sum of a question about the two issues; null where it is refused or answered without one. */
async function computedFrom(question: string): Promise<string | null> {
  const issues = [
    ["2025-01-20", JANUARY],
    ["2025-11-19", NOVEMBER],
  ].map(([date = "", text = ""]) =>
    readMarkdown(`---\ntitle: 快运\ndate: ${date}\n---\n\n## 松鹤快运\n\n${text}`, date),
  );
  const { reply } = await ask(await buildDigest(issues, openLexicon(), createMinisearchIndex()), question);
  return reply.status === "answered" ? (reply.derivation?.expression ?? null) : null;
}

describe("a level from one issue to another", () => {
  it("is told by each for its own time", async () => {
    expect(await computedFrom("松鹤快运在岭南省日均处理的包裹，从年初到年底涨了多少件？")).toBe("452万件 − 310万件");
    expect(await computedFrom("松鹤快运在岭南省日均处理的包裹，11月比1月多了多少件？")).toBe("452万件 − 310万件");
  });

  it("isn't that of another time or thing, nor told by one issue alone", async () => {
    expect(await computedFrom("松鹤快运的员工，从年初到年底多了多少人？")).toBeNull();
    expect(await computedFrom("松鹤快运在岭南省的网点，从年初到年底多了几个？")).toBeNull();
    expect(await computedFrom("松鹤快运在岭南省日均处理的包裹，从6月到11月涨了多少件？")).toBeNull();
  });
});
