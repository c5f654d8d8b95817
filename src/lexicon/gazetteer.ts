/** Names of places by their characters: looked up whole, or where they begin in a text. */
export interface Gazetteer {
  readonly has: (name: string) => boolean;
  /** The length of the longest name that begins at a place of a text, in UTF-16 units; 0 where none does. */
  readonly lengthAt: (text: string, at: number) => number;
}

/** So many characters of a name choose the few that are compared; no name is shorter. */
const HEAD = 2;

/** Makes a gazetteer of names in Chinese characters. As one regular expression, thousands of them cost each text dearly. */
export function makeGazetteer(names: Iterable<string>): Gazetteer {
  const all = new Set(names);
  const lengths = new Map<string, number[]>();
  for (const name of all) {
    const known = lengths.get(name.slice(0, HEAD));
    if (known === undefined) lengths.set(name.slice(0, HEAD), [name.length]);
    else if (!known.includes(name.length)) known.push(name.length);
  }
  for (const known of lengths.values()) known.sort((a, b) => b - a);
  return {
    has: (name) => all.has(name),
    lengthAt: (text, at) =>
      lengths.get(text.slice(at, at + HEAD))?.find((length) => all.has(text.slice(at, at + length))) ?? 0,
  };
}
