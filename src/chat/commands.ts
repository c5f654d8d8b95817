import { isoDate } from "../digest/issue-date.ts";
import type { Digest } from "../search/digest.ts";
import type { Issue } from "../digest/issue.ts";
import type { Language } from "../text/script.ts";
import { articleBlocks, findArticle } from "./article-text.ts";
import { CHINESE_NAMES, HELP, WORDS } from "./command-words.ts";
import type { Wording } from "./command-words.ts";
import type { CommandBlock, DocumentBlock } from "./document.ts";
import { listFacts } from "./fact-list.ts";
import { greet } from "./greeting.ts";

/** A command as typed: `/article 3`, `／文章3`, `/help@digest_bot`. */
export interface Command {
  /** In lower case, English where the command is known by a Chinese name. */
  readonly name: string;
  readonly argument: string;
  /** `zh` where the Chinese name was typed, else null. */
  readonly language: Language | null;
}

/** Reads a message as a command; null where it is a question. */
export function parseCommand(message: string): Command | null {
  const match = /^[/／](?<typed>\p{L}+)(?:@\w+)?(?:\s+(?<rest>[^]*)|(?<number>\p{Nd}+))?$/u.exec(message.trim());
  if (match === null) return null;
  const { typed = "", rest, number } = match.groups ?? {};
  const known = CHINESE_NAMES.get(typed);
  return {
    name: known ?? typed.toLowerCase(),
    argument: (rest ?? number ?? "").trim(),
    language: known === undefined ? null : "zh",
  };
}

/** Runs a command that every surface has. An unknown one says so and points to the help. */
export function runCommand(command: Command, digest: Digest, asked: Language): DocumentBlock[] {
  const language = command.language ?? asked;
  switch (command.name) {
    case "start":
      return greet(digest, language);
    case "help":
      return help(language);
    case "articles":
      return listArticles(digest, command.argument, language);
    case "article":
      return showArticle(digest, command.argument, language);
    case "issues":
      return listIssues(digest, command.argument, language);
    case "facts":
      return listFacts(digest, command.argument, language);
    case "about":
      return about(digest, language);
    default:
      return [hint(`${WORDS.unknown[language]}/${command.name}`), hint(WORDS.moreHelp[language])];
  }
}

function help(language: Language): CommandBlock[] {
  const entries = HELP.map(({ usage, purpose }) => ({
    kind: "entry" as const,
    label: usage[language],
    text: purpose[language],
  }));
  return [{ kind: "paragraph", text: WORDS.ask[language] }, ...entries];
}

/** How many of the other issues a listing names. */
const ISSUES_NAMED = 5;

function listArticles(digest: Digest, wanted: string, language: Language): CommandBlock[] {
  const issue = wanted === "" ? digest.issues[0] : digest.issues.find(({ id }) => id === wanted);
  if (issue === undefined) return [hint(wanted === "" ? WORDS.empty[language] : `${WORDS.noIssue[language]}${wanted}`)];
  const isNewest = issue === digest.issues[0];
  const entries = issue.articles.map((article) => ({
    kind: "entry" as const,
    label: isNewest ? `${article.ordinal}` : article.id,
    text: article.title,
  }));
  const others = digest.issues.filter((other) => other !== issue);
  const named = others.slice(0, ISSUES_NAMED).map(({ id }) => `/articles ${id}`);
  const rest = others.length > ISSUES_NAMED ? [`… (${others.length})`] : [];
  const more = others.length === 0 ? [] : [hint(`${WORDS.otherIssues[language]}${[...named, ...rest].join("  ")}`)];
  return [{ kind: "title", text: titleOf(issue, language) }, ...entries, hint(WORDS.readHint[language]), ...more];
}

/** How many issues a page of their list holds. */
const ISSUES_A_PAGE = 20;

function listIssues(digest: Digest, wanted: string, language: Language): CommandBlock[] {
  if (digest.issues.length === 0) return [hint(WORDS.empty[language])];
  const pages = Math.ceil(digest.issues.length / ISSUES_A_PAGE);
  const page = Math.min(Math.max(1, Number.parseInt(wanted.normalize("NFKC"), 10) || 1), pages);
  const listed = digest.issues.slice((page - 1) * ISSUES_A_PAGE, page * ISSUES_A_PAGE);
  return [
    { kind: "title", text: pages === 1 ? WORDS.issues[language] : `${WORDS.issues[language]} ${page}/${pages}` },
    ...listed.map((issue) => ({ kind: "entry" as const, label: issue.id, text: titleOf(issue, language) })),
    hint(WORDS.issuesHint[language]),
    ...(page < pages ? [hint(`/issues ${page + 1}`)] : []),
  ];
}

function showArticle(digest: Digest, wanted: string, language: Language): CommandBlock[] {
  if (wanted === "") return [hint(WORDS.whichArticle[language]), ...listArticles(digest, "", language)];
  const reading = findArticle(digest, wanted);
  return reading === null
    ? [hint(`${WORDS.noArticle[language]}${wanted}`), ...listArticles(digest, "", language)]
    : articleBlocks(reading);
}

function about(digest: Digest, language: Language): CommandBlock[] {
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
      : [{ kind: "entry" as const, label: WORDS.newest[language], text: titleOf(newest, language) }]),
    count(WORDS.issues, digest.issues.length),
    count(WORDS.articles, digest.readings.size),
    count(WORDS.facts, digest.facts.size),
  ];
}

function titleOf(issue: Issue, language: Language): string {
  const date = isoDate(issue.date);
  if (date === "") return issue.title;
  return language === "zh" ? `${issue.title}（${date}）` : `${issue.title} (${date})`;
}

function hint(text: string): CommandBlock {
  return { kind: "hint", text };
}
