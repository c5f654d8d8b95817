import { expect, it } from "vitest";
import { LazyMap } from "../../src/search/lazy-map.ts";

it("makes a value when it is asked for, and reads as a map does", () => {
  const made: number[] = [];
  const map = new LazyMap(["a", "b", "c"], (place) => {
    made.push(place);
    return place * 10;
  });
  expect([map.size, map.has("b"), map.has("x"), map.get("x")]).toEqual([3, true, false, undefined]);
  expect([...map.keys()]).toEqual(["a", "b", "c"]);
  expect(made).toEqual([]);
  expect(map.get("c")).toBe(20);
  expect(made).toEqual([2]);
  expect([...map.values()]).toEqual([0, 10, 20]);
  expect([...map]).toEqual([
    ["a", 0],
    ["b", 10],
    ["c", 20],
  ]);
  const seen: unknown[] = [];
  map.forEach((value, key, whole) => seen.push(value, key, whole === map));
  expect(seen.slice(0, 3)).toEqual([0, "a", true]);
});
