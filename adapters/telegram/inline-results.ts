import { createHash } from "node:crypto";
import type { InlineQuery, InlineQueryResult } from "grammy/types";
import { ask, foundBy, keyOfPassage, sourceOf, toBlocks } from "../../src/index.ts";
import type { Citation, DocumentBlock, Language } from "../../src/index.ts";
import { problemOf } from "./call-problem.ts";
import type { Bot } from "./bot.ts";
import { renderToFit } from "./render.ts";

/** How many results a page has. */
const PAGE = 10;
/** How long Telegram may keep results, in seconds. */
const CACHE_S = 300;
/** Titles and descriptions are cut by every app at about so many characters. */
const TITLE = 80;

/** Offers the answer to an inline query, and facts that it found, each with quote and source. */
export async function handleInlineQuery(query: InlineQuery, bot: Bot): Promise<void> {
  const text = query.query.trim();
  const from = Number.parseInt(query.offset, 10) || 0;
  const isOffered = text !== "" && bot.typing.admit(String(query.from.id), Date.now()) === "admitted";
  const results = isOffered ? await resultsFor(text, bot) : [];
  const page = results.slice(from, from + PAGE);
  await bot.api
    .answerInlineQuery(query.id, page, {
      // What one user got for too many queries is not what others get.
      cache_time: isOffered ? CACHE_S : 0,
      is_personal: !isOffered,
      next_offset: from + PAGE < results.length ? String(from + PAGE) : "",
    })
    .catch((error: unknown) => bot.log.debug(problemOf(error), "an inline query was too old to be answered"));
}

async function resultsFor(text: string, { digest }: Bot): Promise<InlineQueryResult[]> {
  const asked = await ask(digest, text);
  const { reply } = asked;
  const { language } = reply;
  const results: InlineQueryResult[] = [];
  if (reply.status === "answered")
    results.push(result(reply.answer, reply.citations[0], toBlocks(reply), language, digest));
  const cited = reply.status === "answered" ? reply.citations : [];
  for (const citation of foundBy(asked, digest)) {
    if (cited.some(({ articleId, span }) => articleId === citation.articleId && span.start === citation.span.start))
      continue;
    const quote = { kind: "quote" as const, quote: citation.quote, source: sourceOf(citation, language), citation };
    results.push(result(citation.quote, citation, [quote], language, digest));
  }
  return results;
}

function result(
  title: string,
  citation: Citation | undefined,
  blocks: readonly DocumentBlock[],
  language: Language,
  digest: Bot["digest"],
): InlineQueryResult {
  const text = renderToFit(blocks, language);
  const id = createHash("sha256")
    .update(`${title}\n${citation === undefined ? "" : keyOfPassage(citation, digest)}`)
    .digest("base64url")
    .slice(0, 32);
  return {
    type: "article",
    id,
    title: title.slice(0, TITLE),
    ...(citation === undefined ? {} : { description: sourceOf(citation, language).slice(0, TITLE) }),
    input_message_content: {
      message_text: text.text,
      entities: text.entities,
      link_preview_options: { is_disabled: true },
    },
  };
}
