import { beforeAll, describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { deriveFacts } from "../../src/fact/fact.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { readArticle } from "../../src/fact/reading.ts";
import type { FactStore } from "../../src/search/fact-store.ts";
import { createFactStore } from "../../src/search/fact-store.ts";
import { packIssue } from "../../src/search/packed-issue.ts";

const lexicon = openLexicon();
/** More sentences than stay unpacked, an article without any, and a sentence of two facts. */
const issues = Array.from({ length: 120 }, (_, i) =>
  readMarkdown(
    `## 一\n\n${"武汉很好。".repeat(60)}\n\n## 空\n\n## 二\n\n上半年,出口约${i + 1}亿元,增长4.7%;进口约2911亿元,增长9.3%。\n`,
    `issue-${i}`,
  ),
);
let store: FactStore;

beforeAll(() => {
  store = createFactStore(
    issues.map((issue) => packIssue(issue, lexicon)),
    lexicon,
  );
});

describe("the facts of packed issues", () => {
  it("are those that reading the articles finds, in their order", () => {
    const read = issues.flatMap((issue) =>
      issue.articles.flatMap((article) => deriveFacts(readArticle(article, issue.date, lexicon), lexicon)),
    );
    expect([...store.facts.keys()]).toEqual(read.map(({ id }) => id));
    for (const i of [0, 60, 61, read.length - 1]) expect([...store.facts.values()][i]).toEqual(read[i]);
    expect(store.indexed.length).toBe(read.length);
    expect([...store.indexed].map(({ id }) => id)).toEqual(read.map(({ id }) => id));
  });

  it("are found by their article, which may have none", () => {
    expect(store.factsOf("issue-7#3").map(({ start, end }) => [start, end])).toEqual([
      [0, 17],
      [18, 35],
    ]);
    expect(store.factsOf("issue-7#2")).toEqual([]);
    expect(store.factsOf("issue-7#9")).toEqual([]);
  });

  it("tell an index what stands in them, around them and above them", () => {
    expect(store.indexed.at(61)).toMatchObject({
      issueId: "issue-0",
      statement: "进口约2911亿元,增长9.3%。",
      context: "\n上半年,出口约1亿元,增长4.7%;\n",
      title: "二\n",
    });
    expect(store.indexed.at(-1)).toBeUndefined();
    expect(store.indexed.at(store.indexed.length)).toBeUndefined();
  });

  it("belong to the same reading and sentence as long as anyone holds it", () => {
    const [fact] = store.factsOf("issue-3#1");
    expect([...store.readings.values()]).toHaveLength(360);
    expect(store.readings.get("issue-3#1")).toBe(fact?.reading);
    expect(store.factsOf("issue-3#1")[0]?.sentence).toBe(fact?.sentence);
  });
});
