import type { NameLexicon } from "../lexicon/name-lexicon.ts";

/** Where a name begins after what says its kind: 肯尼亚电信运营商|乌胡拉; at the start where nothing says it. */
export function afterApposition(folded: string, start: number, end: number, { apposition }: NameLexicon): number {
  return start + (apposition.exec(folded.slice(start, end))?.[0].length ?? 0);
}
