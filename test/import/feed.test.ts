import { describe, expect, it } from "vitest";
import { readFeed } from "../../import/feed.ts";
import { asLines, asOutline, readBytes, readFixture } from "./as-lines.ts";

const read = (text: string) => readBytes(readFeed, new TextEncoder().encode(text), "feed.xml");

describe("readFeed", () => {
  it("makes one issue of an RSS feed, an article of each entry", async () => {
    const [draft] = await readFixture(readFeed, "feed.rss");
    expect(draft).toMatchObject({
      title: "Rail Notes",
      date: "2026-03-11",
      language: "en",
      source: "https://rail.example/",
    });
    expect(asLines(draft!)).toEqual([
      "## Night train to Graz & back",
      "The night train to Graz runs again from 4 May, three times a week.",
      "### Fares",
      "A berth costs 59 euros.",
      "## Bridge closed",
      "The bridge at Lenz is closed for 12 days.",
      "## Old news",
      "The depot got 40 new lamps.",
    ]);
    expect(draft!.findings.leftOut).toEqual([{ text: "Only a picture", why: "an entry without text" }]);
  });

  it("makes an issue of each week where it is asked to", async () => {
    const drafts = await readFixture(readFeed, "feed.rss", true);
    expect(drafts.map(({ title, date }) => [title, date])).toEqual([
      ["Rail Notes 2026-03-09", "2026-03-11"],
      ["Rail Notes 2026-02-23", "2026-02-27"],
    ]);
    expect(drafts.map(asOutline)).toEqual([
      ["## Night train to Graz & back", "### Fares", "## Bridge closed"],
      ["## Old news"],
    ]);
  });

  it("reads an Atom feed, and titles an entry by its first words where it has no title", async () => {
    const [draft] = await readFixture(readFeed, "feed.atom");
    expect(draft).toMatchObject({
      title: "山城快讯",
      date: "2026-03-12",
      language: "zh",
      source: "https://shan.example/",
    });
    expect(asLines(draft!)).toEqual([
      "## 缆车恢复运行",
      "缆车3月12日恢复运行，票价25元。",
      "- 首班8时",
      "- 末班19时",
      "## 山门广场新装路灯66盏。",
      "山门广场新装路灯66盏。",
    ]);
  });

  it("reads a JSON feed", async () => {
    const [draft] = await readFixture(readFeed, "feed.json");
    expect(draft).toMatchObject({ title: "Bread Log", date: "2026-02-02", source: "https://bread.example/" });
    expect(asLines(draft!)).toEqual(["## Rye at 82 degrees", "The crumb held.", "Next time: 84 degrees."]);
  });

  it("refuses a feed that declares entities, and what is no feed", async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
    const bomb = `<!DOCTYPE rss [<!ENTITY e0 "ha">${levels}]><rss version="2.0"><channel><title>&e9;</title></channel></rss>`;
    await expect(read(bomb)).rejects.toThrow("declares entities of its own, which may unfold without end");
    await expect(read('{"a": 1}')).rejects.toThrow("save it as RSS, Atom or JSON Feed");
  });
});
