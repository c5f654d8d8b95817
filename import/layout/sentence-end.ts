const CLOSERS = "”’」』）)】》〉\\]\"'*_";
/** A sentence may be followed by who wrote it: `……。（记者 张三）`. */
const FINISHED = new RegExp(`[。！？!?.…；;：:][${CLOSERS}]*(?:\\s?[（(【\\[][^（）()]{1,30}[）)】\\]])?$`, "u");
const CONTINUES = /[，、,(（“‘「『《—]$/u;
const RESUMES = /^[，。、；：！？”’」』）》,;.!?)%％]/u;
const LOWERCASE = /^\p{Ll}/u;

/** Tells whether a line ends where a sentence can end. */
export function endsSentence(text: string): boolean {
  return FINISHED.test(text);
}

/** Tells whether a line ends with a mark after which its sentence must go on. */
export function mustGoOn(text: string): boolean {
  return CONTINUES.test(text);
}

/** Tells whether a line begins with a mark that can't begin a sentence. */
export function resumes(text: string): boolean {
  return RESUMES.test(text);
}

/** Tells whether a line begins with a small letter, as no sentence does. */
export function beginsSmall(text: string): boolean {
  return LOWERCASE.test(text);
}
