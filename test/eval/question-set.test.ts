import { describe, expect, it } from "vitest";
import { readQuestionSet } from "../../eval/question-set.ts";
import type { QuestionSet } from "../../eval/question-set.ts";
import { ARTICLES, QUESTIONS, writeSet } from "./small-set.ts";
import type { SetPaths } from "./small-set.ts";

async function read({ articles, questions }: SetPaths): Promise<QuestionSet> {
  return readQuestionSet(articles, questions);
}

describe("readQuestionSet", () => {
  it("reads both files, and leaves other members and empty lines aside", async () => {
    const [first = {}] = QUESTIONS;
    const paths = writeSet([{ ...first, source: "a book" }, "", "  "], [...ARTICLES, ""]);
    expect(await read(paths)).toEqual({ articles: ARTICLES, questions: [first] });
  });

  it("keeps a text of any length, and takes a question without lang", async () => {
    const text = "长".repeat(100_000);
    const question = { id: "q", question: "?", answers: ["长"], article: "a", answerable: true };
    const set = await read(writeSet([question], [{ id: "a", title: "", text }]));
    expect([set.articles[0]?.text.length, set.questions]).toEqual([100_000, [question]]);
  });

  it.each([
    ["{", "small.questions.jsonl:2: the line isn't valid JSON"],
    ["[]", "small.questions.jsonl:2: the line: Invalid input: expected object, received array"],
    [
      { ...QUESTIONS[0], answers: "1" },
      "small.questions.jsonl:2: answers: Invalid input: expected array, received string",
    ],
    [
      { ...QUESTIONS[0], answers: ["1", 2] },
      "small.questions.jsonl:2: answers.1: Invalid input: expected string, received number",
    ],
    [
      { ...QUESTIONS[0], answerable: undefined },
      "small.questions.jsonl:2: answerable: Invalid input: expected boolean, received undefined",
    ],
    [{ ...QUESTIONS[0], article: "other" }, "small.articles.jsonl has no article “other”"],
  ])("names the file and the line of %j", async (line, message) => {
    await expect(read(writeSet([QUESTIONS[1] ?? {}, line]))).rejects.toThrow(message);
  });

  it("names an article's line, and the line that has its id already", async () => {
    await expect(read(writeSet(QUESTIONS, [...ARTICLES, { id: "x", title: "" }]))).rejects.toThrow(
      "small.articles.jsonl:3: text: ",
    );
    await expect(read(writeSet(QUESTIONS, [...ARTICLES, "", { ...ARTICLES[0] }]))).rejects.toThrow(
      "small.articles.jsonl:4: id: “trade” is the id of line 1 too; give it another",
    );
  });

  it("lets an unanswerable question name an article that isn't in the set", async () => {
    const question = { ...QUESTIONS[2], article: "elsewhere" };
    expect((await read(writeSet([question]))).questions).toEqual([question]);
  });

  it("names a file that is empty or can't be read", async () => {
    await expect(read(writeSet([]))).rejects.toThrow("small.questions.jsonl is empty; write one JSON object a line");
    const paths = writeSet();
    await expect(readQuestionSet(`${paths.folder}/none.jsonl`, paths.questions)).rejects.toThrow(
      "none.jsonl can't be read: ENOENT",
    );
  });
});
