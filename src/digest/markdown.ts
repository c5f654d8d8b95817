import type { Heading, RootContent } from "mdast";
import { detectLanguage } from "../text/script.ts";
import { headingText } from "./flow-blocks.ts";
import { readFrontMatter } from "./front-matter.ts";
import { dateInFileName } from "./issue-date.ts";
import type { Article, Block, Issue } from "./issue.ts";
import { parseMarkdown } from "./markdown-tree.ts";
import { sectionsOf } from "./sections.ts";
import type { Section } from "./sections.ts";

/**
 * Reads an issue from Markdown: front matter, an article for each `##` heading, and one for each story in a list of them.
 *
 * Prose above the first `##` is an article titled like the issue, as is a file without `##`. Articles hold the
 * text a reader sees, so an offset into one says nothing about the file.
 *
 * @param fileName The file's path in the knowledge folder without its extension; becomes the issue's id.
 * @throws {@link KnowledgeError} when the front matter is broken or holds a wrong value.
 */
export function readMarkdown(source: string, fileName: string): Issue {
  const { frontMatter, body } = readFrontMatter(withPlainLineEnds(source), fileName);
  const nodes = parseMarkdown(body.normalize("NFC")).children;
  const printed = printedTitle(nodes, frontMatter.title);
  const title = frontMatter.title ?? printed?.title ?? fileName.slice(fileName.lastIndexOf("/") + 1);
  const sections = sectionsOf(
    nodes.filter((node) => node !== printed?.heading),
    title,
  );
  const articles = sections.map((section, i) => articleOf(section, fileName, i + 1));
  return {
    id: fileName,
    title,
    date: frontMatter.date ?? dateInFileName(fileName),
    language: frontMatter.language ?? detectLanguage(textOf(title, articles)),
    source: frontMatter.source,
    articles,
  };
}

function withPlainLineEnds(source: string): string {
  return source.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n");
}

/** The first `#` heading, where it serves as the issue's title or repeats the one of the front matter. */
function printedTitle(nodes: readonly RootContent[], given: string | null): { heading: Heading; title: string } | null {
  const heading = nodes.find((node) => node.type === "heading" && node.depth === 1);
  if (heading?.type !== "heading") return null;
  const title = headingText(heading);
  return title !== "" && (given === null || given === title) ? { heading, title } : null;
}

function articleOf(section: Section, issueId: string, ordinal: number): Article {
  const blocks: Block[] = [];
  let end = 0;
  for (const { kind, text } of section.blocks) {
    const start = end === 0 ? 0 : end + SEPARATOR.length;
    end = start + text.length;
    blocks.push({ kind, start, end });
  }
  const text = section.blocks.map((block) => block.text).join(SEPARATOR);
  const { title, heading } = section;
  return {
    id: `${issueId}#${ordinal}`,
    issueId,
    ordinal,
    title,
    ...(heading === null ? {} : { section: heading }),
    text,
    blocks,
  };
}

const SEPARATOR = "\n\n";

function textOf(title: string, articles: readonly Article[]): string {
  return [title, ...articles.map((article) => `${article.title}\n${article.text}`)].join("\n");
}
