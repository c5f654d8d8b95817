import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/digest/markdown.ts";

/** The visible text of a source, which is one article. */
function visible(source: string): string {
  return readMarkdown(source, "issue")
    .articles.map(({ text }) => text)
    .join("\n==\n");
}

describe("the text a reader sees", () => {
  it("holds the words of links, emphasis, code and deletions, and the alternative text of images", () => {
    expect(
      visible('A [link](http://x.y "t"), *em*, **strong**, ~~gone~~, `code`, ![a chart](c.png) &amp; <http://u.v>.'),
    ).toBe("A link, em, strong, gone, code, a chart & http://u.v.");
  });

  it("holds no link definitions, and references to them read as links", () => {
    const source = "See [the *post*][p], [p], [Q] and [P][].\n\n[p]: http://x.y 'Title'\n[q]: <http://z>\n";
    expect(visible(source)).toBe("See the post, p, Q and P.");
  });

  it("reads references whose definitions a site generator adds later as links too", () => {
    expect(visible("[LND #1937][] stores the [most\nrecent][topic ln] message.")).toBe(
      "LND #1937 stores the most recent message.",
    );
  });

  it("keeps brackets that are no references", () => {
    expect(visible("增长5%[1][2]，据[注]。`a[key][name]`")).toBe("增长5%[1][2]，据[注]。a[key][name]");
  });

  it("drops footnote marks and keeps the notes as text where they stand", () => {
    expect(
      visible("增长5.7%[^a]。\n\n第二段。[^b]\n\n[^a]: 海关总署数据。\n\n[^b]:\n    Two *lines*\n    of note.\n"),
    ).toBe("增长5.7%。\n\n第二段。\n\n海关总署数据。\n\nTwo lines of note.");
  });

  it("drops comments, also in bold list items and across blank lines", () => {
    expect(visible("- **<!--slug-->****标题：** 正文\n- **<!--a-->Bold:** text<!-- 1 -->\n")).toBe(
      "标题： 正文\n\nBold: text",
    );
    expect(visible("- One\n\n  <!-- a\n\nb -->\n\n  Two <!-- c\nd -->three\n\n<!--\n## Not an article\n-->\n")).toBe(
      "One\n\nTwo three",
    );
  });

  it("drops inline HTML but what it shows", () => {
    expect(
      visible(
        "第一行<br>第二行 <span class='x'>in</span> <img src=a alt=\"图\"> <script>alert(1)</script>n<sup>2</sup> H<sub>2</sub>O",
      ),
    ).toBe("第一行第二行 in 图 n² H2O");
  });

  it("reads HTML blocks as paragraphs, items, headings and rows", () => {
    const html =
      "<style>p { color: red }</style>\n\n<div class='callout'>\n  <h2>题</h2>\n  <p>One &lt; two\n  <em>three</em></p><ul>\n    <li>\n four</li><li>five</li></ul>\n  <table><tr><td>a</td>\n  <td>b</td></tr></table>\n</div>\n";
    expect(visible(html)).toBe("题\n\nOne < two three\n\nfour\n\nfive\n\na | b");
  });

  it("drops template tags and kramdown attributes, so that link definitions below them vanish", () => {
    expect(
      visible(
        'Text. {% assign timestamp="0:59" %}\n{:.center}\n\n{% include linkers/issues.md issues="1,2" %}\n{% assign d = page.date | date: "%Y" %}\n[a]: http://x\n',
      ),
    ).toBe("Text.");
  });

  it("joins lines with a space between words and with nothing between Chinese characters", () => {
    expect(visible("cross-border\ne-commerce")).toBe("cross-border e-commerce");
    expect(visible("跨境\n电商，\nYandex\nmarket在\\\n中国1.32\n万亿元  \n“出口”\n说")).toBe(
      "跨境电商，Yandex market在中国1.32万亿元“出口”说",
    );
    expect(visible("由\nYandex\n运营")).toBe("由 Yandex 运营");
  });

  it("reads bold that touches Chinese characters as bold", () => {
    expect(visible("**要点：**正文，称**“湖北智慧”**的**（一）**Yandex。**结论****理由**和***重***点")).toBe(
      "要点：正文，称“湖北智慧”的（一）Yandex。结论理由和重点",
    );
  });

  it("holds no characters of width zero, and is in NFC", () => {
    expect(visible("\ufeff跨\u200b境**\u200b电商：**\u200bcafe\u0301 &#8203;e&#x301;")).toBe("跨境电商：café é");
  });

  it("keeps what only looks like markup", () => {
    expect(visible("2 * 3 * 4 < 5, snake_case_name, $5, C#, 100% {x} [] \\*a\\*")).toBe(
      "2 * 3 * 4 < 5, snake_case_name, $5, C#, 100% {x} [] *a*",
    );
  });

  it("reads Windows and old Mac line ends", () => {
    expect(visible("---\r\ntitle: T\r\n---\r\n## A\r\n\r\nOne\r\ntwo\r\n")).toBe("One two");
    expect(visible("## A\r\rOne\rtwo\r")).toBe("One two");
  });
});
