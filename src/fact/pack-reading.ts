import { NumberWriter } from "../text/packed-numbers.ts";
import type { Span } from "../text/span.ts";
import type { Mention } from "./mention.ts";
import type { Reading, Sentence } from "./reading.ts";

/** Numbers words as they come; {@link words} has each at its number. */
export interface WordNumbers {
  readonly words: readonly string[];
  readonly numberOf: (word: string) => number;
}

/** Begins to number words. */
export function numberWords(): WordNumbers {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  return {
    words,
    numberOf: (word) => {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      numbers.set(word, words.length);
      return words.push(word) - 1;
    },
  };
}

/**
 * Packs what reading an article found, without the article, into about a thirtieth of the room.
 * `unpackReading` makes the same reading of it again.
 *
 * @param words Numbers the units, values and kinds; the readings of an issue share them.
 */
export function packReading(reading: Reading, { numberOf }: WordNumbers): Uint8Array {
  const writer = new NumberWriter();
  const word = (text: string): void => writer.number(numberOf(text));
  const all = <T>(list: readonly T[], write: (one: T) => void): void => {
    writer.number(list.length);
    for (const one of list) write(one);
  };
  const optional = <T>(one: T | null, write: (one: T) => void): void => all(one === null ? [] : [one], write);
  const span = (place: Span): void => writer.span(place);

  const sentence = (one: Sentence): void => {
    span(one);
    writer.number(one.block);
    optional(one.heading, span);
    all(one.clauses, (clause) => {
      span(clause);
      writer.number(2 * clause.segment + Number(clause.leans));
    });
    all(one.mentions, mention);
  };
  const mention = (one: Mention): void => {
    word(one.kind);
    span(one);
    switch (one.kind) {
      case "quantity":
        for (const text of [one.dimension, one.value.valueOf(), one.unit]) word(text);
        span(one.bare);
        optional(one.qualifier, word);
        optional(one.change, ({ direction, base }) => {
          word(direction);
          optional(base, word);
        });
        break;
      case "period":
        word(one.precision);
        optional(one.interval, ({ from, to }) => {
          word(from);
          word(to);
        });
        break;
      case "list":
        all(one.members, span);
        break;
      default:
        optional(one.title, span);
    }
  };

  all(reading.titlePeriods, mention);
  all(reading.sentences, sentence);
  all(reading.shortForms, ({ short, long }) => {
    word(short);
    word(long);
  });
  all(reading.byline, span);
  return writer.finish();
}
