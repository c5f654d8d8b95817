import fc from "fast-check";
import { expect, it } from "vitest";
import { NumberReader, NumberWriter } from "../../src/text/packed-numbers.ts";

it("reads back the numbers and spans that it wrote", () => {
  const number = fc.oneof(fc.nat({ max: 300 }), fc.integer({ min: 0, max: 0xffff_ffff }));
  const place = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 0x3fff_ffff }));
  const item = fc.oneof(number, fc.record({ start: place, end: place }));
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const writer = new NumberWriter();
      for (const one of items) {
        if (typeof one === "number") writer.number(one);
        else writer.span(one);
      }
      const reader = new NumberReader(writer.finish());
      expect(items.map((one) => (typeof one === "number" ? reader.number() : reader.span()))).toEqual(items);
    }),
    { seed: 20_260_601 },
  );
});

it("takes a byte for a small number and two for a span near the one before", () => {
  const writer = new NumberWriter();
  writer.span({ start: 5000, end: 5004 });
  const before = writer.finish().length;
  writer.number(127);
  writer.span({ start: 4990, end: 5010 });
  expect(writer.finish().length - before).toBe(3);
});
