import type { IssueSource } from "./issue-source.ts";
import type { Issue } from "./issue.ts";
import { KnowledgeError } from "./knowledge-error.ts";
import { readMarkdown } from "./markdown.ts";

/**
 * Reads an issue from its file's text.
 *
 * @throws {@link KnowledgeError} when the front matter is broken, or there is no article text.
 */
export function readIssue({ id, name, text }: IssueSource): Issue {
  const issue = readMarkdown(text, id);
  if (issue.articles.some((article) => article.text !== "")) return issue;
  throw new KnowledgeError(name, "holds no article text; write some below a ## heading");
}
