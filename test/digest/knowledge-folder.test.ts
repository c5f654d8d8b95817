import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KnowledgeError } from "../../src/digest/knowledge-error.ts";
import { openKnowledge } from "../../src/digest/knowledge-folder.ts";

let folder = "";

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "knowledge-")), "k");
  await chmod(dirname(folder), 0o755);
  await mkdir(folder);
});

afterEach(async () => {
  await rm(dirname(folder), { recursive: true });
});

async function write(name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

/** What opening the folder gives: ids of issues, and problems as `file: message`. */
async function open(): Promise<{ ids: string[]; problems: string[] }> {
  const { issues, problems } = await openKnowledge(folder);
  return { ids: issues.map(({ id }) => id), problems: problems.map(({ file, message }) => `${file}: ${message}`) };
}

/** Runs as a user who may not read everything, for root may. */
async function asNobody<T>(run: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await run();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe("a knowledge folder", () => {
  it("gives the issues of its Markdown files and subfolders, sorted by id, hidden ones left aside", async () => {
    await write("b.md", "B.");
    await write("sub/深/a.markdown", "A.");
    await write("C.MD", "C.");
    await write("README.md", "R.");
    await write("notes.txt", "No.");
    await write("glossary.json", "{}");
    await write(".hidden.md", "No.");
    await write(".git/x.md", "No.");
    await write("folder.md/inner.md", "Inner.");
    expect(await open()).toEqual({ ids: ["C", "README", "b", "folder.md/inner", "sub/深/a"], problems: [] });
  });

  it("gives ids in NFC, whatever the file system keeps", async () => {
    await write("cafe\u0301.md", "Text.");
    expect(await open()).toEqual({ ids: ["caf\u00e9"], problems: [] });
  });

  it("serves a hundred files in their order", async () => {
    const names = Array.from({ length: 100 }, (_, i) => `issue-${String(i).padStart(3, "0")}`);
    await Promise.all(names.map((name) => write(`${name}.md`, `## ${name}\n\nText.`)));
    expect(await open()).toEqual({ ids: names, problems: [] });
  });

  it("that is empty has a problem that says what to do", async () => {
    expect(await open()).toEqual({
      ids: [],
      problems: [
        `${folder}: holds no issue; add a Markdown file such as 2025-07-ecommerce.md or set KNOWLEDGE_DIR / --knowledge`,
      ],
    });
  });

  it("that is missing, or a file, is an error that says what to do", async () => {
    await write("file.md", "Text.");
    const missing = join(folder, "missing");
    const file = join(folder, "file.md");
    await expect(openKnowledge(missing)).rejects.toThrow(KnowledgeError);
    await expect(openKnowledge(missing)).rejects.toThrow(
      `${missing}: no such folder; create it or set KNOWLEDGE_DIR / --knowledge`,
    );
    await expect(openKnowledge(file)).rejects.toThrow(
      `${file}: is a file, not a folder; create it or set KNOWLEDGE_DIR / --knowledge`,
    );
  });

  it("that can't be opened is an error that says what to do", async () => {
    await chmod(folder, 0);
    const opening = asNobody(() => openKnowledge(folder));
    await expect(opening).rejects.toThrow(
      `${folder}: the folder can't be opened (EACCES); create it or set KNOWLEDGE_DIR / --knowledge`,
    );
    await chmod(folder, 0o755);
  });
});

describe("a file that can't be read is a problem, and the others still serve:", () => {
  beforeEach(() => write("good.md", "\ufeff# Good\n\nText."));

  it.each<[string, string | Uint8Array, string]>([
    ["text that isn't UTF-8", Uint8Array.of(0xb5, 0xe7, 0xc9, 0xcc), "isn't UTF-8; save it again as UTF-8"],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x41, 0x00), "isn't UTF-8; save it again as UTF-8"],
    ["NUL bytes", "Text\0.", "holds NUL bytes, so it isn't plain text; save it again as UTF-8 text"],
    ["too large a file", "Text.\n".repeat(3_000_000), "is larger than 16 MB; split it into issues"],
    ["too long a line", `One.\n${"a".repeat(1_048_577)}\n`, "line 2 is longer than 1 MB; break it into paragraphs"],
    [
      "broken front matter",
      "---\ntitle: a: b\n---\nText.",
      "line 2: the front matter isn't valid YAML (Nested mappings are not allowed in compact mappings); put quotes around a value that holds a colon, a # or a quote",
    ],
    [
      "a wrong date",
      "---\ndate: July\n---\nText.",
      "line 2: `date` is July; write a day such as 2025-07-16 or a month such as 2025-07",
    ],
    ["no bytes", "", "holds no article text; write some below a ## heading"],
    [
      "headings alone",
      "# Title\n\n## One\n\n<!-- nothing -->\n",
      "holds no article text; write some below a ## heading",
    ],
  ])("%s", async (_name, content, message) => {
    await write("bad.md", content);
    expect(await open()).toEqual({ ids: ["good"], problems: [`bad.md: ${message}`] });
  });

  it("a line and a file of exactly the allowed size are read", async () => {
    await write("long.md", "a".repeat(1_048_576));
    expect((await open()).ids).toEqual(["good", "long"]);
  });

  it("a file or a subfolder without permission", async () => {
    await write("secret.md", "Text.");
    await write("closed/x.md", "Text.");
    await chmod(join(folder, "secret.md"), 0);
    await chmod(join(folder, "closed"), 0);
    expect(await asNobody(open)).toEqual({
      ids: ["good"],
      problems: [
        "closed/: can't be listed; let the bot's user open the folder",
        "secret.md: permission denied; let the bot's user read it",
      ],
    });
    await chmod(join(folder, "closed"), 0o755);
  });

  it("a second file of the same id", async () => {
    await write("good.markdown", "Other.");
    const { issues, problems } = await openKnowledge(folder);
    expect(issues.map(({ title }) => title)).toEqual(["Good"]);
    expect(problems).toEqual([
      { file: "good.markdown", message: "another file is already the issue good; rename one of them" },
    ]);
  });

  it("links out of the folder, and links that lead nowhere", async () => {
    await writeFile(join(folder, "../outside.md"), "Secret.");
    await symlink("../outside.md", join(folder, "leak.md"));
    await symlink("..", join(folder, "up"));
    await symlink("gone.md", join(folder, "dangling.md"));
    expect(await open()).toEqual({
      ids: ["good"],
      problems: [
        "dangling.md: is a link that leads nowhere; remove it or mend it",
        "leak.md: links to a place outside the knowledge folder; put a copy here",
        "up: links to a place outside the knowledge folder; put a copy here",
      ],
    });
  });

  it("a socket, which is no file", async () => {
    const server = createServer().listen(join(folder, "socket.md"));
    await once(server, "listening");
    expect(await open()).toEqual({
      ids: ["good"],
      problems: ["socket.md: isn't a regular file; put a Markdown file in its place"],
    });
    server.close();
  });
});

describe("links inside the folder", () => {
  it("to files serve, as in a mounted Kubernetes ConfigMap", async () => {
    await write("..2025_07_16/a.md", "A.");
    await symlink("..2025_07_16", join(folder, "..data"));
    await symlink("..data/a.md", join(folder, "a.md"));
    expect(await open()).toEqual({ ids: ["a"], problems: [] });
  });

  it("to folders are visited once, and never in a circle", async () => {
    await write("real/a.md", "A.");
    await symlink("real", join(folder, "alias"));
    await symlink("..", join(folder, "real/round"));
    await write(".store/b.md", "B.");
    await symlink(".store", join(folder, "store"));
    expect(await open()).toEqual({ ids: ["real/a", "store/b"], problems: [] });
  });

  it("work when the knowledge folder is itself a link", async () => {
    await write("a.md", "A.");
    const link = join(dirname(folder), "link");
    await symlink("k", link);
    expect((await openKnowledge(link)).issues.map(({ id }) => id)).toEqual(["a"]);
  });
});
