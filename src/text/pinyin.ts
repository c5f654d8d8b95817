/** How Chinese characters sound; loaded when first needed, for it costs 16 MB. */
export interface Transliteration {
  /** Pinyin syllables without tones: 龙小红 → ["long", "xiao", "hong"]; the first character read as a surname. */
  readonly syllables: (chinese: string) => readonly string[];
  /** All syllables that a character may be read with: 长 → ["chang", "zhang"]. */
  readonly readings: (character: string) => readonly string[];
  /** Romanises a person's name: 龙小红 → "Long Xiaohong"; 穆罕默德·阿什拉夫 → "Muhanmode Ashilafu". */
  readonly personName: (chinese: string) => string;
  /** Romanises a place's name: 武汉 → "Wuhan". */
  readonly placeName: (chinese: string) => string;
  /** Common characters that sound like one, tones aside, itself excepted. */
  readonly homophones: (character: string) => readonly string[];
}

/**
 * Loads the pinyin table.
 *
 * @param compoundSurnames - Surnames of two characters, as one regular-expression alternation: 欧阳|申屠|…
 */
export async function loadTransliteration(compoundSurnames: string): Promise<Transliteration> {
  const { pinyin } = await import("pinyin-pro");
  const compound = new RegExp(`^(?:${compoundSurnames})`, "u");
  let bySound: Map<string, string[]> | null = null;
  const plain = (syllable: string): string => syllable.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const syllables = (chinese: string): string[] =>
    pinyin(chinese, { toneType: "none", type: "array", mode: "surname", v: false }).map(plain);
  return {
    syllables,
    readings: (character) => [
      ...new Set(pinyin(character, { toneType: "none", type: "array", multiple: true, v: false }).map(plain)),
    ],
    personName: (chinese) => {
      const parts = chinese.split("·");
      if (parts.length > 1) return parts.map((part) => capitalise(syllables(part).join(""))).join(" ");
      const all = syllables(chinese);
      const surname = compound.test(chinese) ? 2 : 1;
      return `${capitalise(all.slice(0, surname).join(""))} ${capitalise(all.slice(surname).join(""))}`.trim();
    },
    placeName: (chinese) => capitalise(pinyin(chinese, { toneType: "none", type: "array" }).join("")),
    homophones: (character) => {
      bySound ??= groupBySound(syllables);
      return (bySound.get(syllables(character)[0] ?? "") ?? []).filter((other) => other !== character);
    },
  };
}

/** Groups the characters of GB 2312, the ones that everyday text is made of, by their sound. */
function groupBySound(syllables: (chinese: string) => readonly string[]): Map<string, string[]> {
  const decoder = new TextDecoder("gb18030");
  const groups = new Map<string, string[]>();
  for (let row = 0xb0; row <= 0xf7; row++) {
    const bytes = Array.from({ length: 94 }, (_, i) => [row, 0xa1 + i]).flat();
    for (const character of decoder.decode(new Uint8Array(bytes))) {
      if (!/\p{Script=Han}/u.test(character)) continue;
      const sound = syllables(character)[0] ?? "";
      groups.set(sound, [...(groups.get(sound) ?? []), character]);
    }
  }
  return groups;
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
