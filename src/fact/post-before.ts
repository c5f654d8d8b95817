import type { NameLexicon } from "../lexicon/name-lexicon.ts";
import type { Name } from "./mention.ts";

/** The post before a name, from the clause's start: 海关总署新闻发言人、统计分析司司长. Null where no title ends there. */
export function postBefore(folded: string, nameStart: number, lexicon: NameLexicon): Name["title"] {
  const before = folded.slice(Math.max(0, nameStart - 60), nameStart);
  if (!lexicon.titleAtEnd.test(before)) return null;
  const cut = Math.max(
    ...["，", ",", "。", "；", ";", "：", ":", "”", '"', "\n", "」", "』", "！", "？", "!", "?", "…"].map((mark) =>
      before.lastIndexOf(mark),
    ),
  );
  const start = nameStart - before.length + cut + 1;
  const lead = /^(?:\s|据|由|对此|日前|近日|邀请|来自)+/u.exec(folded.slice(start, nameStart))?.[0].length ?? 0;
  const end = nameStart - (/\s$/u.test(before) ? 1 : 0);
  return end > start + lead ? { start: start + lead, end } : null;
}
