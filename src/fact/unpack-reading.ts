import Big from "big.js";
import type { Article, IssueDate } from "../digest/issue.ts";
import { fold } from "../text/fold.ts";
import { NumberReader } from "../text/packed-numbers.ts";
import type { Change, Mention, Name, Period, Quantity } from "./mention.ts";
import type { LeaningClause, Reading, Sentence } from "./reading.ts";

/** Makes the reading that `packReading` packed. */
export function unpackReading(
  bytes: Uint8Array,
  words: readonly string[],
  article: Article,
  issueDate: IssueDate | null,
): Reading {
  const reader = new NumberReader(bytes);
  const unpacker = new Unpacker(reader, words);
  return {
    article,
    issueDate,
    folded: fold(article.text),
    foldedTitle: fold(article.title),
    titlePeriods: unpacker.all(() => unpacker.mention()).filter((mention) => mention.kind === "period"),
    sentences: unpacker.all((index) => unpacker.sentence(index)),
    shortForms: unpacker.all(() => ({ short: unpacker.word(), long: unpacker.word() })),
    byline: unpacker.all(() => reader.span()),
  };
}

/** Reads in the order in which `packReading` wrote. */
class Unpacker {
  private readonly reader: NumberReader;
  private readonly words: readonly string[];

  constructor(reader: NumberReader, words: readonly string[]) {
    this.reader = reader;
    this.words = words;
  }

  word(): string {
    return this.words[this.reader.number()] ?? "";
  }

  all<T>(read: (index: number) => T): T[] {
    const length = this.reader.number();
    const list: T[] = [];
    for (let i = 0; i < length; i++) list.push(read(i));
    return list;
  }

  sentence(index: number): Sentence {
    const { start, end } = this.reader.span();
    return {
      start,
      end,
      index,
      block: this.reader.number(),
      heading: this.optional(() => this.reader.span()),
      clauses: this.all(() => this.clause()),
      mentions: this.all(() => this.mention()),
    };
  }

  mention(): Mention {
    const kind = this.word() as Mention["kind"];
    const { start, end } = this.reader.span();
    switch (kind) {
      case "quantity":
        return this.quantity(start, end);
      case "period":
        return this.period(start, end);
      case "list":
        return { kind, start, end, members: this.all(() => this.reader.span()) };
      default:
        return this.name(kind, start, end);
    }
  }

  private quantity(start: number, end: number): Quantity {
    return {
      kind: "quantity",
      start,
      end,
      dimension: this.word() as Quantity["dimension"],
      value: new Big(this.word()),
      unit: this.word(),
      bare: this.reader.span(),
      qualifier: this.optional(() => this.word() as NonNullable<Quantity["qualifier"]>),
      change: this.optional(() => ({
        direction: this.word() as Change["direction"],
        base: this.optional(() => this.word() as NonNullable<Change["base"]>),
      })),
    };
  }

  private period(start: number, end: number): Period {
    const precision = this.word() as Period["precision"];
    const interval = this.optional(() => ({ from: this.word(), to: this.word() }));
    return { kind: "period", start, end, interval, precision };
  }

  private name(kind: Name["kind"], start: number, end: number): Name {
    return { kind, start, end, title: this.optional(() => this.reader.span()) };
  }

  private clause(): LeaningClause {
    const { start, end } = this.reader.span();
    const packed = this.reader.number();
    return { start, end, segment: packed >> 1, leans: packed % 2 === 1 };
  }

  private optional<T>(read: () => T): T | null {
    return this.reader.number() === 0 ? null : read();
  }
}
