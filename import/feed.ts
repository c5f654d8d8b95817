import { decodeText } from "./decode-text.ts";
import type { Draft, DraftArticle, ReadingHints } from "./draft.ts";
import { ImportError } from "./draft.ts";
import { articleOfEntry, entriesOf } from "./feed-entries.ts";
import type { Feed, FeedEntry } from "./feed-entries.ts";
import { LIMITS } from "./limits.ts";
import { nameOf } from "./source-name.ts";
import { languageOf } from "./web-page.ts";

/** Reads an RSS, Atom or JSON feed: one issue of all its entries, or one for each week that has any. */
export async function readFeed(bytes: Uint8Array, { fileName, isWeekly }: ReadingHints): Promise<readonly Draft[]> {
  const { text } = await decodeText(bytes);
  if (/<!ENTITY\b/iu.test(text))
    throw new ImportError("declares entities of its own, which may unfold without end; remove its <!DOCTYPE …>");
  const feed = await parse(text);
  const { entries } = feed;
  if (entries.length === 0) throw new ImportError("has no entries; save the feed again when it has some");
  if (entries.length > LIMITS.feedEntries)
    throw new ImportError(`has more than ${LIMITS.feedEntries} entries; save it in parts`);
  const title = feed.title ?? nameOf(fileName);
  const groups = isWeekly ? weeksOf(entries) : [{ monday: null, entries }];
  return Promise.all(groups.map((group) => draftOf(feed, title, group)));
}

async function parse(text: string): Promise<Feed> {
  const { parseFeed } = await import("feedsmith");
  try {
    return entriesOf(parseFeed(text));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new ImportError(`is no feed that can be read (${detail}); save it as RSS, Atom or JSON Feed`, {
      cause: error,
    });
  }
}

/** The entries of a week, which begins on a Monday; null for those of no known day. */
interface Week {
  readonly monday: string | null;
  readonly entries: readonly FeedEntry[];
}

function weeksOf(entries: readonly FeedEntry[]): Week[] {
  const weeks = new Map<string | null, FeedEntry[]>();
  for (const entry of entries) {
    const monday = entry.date === null ? null : mondayOf(entry.date);
    weeks.set(monday, [...(weeks.get(monday) ?? []), entry]);
  }
  return [...weeks].map(([monday, of]) => ({ monday, entries: of }));
}

function mondayOf(date: string): string {
  const day = new Date(`${date.length === 7 ? `${date}-01` : date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

async function draftOf(feed: Feed, title: string, { monday, entries }: Week): Promise<Draft> {
  const articles: DraftArticle[] = [];
  for (const entry of entries) articles.push(await articleOfEntry(entry));
  const dates = entries.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const empty = articles.filter(({ blocks }) => blocks.length === 0);
  return {
    title: monday === null ? title : `${title} ${monday}`,
    date: dates.at(-1) ?? null,
    language: languageOf(feed.language),
    source: feed.link,
    articles: articles.filter(({ blocks }) => blocks.length > 0),
    findings: {
      format: feed.format,
      joined: [],
      leftOut: empty.map((article) => ({ text: article.title, why: "an entry without text" })),
    },
  };
}
