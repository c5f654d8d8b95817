import { beforeAll, describe, expect, it } from "vitest";
import type { Transliteration } from "../../src/text/pinyin.ts";
import { loadTransliteration } from "../../src/text/pinyin.ts";
import type { Likeness } from "../../src/text/likeness.ts";
import { compareWith } from "../../src/text/likeness.ts";
import { soundOfLatin, soundOfSyllable } from "../../src/text/sound.ts";

let sounds: Transliteration;
beforeAll(async () => {
  sounds = await loadTransliteration("欧阳|申屠");
});

function compare(latin: string, chinese: string, least = 0.5): Likeness {
  const syllables = Array.from(chinese, (character) => soundOfSyllable(sounds.syllables(character)[0] ?? ""));
  return compareWith(soundOfLatin(latin), least)(syllables, 0);
}

describe("a name's sound", () => {
  it.each([
    ["Pennetta", "佩内塔"],
    ["Stalin", "斯大林"],
    ["Monteiro", "蒙泰罗"],
    ["Alcántara", "阿尔坎塔拉"],
    ["Kellenberger", "克伦贝格尔"],
    ["Dirac", "狄拉克"],
    ["Marsden", "马斯登"],
  ])("is alike for %s and %s", (latin, chinese) => {
    expect(compare(latin, chinese)).toMatchObject({ length: chinese.length });
    expect(compare(latin, chinese).score).toBeGreaterThan(0.88);
  });

  it.each([
    ["Pennetta", "斯大林"],
    ["Smith", "福特斯"],
    ["Dirac", "马斯登"],
    ["Obama", "佩内塔"],
  ])("isn't alike for %s and %s", (latin, chinese) => {
    expect(compare(latin, chinese).score).toBeLessThan(0.75);
  });

  it("takes no more syllables than the name needs", () => {
    expect(compare("Stalin", "斯大林格勒").length).toBe(3);
  });

  it("gives up what can't be alike enough", () => {
    expect(compare("Stalin", "佩内塔", 0.9)).toEqual({ score: 0, length: 0 });
  });

  it("writes letters and syllables of one sound alike", () => {
    expect([soundOfLatin("Philip"), soundOfLatin("Filip")]).toEqual(["FiLiP", "FiLiP"]);
    expect(["si", "ke", "er", "lin"].map(soundOfSyllable)).toEqual(["Sy", "Ky", "l", "LiN"]);
  });
});
