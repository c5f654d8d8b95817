/** Katakana in Hepburn romanisation: single ones, and the small ones that change the one before. */
const KANA = new Map(
  (
    "ア a,イ i,ウ u,エ e,オ o,カ ka,キ ki,ク ku,ケ ke,コ ko,サ sa,シ shi,ス su,セ se,ソ so,タ ta,チ chi,ツ tsu,テ te,ト to," +
    "ナ na,ニ ni,ヌ nu,ネ ne,ノ no,ハ ha,ヒ hi,フ fu,ヘ he,ホ ho,マ ma,ミ mi,ム mu,メ me,モ mo,ヤ ya,ユ yu,ヨ yo," +
    "ラ ra,リ ri,ル ru,レ re,ロ ro,ワ wa,ヲ o,ン n,ガ ga,ギ gi,グ gu,ゲ ge,ゴ go,ザ za,ジ ji,ズ zu,ゼ ze,ゾ zo," +
    "ダ da,ヂ ji,ヅ zu,デ de,ド do,バ ba,ビ bi,ブ bu,ベ be,ボ bo,パ pa,ピ pi,プ pu,ペ pe,ポ po,ー "
  )
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);
const SMALL = new Map([
  ["ャ", "ya"],
  ["ュ", "yu"],
  ["ョ", "yo"],
]);

/** Romanises katakana: チョウソカベ → chousokabe; null where it has what Japanese names don't. */
export function romanise(katakana: string): string | null {
  let latin = "";
  let isDoubled = false;
  for (const kana of katakana) {
    const small = SMALL.get(kana);
    if (kana === "ッ") isDoubled = true;
    else if (small !== undefined) latin = latin.replace(/i$/u, /(?:sh|ch|j)i$/u.test(latin) ? small.slice(1) : small);
    else {
      const syllable = KANA.get(kana);
      if (syllable === undefined) return null;
      latin += (isDoubled ? (syllable.startsWith("ch") ? "t" : syllable.charAt(0)) : "") + syllable;
      isDoubled = false;
    }
  }
  return latin;
}
