import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOwnQuestions } from "../../training/own-questions.ts";

describe("readOwnQuestions", () => {
  it("leaves out what is computed, about the digest itself, or asked in several turns", async () => {
    const questions = await readOwnQuestions("test/questions/2025-07-ecommerce.jsonl");
    expect(questions.filter(({ turns }) => turns.length !== 1)).toEqual([]);
    const kinds = new Set(questions.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      "date",
      "keyword",
      "list",
      "none",
      "number",
      "org",
      "person",
      "place",
      "quote",
      "traditional",
      "typo",
      "what",
      "why",
    ]);
  });

  it("reads every set of the repository", async () => {
    const files = readdirSync("test/questions").filter((name) => name.endsWith(".jsonl"));
    for (const file of files) expect((await readOwnQuestions(`test/questions/${file}`)).length).toBeGreaterThan(20);
    expect(files.length).toBe(31);
  });
});
