import type { List, ListItem } from "mdast";
import type { TextBlock } from "./flow-blocks.ts";
import { blocksOf } from "./flow-blocks.ts";
import type { Lead } from "./lead.ts";
import { leadOf } from "./lead.ts";

/** An item of a list that is a story of its own. */
export interface Story {
  readonly title: string;
  readonly blocks: readonly TextBlock[];
}

/** How much an item has to say after its lead to be a story: a sentence, in columns (a Chinese character takes two). */
const LEAST_PROSE = 40;
/** Where the list completes a sentence of an article, points are a few sentences and stories more. */
const LEAST_PROSE_IN_ARTICLE = 300;

/** A list taken apart: the stories in it, and what else it holds. */
export interface ReadList {
  readonly stories: readonly Story[];
  readonly rest: readonly TextBlock[];
}

/**
 * Takes a list apart where most of its items begin with a bold or linked lead and go on in prose. A list of short
 * items isn't stories.
 *
 * @param isInArticle True where the list completes a sentence of running text.
 */
export function readStories(list: List, isInArticle: boolean): ReadList {
  const least = isInArticle ? LEAST_PROSE_IN_ARTICLE : LEAST_PROSE;
  const items = list.children.map((item) => ({ item, lead: itemLead(item) }));
  const telling = items.filter(({ item, lead }) => lead?.isTelling === true && proseOf(item, lead) >= least);
  if (telling.length * 2 <= items.length) return { stories: [], rest: blocksOf(list) };
  return {
    stories: items.flatMap(({ item, lead }) => (lead === null ? [] : [storyOf(item, lead)])),
    rest: items.flatMap(({ item, lead }) => (lead === null ? blocksOf(item) : [])),
  };
}

function itemLead({ children: [first] }: ListItem): Lead | null {
  return first?.type === "paragraph" ? leadOf(first) : null;
}

function storyOf({ children: [, ...more] }: ListItem, { title, text }: Lead): Story {
  const opening: TextBlock[] = text === "" ? [] : [{ kind: "paragraph", text }];
  return { title, blocks: [...opening, ...more.flatMap(blocksOf)] };
}

function proseOf({ children: [, ...more] }: ListItem, lead: Lead): number {
  const paragraphs = more.filter((node) => node.type === "paragraph").flatMap(blocksOf);
  const own = lead.text.startsWith(lead.title) ? lead.text.slice(lead.title.length) : lead.text;
  return columnsOf([own, ...paragraphs.map(({ text }) => text)].join(""));
}

/** The width of a text in a terminal's columns, nearly. */
export function columnsOf(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
