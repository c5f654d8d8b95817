import Big from "big.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import qualifiersJson from "../../lexicon/qualifiers.json" with { type: "json" };
import unitsJson from "../../lexicon/units.json" with { type: "json" };
import type { Quantity } from "../../src/fact/mention.ts";
import { findQuantities } from "../../src/fact/quantity.ts";
import { fold } from "../../src/text/fold.ts";
import { contains, slice } from "../../src/text/span.ts";
import specs from "../specs/quantity.json" with { type: "json" };
import { parseQuantityLexicon, quantityLexicon } from "./lexicons.ts";
import { anyText, fullWidth, HOSTILE_TEXTS } from "./texts.ts";

const find = (text: string): Quantity[] => findQuantities(fold(text), quantityLexicon);

function described(text: string, quantity: Quantity) {
  const { dimension, unit, qualifier, change } = quantity;
  return {
    text: slice(text, quantity),
    bare: slice(text, quantity.bare),
    dimension,
    value: quantity.value.toFixed(),
    unit,
    qualifier,
    change,
  };
}

describe("findQuantities", () => {
  it.each(specs)("reads $input", ({ input, quantities }) => {
    const expected = quantities.map((quantity) => ({
      bare: quantity.text,
      qualifier: null,
      change: null,
      ...quantity,
    }));
    expect(find(input).map((quantity) => described(input, quantity))).toEqual(expected);
  });

  it("keeps every span in the text, in order and apart", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const quantity of find(text)) {
          expect(quantity.start).toBeGreaterThanOrEqual(end);
          expect(quantity.end).toBeGreaterThan(quantity.start);
          expect(contains(quantity, quantity.bare)).toBe(true);
          end = quantity.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it("reads full-width digits and letters like half-width ones", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(find(fullWidth(text))).toEqual(find(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("reads the same text the same way twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(find(text)).toEqual(find(text));
      }),
    );
  });

  it("reads an amount with any number of digits exactly", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 999_999 }), (whole, decimals) => {
        const printed = `${whole}.${String(decimals).padStart(6, "0")}`;
        expect(find(`约${printed}亿元`)[0]?.value).toEqual(new Big(printed).times("100000000"));
      }),
    );
  });

  it("gives back the printed number when divided by the unit's factor", () => {
    for (const [input, printed] of [
      ["30分钟", "30"],
      ["2.5小时", "2.5"],
      ["7年", "7"],
      ["20亩", "20"],
      ["45秒", "45"],
    ] as const) {
      const [quantity] = find(input);
      const factor = quantityLexicon.unit(quantity?.unit ?? "")?.factor ?? new Big(0);
      expect(quantity?.value.div(factor).toFixed()).toBe(printed);
    }
  });

  it("holds equal amounts in different units equal", () => {
    expect(find("120分钟")[0]?.value).toEqual(find("2小时")[0]?.value);
    expect(find("5000米")[0]?.value).toEqual(find("5公里")[0]?.value);
  });

  it.each(HOSTILE_TEXTS)("reads 100,000 characters of $pattern without backtracking for ever", ({ text }) => {
    expect(find(text).every((found) => found.end <= text.length)).toBe(true);
  });
});

describe("parseQuantityLexicon", () => {
  it("knows a new unit from the data alone", () => {
    const units = {
      ...unitsJson,
      units: [
        ...unitsJson.units,
        { key: "lightYear", dimension: "length", factor: "9460730472580800", zh: ["光年"], en: ["light years"] },
      ],
    };
    const [quantity] = findQuantities("约4.2光年", parseQuantityLexicon(units, qualifiersJson));
    expect(quantity).toMatchObject({ unit: "lightYear", dimension: "length", qualifier: "about" });
    expect(quantity?.value.toFixed()).toBe("39735067984839360");
  });

  it("refuses a unit without a factor", () => {
    const units = { ...unitsJson, units: [{ key: "x", dimension: "length", zh: ["x"], en: [] }] };
    expect(() => parseQuantityLexicon(units, qualifiersJson)).toThrow(/factor/u);
  });

  it("names the unit that a phrase asks for in vain", () => {
    const units = { ...unitsJson, phrases: [{ zh: ["满格"], value: "1", unit: "battery" }] };
    expect(() => parseQuantityLexicon(units, qualifiersJson)).toThrow(/"battery"/u);
  });
});
