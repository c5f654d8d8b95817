import { describe, expect, it } from "vitest";
import { BASELINES } from "../../eval/baselines.ts";
import { ARTICLES } from "./small-set.ts";

const searches = BASELINES.map(({ name, open }) => ({ name, search: open(ARTICLES) }));

describe("the plain alternatives", () => {
  it.each(searches)("$name finds an English sentence by its words, with its place", ({ search }) => {
    expect(search("Who opened the fourth terminal?")[0]).toMatchObject({
      article: "port",
      start: 54,
      text: "Harbour master Jane Doe opened the fourth terminal.",
    });
  });

  it("find a Chinese sentence by words or characters, but not with minisearch's own tokenizer", () => {
    const found = searches.map(({ search }) => search("進口增長了多少？")[0]?.start ?? null);
    expect(found).toEqual([null, 31, 31, 31, 31]);
  });

  it("look at titles in the last two only: by the article's own score, or as a field", () => {
    const articles = ["Ningbo", "Xiamen"].map((title) => ({ id: title, title, text: "A terminal has opened." }));
    const found = BASELINES.map(({ open }) => open(articles)("Which terminal opened in Xiamen?")[0]?.article);
    expect(found).toEqual(["Ningbo", "Ningbo", "Ningbo", "Xiamen", "Xiamen"]);
  });
});
