import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openDigest } from "../../src/index.ts";
import { runCommand } from "../adapters/run-command.ts";
import type { Ran } from "../adapters/run-command.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures");
const SAMPLE = "2025-07-ecommerce.txt";

/** A folder with copies of fixtures. */
function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  for (const name of names) cpSync(join(FIXTURES, name), join(folder, name.replace("import/", "")));
  return folder;
}

const run = (folder: string, ...options: readonly string[]): Promise<Ran> =>
  runCommand("../import/run", options, { folder });

describe("import", () => {
  it("writes the sample text as an issue, and says what it found", async () => {
    const folder = folderWith(SAMPLE);
    const { status, out, err } = await run(folder, SAMPLE);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toBe(`2025-07-ecommerce.txt → knowledge/2025-07-ecommerce.md
  2025-07-ecommerce
  plain text in UTF-8; Chinese; 2025-07 (from the file's name)
    1  世贸组织电子商务规则高级研讨班到鄂调研  7 blocks
    2  全球跨境电商交易博览会在杭州举办  5 blocks
    3  上半年我国跨境电商进出口约1.32万亿元  2 blocks
    4  6月份中国电商物流指数创年内新高  2 blocks
    5  数实融合 店播与中小商家激活直播电商内生动力  10 blocks
         · “店播”崛起 筑牢行业治理发展根基
         · 中小主体激活直播电商新生态
  lines joined: 3, 3 of them across an empty line or a page's end:
       …我国电商规则国际话语权提|升,服务国家经贸战略全局…
       …表示,花湖国际机场拥有非|常高效的基础设施,这对于…
       …们的个体成长故事,同时也|印证着整个平台生态的繁荣…
  left out: nothing

`);
    const { digest, problems } = await openDigest(join(folder, "knowledge"));
    expect(problems).toEqual([]);
    expect(digest.issues[0]).toMatchObject({ language: "zh", date: { year: 2025, month: 7, day: null } });
    const sample = await openDigest(join(FIXTURES, "../../knowledge"));
    expect(digest.issues[0]!.articles.map(({ title, text }) => [title, text])).toEqual(
      sample.digest.issues[0]!.articles.map(({ title, text }) => [title, text]),
    );
  });

  it("takes title, date and language from the command line before all else", async () => {
    const folder = folderWith(SAMPLE);
    const options = ["--title", "../电商摘要: 7月", "--date", "2025-07-16", "--language", "zh", "--out", "a/b"];
    expect((await run(folder, SAMPLE, ...options)).status).toBe(0);
    expect(readdirSync(join(folder, "a/b"))).toEqual(["2025-07-16-电商摘要-7月.md"]);
    const written = readFileSync(join(folder, "a/b/2025-07-16-电商摘要-7月.md"), "utf8");
    expect(written.split("\n## ")[0]).toBe('---\ntitle: "../电商摘要: 7月"\ndate: 2025-07-16\nlanguage: zh\n---\n');
  });

  it("writes nothing with --dry-run", async () => {
    const folder = folderWith(SAMPLE);
    const { status, out } = await run(folder, SAMPLE, "--dry-run");
    expect([status, out.split("\n")[0]]).toEqual([
      0,
      "2025-07-ecommerce.txt → knowledge/2025-07-ecommerce.md (not written)",
    ]);
    expect(readdirSync(folder)).toEqual([SAMPLE]);
  });

  it("replaces an issue with --force alone", async () => {
    const folder = folderWith(SAMPLE);
    const issue = join(folder, "2025-07-ecommerce.md");
    writeFileSync(issue, "An editor's own words.");
    const refused = await run(folder, SAMPLE, "--out", ".");
    expect([refused.status, refused.out, refused.err]).toEqual([
      2,
      "",
      "import: 2025-07-ecommerce.txt 2025-07-ecommerce.md is already there; give another --title or --date, or --force to replace it\n",
    ]);
    expect(readFileSync(issue, "utf8")).toBe("An editor's own words.");
    expect((await run(folder, SAMPLE, "--out", ".", "--force")).status).toBe(0);
    expect(readFileSync(issue, "utf8")).toContain("## 全球跨境电商交易博览会在杭州举办");
    expect(readdirSync(folder)).toEqual(["2025-07-ecommerce.md", SAMPLE]);
  });

  it("imports every file of a folder, and never one over the other", async () => {
    const folder = folderWith(
      "import/page.html",
      "import/feed.atom",
      "import/zh-indented.txt",
      "import/zh-indented.gb18030.txt",
    );
    writeFileSync(join(folder, "notes.odt"), "not looked at");
    const { status, err } = await run(folder, ".", "--out", "out");
    expect([status, err]).toEqual([
      2,
      "import: zh-indented.txt out/2026-03-20-港航周刊.md is already there; give another --title or --date, or --force to replace it\n",
    ]);
    expect(readdirSync(join(folder, "out")).sort()).toEqual([
      "2026-03-12-山城快讯.md",
      "2026-03-20-harbour-letter-12.md",
      "2026-03-20-港航周刊.md",
    ]);
  });

  it("cuts a feed into weeks with --weekly", async () => {
    const folder = folderWith("import/feed.rss");
    expect((await run(folder, "feed.rss", "--weekly")).status).toBe(0);
    expect(readdirSync(join(folder, "knowledge")).sort()).toEqual([
      "2026-02-27-rail-notes-2026-02-23.md",
      "2026-03-11-rail-notes-2026-03-09.md",
    ]);
  });

  it("warns of an issue without a date", async () => {
    const folder = folderWith("import/en-ruled.txt");
    expect((await run(folder, "en-ruled.txt")).out).toContain(
      "no date found: 今年 or “last month” will mean nothing; give --date",
    );
  });

  it.each([
    [[], "import: name the files to import: npm run --silent import -- FILE…\n"],
    [["none.txt"], "import: none.txt isn't there; check the name\n"],
    [[SAMPLE, "--date", "July"], "import: --date July: write a day such as 2025-07-16 or a month such as 2025-07\n"],
    [[SAMPLE, "--date", "2025-02-30"], "import: --date 2025-02-30: write a day"],
    [
      [SAMPLE, "--language", "fr"],
      "import: --language fr: write zh or en, or leave the option out and the text decides\n",
    ],
    [[SAMPLE, "--title", " "], "import: --title: write the issue's title, or leave the option out\n"],
    [[SAMPLE, SAMPLE, "--title", "x"], "import: --title is for one file, and there are 2; import them one by one\n"],
    [[SAMPLE, "--fast"], "import: Unknown option '--fast'"],
    [[SAMPLE, "--out", SAMPLE], `import: ${SAMPLE} ${SAMPLE}/2025-07-ecommerce.md can't be written (`],
  ])("ends with 2 for %j", async (options, message) => {
    const { status, out, err } = await run(folderWith(SAMPLE), ...options);
    expect([status, out, err.slice(0, message.length)]).toEqual([2, "", message]);
  });

  it("explains itself", async () => {
    const { status, out } = await run(folderWith(), "--help");
    expect([status, out.split("\n")[0]]).toEqual([
      0,
      "Usage: npm run --silent import -- FILE… [--out DIR] [--date D] [--title T] [--language L] [--dry-run] [--force]",
    ]);
  });
});
