import { expect, it } from "vitest";
import { holdsWord } from "../../src/text/word-search.ts";

it.each([
  ["得益于补贴", "得益于", true, true],
  ["the group grew", "up", false, false],
  ["prices went up.", "up", true, true],
  ["the growth of trade", "grow", false, true],
  ["the growth of trade", "grow", true, false],
  ["regrowth, then grow", "grow", true, true],
  ["", "up", false, false],
])("of %j and %j, whole %j: %j", (text, word, isWhole, expected) => {
  expect(holdsWord(text, word, isWhole)).toBe(expected);
});
