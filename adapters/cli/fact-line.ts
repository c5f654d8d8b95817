import type { Fact, Mention, Period } from "../../src/index.ts";

/** Writes a fact as the JSON object of `facts --json`, on one line; the members keep this order. */
export function factLine({ id, reading, start, end, mentions, context }: Fact): string {
  const { article } = reading;
  const words = (span: { readonly start: number; readonly end: number } | null): string | null =>
    span === null ? null : article.text.slice(span.start, span.end);
  return JSON.stringify({
    id,
    issue: article.issueId,
    article: article.title,
    ordinal: article.ordinal,
    quote: article.text.slice(start, end),
    start,
    end,
    mentions: mentions.map((mention) => ({
      kind: mention.kind,
      text: words(mention),
      start: mention.start,
      end: mention.end,
      ...valuesOf(mention, words),
    })),
    context: {
      heading: words(context.heading),
      period: context.period === null ? null : intervalOf(context.period),
      place: words(context.place),
      speaker: words(context.speaker),
    },
  });
}

/** What a mention says beyond its words: values as decimal text, periods as ISO 8601 intervals of whole days. */
function valuesOf(
  mention: Mention,
  words: (span: { readonly start: number; readonly end: number } | null) => string | null,
): object {
  switch (mention.kind) {
    case "quantity":
      return {
        dimension: mention.dimension,
        value: mention.value.toFixed(),
        unit: mention.unit,
        bare: words(mention.bare),
        qualifier: mention.qualifier,
        direction: mention.change?.direction ?? null,
        base: mention.change?.base ?? null,
      };
    case "period":
      return { interval: intervalOf(mention), precision: mention.precision };
    case "list":
      return { members: mention.members.map(words) };
    default:
      return { title: words(mention.title) };
  }
}

function intervalOf({ interval }: Period): string | null {
  return interval === null ? null : `${interval.from}/${interval.to}`;
}
