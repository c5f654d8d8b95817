import type { Fact } from "../fact/fact.ts";
import type { Mention } from "../fact/mention.ts";
import type { Digest } from "../search/digest.ts";
import { fold } from "../text/fold.ts";

/** A fact that one digest has and another hasn't, or has otherwise. */
export type FactChange =
  | { readonly kind: "added"; readonly before: null; readonly after: Fact }
  | { readonly kind: "removed"; readonly before: Fact; readonly after: null }
  /** The statement is worded otherwise, or the same words are read otherwise: 今年 of another year. */
  | { readonly kind: "changed"; readonly before: Fact; readonly after: Fact };

/** Statements that share so much of their pairs of characters are one that was changed. */
const ALIKE = 0.5;

/**
 * Compares what two digests know, issue by issue, in the order of the second; what only the first has comes last.
 * Two digests of one issue each are compared whatever the issues are called.
 */
export function diffFacts(before: Digest, after: Digest): FactChange[] {
  const isOne = before.issues.length === 1 && after.issues.length === 1;
  const idOf = (id: string): string => (isOne ? "" : id);
  const old = new Map(before.issues.map((issue) => [idOf(issue.id), issue]));
  const fresh = new Set(after.issues.map((issue) => idOf(issue.id)));
  const changes = after.issues.flatMap((issue) => {
    const counterpart = old.get(idOf(issue.id));
    const oldFacts = counterpart === undefined ? [] : factsOf(counterpart.articles, before);
    return diffIssue(oldFacts, factsOf(issue.articles, after));
  });
  const gone = before.issues.filter((issue) => !fresh.has(idOf(issue.id)));
  return [...changes, ...gone.flatMap((issue) => factsOf(issue.articles, before).map(removed))];
}

function factsOf(articles: readonly { readonly id: string }[], digest: Digest): Fact[] {
  return articles.flatMap(({ id }) => [...digest.factsOf(id)]);
}

function diffIssue(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const gone = withoutEquals(before, after);
  const come = withoutEquals(after, before);
  const partners = pairUp(gone, come);
  const changes = come.map((fact): FactChange => {
    const partner = partners.get(fact);
    if (partner === undefined) return { kind: "added", before: null, after: fact };
    return { kind: "changed", before: partner, after: fact };
  });
  const paired = new Set(partners.values());
  return [...changes, ...gone.filter((fact) => !paired.has(fact)).map(removed)];
}

function removed(fact: Fact): FactChange {
  return { kind: "removed", before: fact, after: null };
}

/** The facts that the others haven't, each as often as it stands there more often. */
function withoutEquals(facts: readonly Fact[], others: readonly Fact[]): Fact[] {
  const left = new Map<string, number>();
  for (const fact of others) left.set(contentOf(fact), (left.get(contentOf(fact)) ?? 0) + 1);
  return facts.filter((fact) => {
    const content = contentOf(fact);
    const count = left.get(content) ?? 0;
    left.set(content, count - 1);
    return count <= 0;
  });
}

/** Pairs each new fact with the old one that is most like it; the likest pairs first, no fact twice. */
function pairUp(gone: readonly Fact[], come: readonly Fact[]): Map<Fact, Fact> {
  const shapes = new Map([...gone, ...come].map((fact) => [fact, shapeOf(fact)]));
  const pairs = come.flatMap((after) =>
    gone
      .map((before) => ({ after, before, likeness: likeness(shapes.get(before), shapes.get(after)) }))
      .filter(({ likeness }) => likeness >= ALIKE),
  );
  const partners = new Map<Fact, Fact>();
  const taken = new Set<Fact>();
  for (const { after, before } of pairs.sort((a, b) => b.likeness - a.likeness)) {
    if (partners.has(after) || taken.has(before)) continue;
    partners.set(after, before);
    taken.add(before);
  }
  return partners;
}

/** All that a reader is told of a fact: its words, and how they were read. */
function contentOf({ reading, start, end, mentions, context }: Fact): string {
  const words = (span: { readonly start: number; readonly end: number } | null): string =>
    span === null ? "" : reading.article.text.slice(span.start, span.end);
  return JSON.stringify([
    reading.article.title,
    words({ start, end }),
    context.period?.interval ?? null,
    words(context.place),
    words(context.speaker),
    words(context.heading),
    mentions.map((mention) => [mention.kind, words(mention), valueOf(mention)]),
  ]);
}

function valueOf(mention: Mention): unknown {
  if (mention.kind === "quantity") return [mention.value.toFixed(), mention.unit];
  return mention.kind === "period" ? mention.interval : null;
}

/** The pairs of characters of a statement. */
function shapeOf({ reading, start, end }: Fact): ReadonlySet<string> {
  const text = fold(reading.article.text.slice(start, end));
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
}

/** The share of pairs in common (Dice): 0 to 1. */
function likeness(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / Math.max(1, one.size + other.size);
}
