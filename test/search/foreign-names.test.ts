import { beforeAll, describe, expect, it } from "vitest";
import type { Heard } from "../../src/search/foreign-names.ts";
import { indexTransliterated, keysOf } from "../../src/search/foreign-names.ts";
import { loadTransliteration } from "../../src/text/pinyin.ts";
import { soundOfLatin, soundOfSyllable } from "../../src/text/sound.ts";

let alike: (latin: string) => readonly Heard[];
beforeAll(async () => {
  const { syllables } = await loadTransliteration("欧阳|申屠");
  const names = ["佩内塔", "斯大林格勒", "于斯大林", "蒙泰罗", "克伦贝格尔", "福特斯", "马斯登"];
  alike = indexTransliterated(names, (character) => soundOfSyllable(syllables(character)[0] ?? ""));
});

describe("names that write foreign ones by sound", () => {
  it.each([
    ["Pennetta", "佩内塔"],
    ["Kellenberger", "克伦贝格尔"],
    ["Stalin", "斯大林"],
    ["Stalingrad", "斯大林格勒"],
    ["Fortes", "福特斯"],
  ])("are found for %s", (latin, name) => {
    expect(alike(latin)[0]?.name).toBe(name);
  });

  it("aren't found for others", () => {
    expect(["Roosevelt", "Washington", "Li", ""].flatMap((latin) => alike(latin))).toEqual([]);
  });

  it("are looked up by every way to write their first consonants", () => {
    expect(keysOf(soundOfLatin("Pennetta"))).toEqual(["PN"]);
    expect(keysOf(soundOfLatin("Charles"))).toEqual(["SS", "S", "KS", "K"]);
  });
});
