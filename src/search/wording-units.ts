import { isHan } from "../text/script.ts";

/** A unit of a question's wording (a Chinese character or pair of them, an English stem) and how much it tells. */
export interface WordingUnit {
  readonly text: string;
  /** A single Chinese character, which tells less than a pair or a word. */
  readonly isCharacter: boolean;
  /** Inverse document frequency over its maximum, 0 to 1. */
  readonly idf: number;
}

/** Weighs a unit that stands in so many of all facts. */
export function toUnit(text: string, count: number, total: number): WordingUnit {
  const idf = Math.log(1 + (total - count + 0.5) / (count + 0.5)) / Math.log(1 + (total + 0.5) / 0.5);
  return { text, isCharacter: text.length === 1 && isHan(text.charCodeAt(0)), idf: Math.max(0, idf) };
}
