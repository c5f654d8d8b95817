import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { KnowledgeProblem } from "./knowledge-error.ts";

/** A Markdown file of the knowledge folder. */
export interface IssueFile {
  /** The name without its extension, in NFC: some file systems decompose letters. */
  readonly id: string;
  /** The path in the knowledge folder, with `/` between folders. */
  readonly name: string;
  readonly path: string;
}

interface Listing {
  readonly files: IssueFile[];
  readonly problems: KnowledgeProblem[];
  readonly folders: Folder[];
  /** Linked folders, visited last: a folder that is also here by itself keeps its own name. */
  readonly links: Folder[];
}

interface Folder {
  /** What the names of its files begin with: empty, or the path with `/` at its end. */
  readonly prefix: string;
  readonly path: string;
}

const MARKDOWN = /\.(?:md|markdown)$/iu;

/**
 * Lists the Markdown files below a folder, sorted by id, `.md` first. Hidden files and folders are left aside;
 * links are followed as long as they stay in the folder, and each folder is visited once.
 *
 * @param root The folder's real path.
 */
export async function listIssueFiles(root: string): Promise<Pick<Listing, "files" | "problems">> {
  const listing: Listing = { files: [], problems: [], folders: [{ prefix: "", path: root }], links: [] };
  const visited = new Set<string>();
  for (;;) {
    const folder = listing.folders.shift() ?? listing.links.shift();
    if (folder === undefined) break;
    if (!visited.has(folder.path)) await listFolder(root, folder, listing);
    visited.add(folder.path);
  }
  listing.files.sort((a, b) => compare(a.id, b.id) || a.name.length - b.name.length || compare(a.name, b.name));
  return listing;
}

async function listFolder(root: string, folder: Folder, listing: Listing): Promise<void> {
  try {
    for (const entry of await readdir(folder.path, { withFileTypes: true })) {
      if (!entry.name.startsWith(".")) await listEntry(root, folder, entry, listing);
    }
  } catch {
    listing.problems.push({ file: folder.prefix, message: "can't be listed; let the bot's user open the folder" });
  }
}

async function listEntry(root: string, folder: Folder, entry: Dirent, listing: Listing): Promise<void> {
  const name = folder.prefix + entry.name;
  const path = join(folder.path, entry.name);
  if (entry.isDirectory()) listing.folders.push({ prefix: `${name}/`, path });
  else if (entry.isSymbolicLink()) await followLink(root, name, path, listing);
  else if (MARKDOWN.test(name)) addFile(name, path, entry.isFile(), listing);
}

async function followLink(root: string, name: string, link: string, listing: Listing): Promise<void> {
  try {
    const path = await realpath(link);
    const target = await stat(path);
    if (!target.isDirectory() && !MARKDOWN.test(name)) return;
    if (!isInside(root, path)) {
      listing.problems.push({ file: name, message: "links to a place outside the knowledge folder; put a copy here" });
    } else if (target.isDirectory()) listing.links.push({ prefix: `${name}/`, path });
    else addFile(name, path, target.isFile(), listing);
  } catch {
    if (!MARKDOWN.test(name)) return;
    listing.problems.push({ file: name, message: "is a link that leads nowhere; remove it or mend it" });
  }
}

function addFile(name: string, path: string, isFile: boolean, listing: Listing): void {
  if (isFile) listing.files.push({ id: name.replace(MARKDOWN, "").normalize("NFC"), name, path });
  else listing.problems.push({ file: name, message: "isn't a regular file; put a Markdown file in its place" });
}

function isInside(root: string, path: string): boolean {
  return relative(root, path).split(sep)[0] !== "..";
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
