import fc from "fast-check";
import { expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";
import type { Issue } from "../../src/digest/issue.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { numberWords, packReading } from "../../src/fact/pack-reading.ts";
import type { Reading } from "../../src/fact/reading.ts";
import { readArticle } from "../../src/fact/reading.ts";
import { unpackReading } from "../../src/fact/unpack-reading.ts";
import { anyText } from "./texts.ts";
import { openSample } from "./sample.ts";

const lexicon = openLexicon();

/** The readings of an issue, and what comes out where they are packed and unpacked. */
function packed(issue: Issue): { readonly read: Reading[]; readonly unpacked: Reading[]; readonly bytes: number } {
  const numbers = numberWords();
  const read = issue.articles.map((article) => readArticle(article, issue.date, lexicon));
  const bytes = read.map((reading) => packReading(reading, numbers));
  return {
    read,
    unpacked: issue.articles.map((article, i) =>
      unpackReading(bytes[i] ?? new Uint8Array(), numbers.words, article, issue.date),
    ),
    bytes: bytes.reduce((sum, { length }) => sum + length, 0),
  };
}

it("packs the sample's readings into less than 60 bytes a sentence, and they come out as they were", async () => {
  for (const issue of (await openSample()).issues) {
    const { read, unpacked, bytes } = packed(issue);
    expect(unpacked).toEqual(read);
    expect(
      read.flatMap(({ shortForms, byline, titlePeriods }) => [...shortForms, ...byline, ...titlePeriods]),
    ).not.toEqual([]);
    expect(bytes / read.reduce((sum, { sentences }) => sum + sentences.length, 0)).toBeLessThan(60);
  }
});

it("packs English posts, negative figures, changes without a base and lists of names", () => {
  const issue = readMarkdown(
    `---
date: 2025-07
---

## Ports in the first half

Jane Doe, chief executive of Acme Holdings, said growth was -3.2% and exports rose 5.7%.

### In China

去年,出口同比下降-0%,约1.03万亿元以上,走访武汉、宜昌、鄂州等地。近日“店播”发布。
`,
    "ports",
  );
  const { read, unpacked } = packed(issue);
  expect(unpacked).toEqual(read);
  const mentions = read.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.mentions));
  expect(new Set(mentions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
});

it("brings any reading back as it was", () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (paragraphs) => {
      const issue = readMarkdown(`## 上半年\n\n${paragraphs.join("\n\n### 其中\n\n")}\n`, "2025-07-16");
      const { read, unpacked } = packed(issue);
      expect(unpacked).toEqual(read);
    }),
    { seed: 20_260_601, numRuns: 300 },
  );
});
