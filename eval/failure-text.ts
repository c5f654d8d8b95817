import { printable } from "../adapters/terminal-style.ts";
import type { ArticleName, Failure } from "./failure.ts";

/** Says what was asked, what is right, what was answered, and from where. */
export function failureText(failure: Failure): string {
  const { kind, id, question, gold, goldArticle, answer, f1, confidence, from, sentenceRank, error } = failure;
  const lines = [
    ["question", question],
    ["gold", gold.join(" | ") || "none"],
    ["in", goldArticle === null ? "no article" : articleText(goldArticle)],
    ["answer", error ?? answer ?? "refused"],
    ["from", from === null ? "nothing found" : `${articleText(from.article)}: ${from.sentence}`],
    [
      "right",
      sentenceRank === null ? "no answering sentence in the ranking" : `sentence ${sentenceRank} of the ranking`,
    ],
  ] as const;
  return [
    `${kind}  ${id}  F1 ${f1.toFixed(2)}  confidence ${confidence.toFixed(2)}`,
    ...lines.map(([label, text]) => `  ${label.padEnd(8)}  ${printable(text).replace(/\s*\n\s*/gu, " ")}`),
  ].join("\n");
}

function articleText({ id, title }: ArticleName): string {
  return title === "" ? id : `${title} (${id})`;
}
