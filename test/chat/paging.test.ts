import { describe, expect, it } from "vitest";
import { pageOf, readArgument } from "../../src/chat/paging.ts";

describe("the page of a command's argument", () => {
  it.each([
    ["", { words: "", page: 1 }],
    ["2025-07 p2", { words: "2025-07", page: 2 }],
    ["出口 第３页", { words: "出口", page: 3 }],
    ["exports page 4", { words: "exports", page: 4 }],
    ["p5", { words: "", page: 5 }],
    ["iPhone 15", { words: "iPhone 15", page: 1 }],
    ["step2", { words: "step2", page: 1 }],
  ])("is read from %j", (argument, read) => {
    expect(readArgument(argument)).toEqual(read);
  });
});

describe("a page of a list", () => {
  it("is cut out, the nearest where there is no such page", () => {
    const two = { most: 2, lengthOf: () => 1 };
    expect(pageOf([1, 2, 3, 4, 5], 2, two)).toEqual({ shown: [3, 4], page: 2, pages: 3 });
    expect(pageOf([1, 2, 3, 4, 5], 9, two)).toEqual({ shown: [5], page: 3, pages: 3 });
    expect(pageOf([], 0, two)).toEqual({ shown: [], page: 1, pages: 1 });
  });

  it("holds no more than its length, and what is longer stands alone", () => {
    const size = { most: 3, longest: 10, lengthOf: (words: string) => words.length };
    const list = ["12345", "67890", "1", "a much longer one", "2", "3", "4", "5"];
    const pages = [1, 2, 3, 4, 5].map((page) => pageOf(list, page, size).shown);
    expect(pages).toEqual([["12345", "67890"], ["1"], ["a much longer one"], ["2", "3", "4"], ["5"]]);
  });

  it("holds what a chat message takes where nothing else is said", () => {
    const list = Array.from({ length: 20 }, (_, i) => String(i).padEnd(300, "*"));
    expect(pageOf(list, 1, { most: 20, lengthOf: ({ length }) => length })).toMatchObject({ pages: 4 });
  });
});
