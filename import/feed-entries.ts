import type { AnyFeed } from "feedsmith";
import type { DraftArticle, DraftBlock } from "./draft.ts";
import { htmlBlocks } from "./html/html-blocks.ts";
import { parseHtml } from "./html/parse-html.ts";
import { plainLine } from "./clean-text.ts";
import { dayOf } from "./printed-date.ts";

/** A feed of any kind, as far as an issue needs it. */
export interface Feed {
  readonly format: string;
  readonly title: string | null;
  readonly link: string | null;
  readonly language: string | null;
  readonly entries: readonly FeedEntry[];
}

/** Title and content as they are in the feed: HTML, or text. */
export interface FeedEntry {
  readonly title: string | null;
  readonly date: string | null;
  readonly content: string;
}

const LONGEST_TITLE = 60;

/** Takes what an issue needs out of a feed as it was parsed. */
export function entriesOf(parsed: AnyFeed): Feed {
  switch (parsed.format) {
    case "rss":
      return rss(parsed.feed);
    case "rdf":
      return rss(parsed.feed, "an RDF feed");
    case "atom":
      return atom(parsed.feed);
    default:
      return json(parsed.feed);
  }
}

/** Reads an entry as an article: its headings become headings inside it; without a title its first words are one. */
export async function articleOfEntry({ title, content }: FeedEntry): Promise<DraftArticle> {
  const blocks = await blocksOf(content);
  const printed = title === null ? "" : plainLine((await parseHtml(title)).body.textContent ?? "");
  return { title: printed || firstWords(blocks[0]?.text ?? "") || "Untitled", blocks };
}

async function blocksOf(content: string): Promise<DraftBlock[]> {
  if (!/<[a-z!/]|&#?\w+;/iu.test(content))
    return content
      .split(/\n\s*\n/u)
      .map((text) => ({ kind: "paragraph" as const, text: plainLine(text) }))
      .filter(({ text }) => text !== "");
  return htmlBlocks((await parseHtml(content)).body).map(({ kind, text }) => ({ kind, text }));
}

function firstWords(text: string): string {
  if (text.length <= LONGEST_TITLE) return text;
  const cut = text.slice(0, LONGEST_TITLE);
  return `${/\s/u.test(cut) ? cut.replace(/\s\S*$/u, "") : cut}…`;
}

type FeedOf<Format> = Extract<AnyFeed, { readonly format: Format }>["feed"];
/** RSS 1.0, which is RDF, has the same parts under the same names. */
type RssParts = Pick<FeedOf<"rss">, "title" | "link" | "language" | "items">;

function rss(feed: RssParts, format = "an RSS feed"): Feed {
  const entries = (feed.items ?? []).map((item) => ({
    title: item.title ?? null,
    date: dayOf(item.pubDate ?? item.dc?.dates?.[0]),
    content: item.content?.encoded ?? item.description ?? "",
  }));
  return { format, title: feed.title ?? null, link: webLink(feed.link), language: feed.language ?? null, entries };
}

function atom(feed: FeedOf<"atom">): Feed {
  const entries = (feed.entries ?? []).map((entry) => ({
    title: entry.title?.value ?? null,
    date: dayOf(entry.published ?? entry.updated),
    content: entry.content?.value ?? entry.summary?.value ?? "",
  }));
  const link = feed.links?.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
  return {
    format: "an Atom feed",
    title: feed.title?.value ?? null,
    link: webLink(link),
    language: feed.xml?.lang ?? null,
    entries,
  };
}

function json(feed: FeedOf<"json">): Feed {
  const entries = (feed.items ?? []).map((item) => ({
    title: item.title ?? null,
    date: dayOf(item.date_published ?? item.date_modified),
    content: item.content_html ?? item.content_text ?? item.summary ?? "",
  }));
  return {
    format: "a JSON feed",
    title: feed.title ?? null,
    link: webLink(feed.home_page_url),
    language: feed.language ?? null,
    entries,
  };
}

function webLink(link: string | undefined): string | null {
  return link !== undefined && /^https?:\/\//u.test(link) ? link : null;
}
