const FIRST_LENGTH = 1024;

/** A typed array that grows at its end; room for more is added by doubling. */
export class GrowingArray<A extends Uint16Array | Uint32Array> {
  length = 0;
  private values: A;
  private readonly allocate: (length: number) => A;

  constructor(allocate: (length: number) => A) {
    this.allocate = allocate;
    this.values = allocate(FIRST_LENGTH);
  }

  at(i: number): number {
    return this.values[i] ?? 0;
  }

  set(i: number, value: number): void {
    this.values[i] = value;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = this.allocate(2 * this.length);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length++] = value;
  }

  /** The values, without the room for more. */
  trimmed(): A {
    const trimmed = this.allocate(this.length);
    trimmed.set(this.values.subarray(0, this.length));
    return trimmed;
  }
}
