/** A map whose values are made when they are asked for; its keys stay, and their order. */
export class LazyMap<V> implements ReadonlyMap<string, V> {
  private readonly places: ReadonlyMap<string, number>;
  private readonly make: (place: number) => V;

  constructor(keys: Iterable<string>, make: (place: number) => V) {
    // Filled in place: pairs of tens of thousands of keys would take twice the time, in which nothing else has its turn.
    const places = new Map<string, number>();
    let place = 0;
    for (const key of keys) places.set(key, place++);
    this.places = places;
    this.make = make;
  }

  get size(): number {
    return this.places.size;
  }

  has(key: string): boolean {
    return this.places.has(key);
  }

  get(key: string): V | undefined {
    const place = this.places.get(key);
    return place === undefined ? undefined : this.make(place);
  }

  keys(): MapIterator<string> {
    return this.places.keys();
  }

  *values(): MapIterator<V> {
    for (const place of this.places.values()) yield this.make(place);
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, place] of this.places) yield [key, this.make(place)];
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(use: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) use(value, key, this);
  }
}
