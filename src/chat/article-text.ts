import type { Reading } from "../fact/reading.ts";
import type { Digest } from "../search/digest.ts";
import type { CommandBlock } from "./document.ts";

/** Finds an article by its number in the newest issue (`3`, `３`) or by its id (`2025-07-ecommerce#3`). */
export function findArticle(digest: Digest, wanted: string): Reading | null {
  const number = wanted.normalize("NFKC").replace(/^#/u, "");
  const newest = digest.issues[0];
  const id = /^\d{1,6}$/u.test(number) && newest !== undefined ? `${newest.id}#${Number(number)}` : wanted;
  return digest.readings.get(id) ?? null;
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
