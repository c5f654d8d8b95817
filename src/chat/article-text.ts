import type { Reading } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import type { CommandBlock } from "./document.ts";
import { issueNamed } from "./issue-scope.ts";
import { findPassage } from "./passage.ts";

/**
 * Finds an article by its number in the newest issue (`3`, `３`), by its id, without the folders of its file if need be, or
 * by the key of a passage in it.
 */
export function findArticle(digest: Digest, wanted: string): Reading | null {
  const number = wanted.normalize("NFKC").replace(/^#/u, "");
  const newest = digest.issues[0];
  const id = /^\d{1,6}$/u.test(number) && newest !== undefined ? `${newest.id}#${Number(number)}` : wanted;
  return digest.readings.get(id) ?? articleOfFile(digest, id) ?? articleOfKey(digest, wanted);
}

function articleOfFile(digest: Digest, id: string): Reading | null {
  const at = id.lastIndexOf("#");
  const issue = at === -1 ? null : issueNamed(id.slice(0, at), digest);
  return issue === null ? null : (digest.readings.get(`${issue.id}${id.slice(at)}`) ?? null);
}

function articleOfKey(digest: Digest, key: string): Reading | null {
  const passage = findPassage(key, digest);
  return passage === null ? null : (digest.readings.get(passage.articleId) ?? null);
}

/** Lays an article out: its title and its text block by block, as printed, without the byline at its head. */
export function articleBlocks(reading: Reading): CommandBlock[] {
  const { article } = reading;
  const begin = afterByline(reading);
  const blocks = article.blocks.map(({ kind, start, end }) => ({
    kind,
    text: article.text.slice(Math.max(start, begin), end),
  }));
  return [{ kind: "title", text: article.title }, ...blocks.filter(({ text }) => text.trim() !== "")];
}

/** Where the text goes on after 本报讯 刘晗旭 "our own report, Liu Hanxu". */
function afterByline({ article, byline }: Reading): number {
  const last = byline.at(-1);
  if (last === undefined) return 0;
  const rest = /^[\s)）】\]:：、,，]*/u.exec(article.text.slice(last.end));
  return last.end + (rest?.[0].length ?? 0);
}
