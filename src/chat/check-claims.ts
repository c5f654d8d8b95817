import { ask } from "../ask.ts";
import type { Asked } from "../ask.ts";
import type { Digest } from "../search/digest.ts";
import { detectLanguage } from "../text/script.ts";
import { splitSentences } from "../text/sentence.ts";
import type { DocumentBlock } from "./document.ts";
import { toBlocks } from "./reply-text.ts";
import type { Response } from "./respond.ts";

/** How many sentences of a message are checked, and how many findings are shown. */
const CHECKED = 8;
const SHOWN = 3;

/** Checks what a message says against the digest, sentence by sentence; where nothing can be said, says why. */
export async function checkClaims(message: string, digest: Digest): Promise<Response> {
  const sentences = message
    .split(/\n+/u)
    .flatMap((line) =>
      splitSentences(line, { start: 0, end: line.length }).map(({ start, end }) => line.slice(start, end)),
    )
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
    .slice(0, CHECKED);
  const checked: { readonly claim: string; readonly asked: Asked }[] = [];
  for (const claim of sentences.length === 0 ? [message] : sentences)
    checked.push({ claim, asked: await ask(digest, asQuestion(claim)) });
  const found = checked.filter(({ asked }) => asked.reply.status === "answered").slice(0, SHOWN);
  const shown = found.length > 0 ? found : checked.slice(0, 1);
  const [first] = shown;
  return {
    blocks: shown.flatMap(({ claim, asked }): DocumentBlock[] => [
      ...(shown.length > 1 ? [{ kind: "heading" as const, text: claim }] : []),
      ...toBlocks(asked.reply),
    ]),
    language: first?.asked.reply.language ?? detectLanguage(message),
    asked: first?.asked ?? null,
  };
}

/** 出口约2万亿元。 becomes 出口约2万亿元，是真的吗？; a question stays as it is. */
function asQuestion(claim: string): string {
  if (/[?？]["”’」』）)\s]*$/u.test(claim)) return claim;
  const bare = claim.replace(/[\s.。!！;；…,，]+$/u, "");
  return detectLanguage(claim) === "zh" ? `${bare}，是真的吗？` : `Is it true that ${bare}?`;
}
