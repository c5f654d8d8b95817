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
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual({ shown: [3, 4], page: 2, pages: 3 });
    expect(pageOf([1, 2, 3, 4, 5], 9, 2)).toEqual({ shown: [5], page: 3, pages: 3 });
    expect(pageOf([], 0, 2)).toEqual({ shown: [], page: 1, pages: 1 });
  });
});
