import { describe, expect, it } from "vitest";
import { readWebPage } from "../../import/web-page.ts";
import { asLines, asOutline, readBytes, readFixture } from "./as-lines.ts";

const read = (html: string) => readBytes(readWebPage, new TextEncoder().encode(html), "page.html");
const PROSE = "The ferry runs every twenty minutes from six in the morning, and every hour after ten at night. ".repeat(
  3,
);

describe("readWebPage", () => {
  it("reads the text of a saved page, its name, day and address", async () => {
    const [draft] = await readFixture(readWebPage, "page.html");
    expect(draft).toMatchObject({
      title: "Harbour Letter 12",
      date: "2026-03-20",
      language: "en",
      source: "https://harbour.example/letters/2026/12/",
    });
    expect(asLines(draft!)).toEqual([
      "## Tram line reaches the docks",
      "The tram reached the docks on 16 March 2026, two years late. A ride from the station takes 14 minutes and costs 3.20, and the line is 6.4 km long.",
      "“People had stopped believing in it,” said line manager Olga Petrová. She expects 21,000 riders a day by summer, on 9 trams.",
      "### What it cost",
      "The line cost 310 million, of which the state paid 60%. Rails and wires took half of that, the new bridge a third. The depot covers 8,000 m².",
      "- Bridge: 104 million",
      "- Depot: 38 million",
      "- of that, land: 9 million",
      "## Fish landings by month",
      "Landings rose again in the first months of the year, as the boats stayed out longer and the weather was kind to them. The harbour office counts every crate.",
      "Month | Tonnes",
      "January | 1,204",
      "February | 1,377",
      "## Short & plain",
      "The lighthouse is open to visitors on Sundays from 10 to 16 again, as long as the wind stays below force seven and one of the two keepers is there to go up with them.",
    ]);
  });

  it("says what it left out around the text", async () => {
    const [draft] = await readFixture(readWebPage, "page.html");
    expect(draft!.findings.leftOut).toContainEqual({ text: "Unsubscribe", why: "around the text of the page" });
  });

  it("keeps every story of a page of which Readability takes one for the whole", async () => {
    const stories = ["One", "Two", "Three", "Four"].map(
      (title) => `<div class="c-${title}"><h2>${title}</h2><div>${PROSE}</div></div>`,
    );
    const draft = await read(`<html><body><h1>Ferries</h1>${stories.join("<hr>")}</body></html>`);
    expect(asOutline(draft)).toEqual(["## One", "## Two", "## Three", "## Four"]);
  });

  it("takes short bold lines for headings where there are no others", async () => {
    const draft = await read(
      `<body><p><b>Boats</b></p><p>${PROSE}</p><p><strong>Fares</strong></p><p>${PROSE}</p></body>`,
    );
    expect(asOutline(draft)).toEqual(["## Boats", "## Fares"]);
  });

  it("reads a page in the encoding that it names", async () => {
    const html = Buffer.from('<html><head><meta charset="gb18030"><title>x</title></head><body><h1>');
    const title = Uint8Array.from([0xb4, 0xba, 0xb2, 0xe8]); // 春茶
    const rest = Buffer.from(`</h1><p>${PROSE}</p></body></html>`);
    const draft = await readBytes(readWebPage, new Uint8Array(Buffer.concat([html, title, rest])));
    expect(asOutline(draft)).toEqual(["## 春茶"]);
    expect(draft.findings.format).toBe("a web page in GB18030");
  });

  it("refuses a page that is nested without end, and one that shows no text", async () => {
    await expect(read("<div>".repeat(100_000))).rejects.toThrow(
      "is nested deeper than 400 elements; save only the part that readers read",
    );
    await expect(read("<i></i>".repeat(60_000))).rejects.toThrow("has more than 50000 elements");
    await expect(read("<html><body><img src=x></body></html>")).rejects.toThrow("shows no text");
  });
});
