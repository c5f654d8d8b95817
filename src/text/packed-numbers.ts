import type { Span } from "./span.ts";

const FIRST_LENGTH = 256;

/** Writes numbers and spans one after another: a small number takes a byte, a span near the one before takes two. */
export class NumberWriter {
  private bytes = new Uint8Array(FIRST_LENGTH);
  private length = 0;
  private last = 0;

  /** Writes a whole number from 0 to 2³² − 1, seven bits a byte, the lowest first. */
  number(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  span({ start, end }: Span): void {
    this.signed(start - this.last);
    this.signed(end - start);
    this.last = start;
  }

  /** The bytes written so far. */
  finish(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  /** The sign goes into the lowest bit, so that −1 is small, too. */
  private signed(value: number): void {
    this.number(((value << 1) ^ (value >> 31)) >>> 0);
  }

  private byte(value: number): void {
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(2 * this.length);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    this.bytes[this.length++] = value;
  }
}

/** Reads what a {@link NumberWriter} wrote, in the same order. */
export class NumberReader {
  private at = 0;
  private last = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  span(): Span {
    const start = this.last + this.signed();
    this.last = start;
    return { start, end: start + this.signed() };
  }

  private signed(): number {
    const value = this.number();
    return (value >>> 1) ^ -(value & 1);
  }
}
