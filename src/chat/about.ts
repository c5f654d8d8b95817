import type { Digest } from "../search/digest.ts";
import type { Language } from "../text/script.ts";
import { HELP, WORDS } from "./command-words.ts";
import type { Wording } from "./command-words.ts";
import type { CommandBlock } from "./document.ts";
import { issueTitle } from "./issue-list.ts";

/** Lists the commands. */
export function help(language: Language): CommandBlock[] {
  const entries = HELP.map(({ usage, purpose }) => ({
    kind: "entry" as const,
    label: usage[language],
    text: purpose[language],
  }));
  return [{ kind: "paragraph", text: WORDS.ask[language] }, ...entries];
}

/** Says what the bot is and what it has read. */
export function about(digest: Digest, language: Language): CommandBlock[] {
  const newest = digest.issues[0];
  const count = (label: Wording, value: number): CommandBlock => ({
    kind: "entry",
    label: label[language],
    text: String(value),
  });
  return [
    { kind: "paragraph", text: WORDS.about[language] },
    ...(newest === undefined
      ? []
      : [{ kind: "entry" as const, label: WORDS.newest[language], text: issueTitle(newest, language) }]),
    count(WORDS.issues, digest.issues.length),
    count(WORDS.articles, digest.readings.size),
    count(WORDS.facts, digest.facts.size),
  ];
}
