import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Digest, Fact, Issue } from "../../src/index.ts";
import { readMarkdown } from "../../src/digest/markdown.ts";
import { deriveFacts } from "../../src/fact/fact.ts";
import { readArticle } from "../../src/fact/reading.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { buildDigest } from "../../src/search/digest.ts";
import { createMinisearchIndex } from "../../src/search/minisearch-index.ts";
import { contains } from "../../src/text/span.ts";
import { anyText } from "../fact/texts.ts";
import { openSample, RUNS } from "./asked.ts";
import { spansOf } from "./promises.ts";

const lexicon = openLexicon();
let digest: Digest;
beforeAll(async () => {
  digest = await openSample();
});

function factsOf({ articles, date }: Issue): Fact[] {
  return articles.flatMap((article) => deriveFacts(readArticle(article, date, lexicon), lexicon));
}

/** Where a fact lies outside its sentence, its sentence outside its block, or a mention outside the fact. */
function misplaced(fact: Fact): string[] {
  const { reading, sentence, mentions, id } = fact;
  const block = reading.article.blocks[sentence.block];
  const found: string[] = [];
  if (fact.end <= fact.start || !contains(sentence, fact)) found.push(`${id} lies outside its sentence`);
  if (block === undefined || !contains(block, sentence)) found.push(`${id}: its sentence lies outside its block`);
  for (const mention of mentions) {
    if (!contains(fact, mention)) found.push(`${id}: a ${mention.kind} lies outside it`);
    if (spansOf(mention).some((span) => !contains(mention, span) || span.end <= span.start))
      found.push(`${id}: a ${mention.kind} is torn`);
  }
  return found;
}

/** Issues put together from pieces that figures, dates, names and lists are made of. */
const anyIssue = fc
  .array(
    fc.oneof(
      anyText,
      fc
        .array(
          fc.constantFrom(
            "湖北省商务厅厅长",
            "龙小红",
            "介绍,",
            "说：",
            "“第一站”",
            "《白皮书》",
            "武汉、宜昌、鄂州等地",
            "出口约1.03万亿元",
            ",增长4.7%;",
            "进口2911亿元",
            "。",
            "其中,",
            "本报讯 刘柳 ",
            "said Jane Doe, the chief executive",
            ", ",
            "Alpha Group, Beta Inc and Gamma Ltd. ",
            "(以下简称“跨交会”)",
            "in Beijing",
            "“",
            "”",
            "(",
            "、",
            "……",
            "！",
          ),
          { maxLength: 14 },
        )
        .map((pieces) => pieces.join("")),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((paragraphs) =>
    readMarkdown(`---\ntitle: 测试\ndate: 2025-07-16\n---\n\n## 一\n\n${paragraphs.join("\n\n")}\n`, "test"),
  );

describe("every fact", () => {
  it("of the sample lies in its sentence and holds its mentions", () => {
    expect(digest.facts.size).toBeGreaterThan(60);
    expect([...digest.facts.values()].flatMap(misplaced)).toEqual([]);
  });

  it("of any issue lies in its sentence and holds its mentions", () => {
    fc.assert(
      fc.property(anyIssue, (issue) => {
        expect(factsOf(issue).flatMap(misplaced)).toEqual([]);
      }),
      { ...RUNS, numRuns: RUNS.numRuns * 3 },
    );
  });

  it("of any issue follows the one before without overlap, and none is lost", () => {
    fc.assert(
      fc.property(anyIssue, (issue) => {
        for (const article of issue.articles) {
          const reading = readArticle(article, issue.date, lexicon);
          const facts = deriveFacts(reading, lexicon);
          for (const [i, fact] of facts.entries()) expect(fact.start).toBeGreaterThanOrEqual(facts[i - 1]?.end ?? 0);
          for (const sentence of reading.sentences) expect(facts.some((fact) => fact.sentence === sentence)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("has an id of its own", () => {
    const all = digest.issues.flatMap(factsOf);
    expect(new Set(all.map((fact) => fact.id)).size).toBe(all.length);
    expect(digest.facts.size).toBe(all.length);
  });

  it("of any issue has an id of its own", () => {
    fc.assert(
      fc.property(anyIssue, (issue) => {
        const ids = factsOf(issue).map((fact) => fact.id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      RUNS,
    );
  });

  it("keeps its id, mentions and context when the digest is built again", async () => {
    const again = await openSample();
    expect(again.version).toBe(digest.version);
    expect([...again.facts.keys()]).toEqual([...digest.facts.keys()]);
    for (const [id, fact] of digest.facts) {
      expect(again.facts.get(id)?.mentions).toEqual(fact.mentions);
      expect(again.facts.get(id)?.context).toEqual(fact.context);
    }
  });

  it("keeps its id when another issue is published, and the digest gets another version", async () => {
    const news = readMarkdown(
      "---\ntitle: 新的一期\ndate: 2025-08-16\n---\n\n## 上半年我国跨境电商进出口约1.32万亿元\n\n出口约1.03万亿元。\n",
      "2025-08",
    );
    const grown = await buildDigest([...digest.issues, news], lexicon, createMinisearchIndex());
    expect(grown.facts.size).toBe(digest.facts.size + 1);
    expect([...grown.facts.keys()]).toEqual(expect.arrayContaining([...digest.facts.keys()]));
    expect(grown.version).not.toBe(digest.version);
  });
});
