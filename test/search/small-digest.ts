import type { Digest } from "../../src/search/digest.ts";
import { buildDigest } from "../../src/search/digest.ts";
import { openLexicon } from "../../src/fact/lexicon.ts";
import { createMinisearchIndex } from "../../src/search/minisearch-index.ts";
import { readMarkdown } from "../../src/digest/markdown.ts";

/** A digest of one issue with an article for each text, for questions that need no more. */
export async function smallDigest(...texts: readonly string[]): Promise<Digest> {
  const source = texts.map((text, i) => `## ${i + 1}\n\n${text}`).join("\n\n");
  return buildDigest([readMarkdown(source, "small")], openLexicon(), createMinisearchIndex());
}
