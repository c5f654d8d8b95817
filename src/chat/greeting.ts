import { articleQuestions } from "../answer/suggest.ts";
import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { WORDS } from "./command-words.ts";
import type { DocumentBlock } from "./document.ts";

/** Greets someone who opens a chat: the digest's name, how to ask, and questions that it can answer. */
export function greet(digest: Digest, language: Language): DocumentBlock[] {
  const newest = digest.issues[0];
  if (newest === undefined) return [{ kind: "hint", text: WORDS.empty[language] }];
  return [
    { kind: "title", text: newest.title },
    { kind: "paragraph", text: WORDS.ask[language] },
    { kind: "suggestions", title: EXAMPLES[language], questions: articleQuestions(digest, language) },
    { kind: "hint", text: WORDS.moreHelp[language] },
  ];
}

/** The language to greet in before anyone has asked: that of the newest issue. */
export function languageOf(digest: Digest): Language {
  return digest.issues[0]?.language ?? "zh";
}

const EXAMPLES = { zh: "例如：", en: "For example:" } as const;
