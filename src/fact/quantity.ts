import Big from "big.js";
import type { Span } from "../text/span.ts";
import { baseOf, inheritChange, readChange, readLead, readTail } from "./change.ts";
import type { Change, Dimension, Qualifier, Quantity } from "./mention.ts";
import { cueBefore } from "./quantity-cue.ts";
import type { Figure } from "./quantity-figure.ts";
import { readFigures } from "./quantity-figure.ts";
import type { Phrase, QuantityLexicon } from "./quantity-lexicon.ts";
import { matchAt } from "./quantity-pattern.ts";
import { timesRatio } from "./quantity-unit.ts";

/** What moves, and so can have a {@link Change}. */
const MOVING: ReadonlySet<Dimension> = new Set([
  "money",
  "count",
  "percent",
  "area",
  "length",
  "mass",
  "volume",
  "energy",
  "power",
  "point",
  "speed",
  "temperature",
  "ratio",
]);
/** What a noun after the figure can say a movement of: "a 5.7% increase". */
const SIGNED: ReadonlySet<Dimension> = new Set(["percent", "point", "temperature"]);

/** Finds the figures of a folded text with their units, in order and without overlap. Dates and years are none. */
export function findQuantities(folded: string, lexicon: QuantityLexicon): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; ;) {
    const match = matchAt(lexicon.scan, folded, at);
    if (match === null) return found;
    const start = match.index;
    at = start + match[0].length;
    if (match[1] !== undefined) continue;
    const floor = found.at(-1)?.end ?? 0;
    const phrase = match[2] === undefined ? undefined : lexicon.phrases.get(match[2]);
    if (phrase !== undefined) {
      found.push(readPhrase(folded, { start, end: at }, floor, phrase, lexicon));
      continue;
    }
    const { figures, end } = readFigures(folded, start, floor, lexicon);
    at = Math.max(end, start + 1);
    for (const figure of figures) {
      const quantity = toQuantity(folded, figure, found.at(-1), lexicon);
      found.push(quantity);
      at = Math.max(at, quantity.end);
    }
  }
}

function readPhrase(folded: string, span: Span, floor: number, phrase: Phrase, lexicon: QuantityLexicon): Quantity {
  const lead = readLead(folded, span.start, floor, 0, lexicon);
  const change =
    phrase.direction !== null
      ? { direction: phrase.direction, base: baseOf(folded, lead.start, span.end, floor, lexicon) }
      : readChange(folded, lead.start, span.end, floor, lexicon);
  const value = timesRatio(new Big(1), phrase.ratio);
  const tail = readTail(folded, span.end, false, lexicon);
  const qualifier = lead.qualifier ?? tail?.qualifier ?? null;
  return {
    kind: "quantity",
    start: lead.start,
    end: tail?.end ?? span.end,
    dimension: phrase.unit.dimension,
    value,
    unit: phrase.unit.key,
    bare: span,
    qualifier,
    change,
  };
}

/** Adds what stands around a figure: qualifiers, sign and movement. */
function toQuantity(folded: string, figure: Figure, before: Quantity | undefined, lexicon: QuantityLexicon): Quantity {
  const floor = before?.end ?? 0;
  const { bare, dimension, unit } = figure;
  const signed = SIGNED.has(dimension) ? readSign(folded, figure, floor, lexicon) : null;
  const lead = readLead(folded, signed?.start ?? bare.start, floor, figure.leadingScale, lexicon);
  const tail = readTail(folded, bare.end, dimension === "count", lexicon);
  const qualifier: Qualifier | null =
    dimension === "ordinal" ? null : (lead.qualifier ?? figure.hedge ?? tail?.qualifier ?? null);
  const hasLead = lead.qualifier !== null && dimension !== "ordinal";
  const start = hasLead ? lead.start : (signed?.start ?? bare.start);
  const end = dimension === "ordinal" ? bare.end : (tail?.end ?? bare.end);
  const value = signed?.isNegative === true ? figure.value.times(-1) : figure.value;
  const change =
    signed?.change ?? (MOVING.has(dimension) ? changeOf(folded, { start, end }, before, figure, lexicon) : null);
  return { kind: "quantity", start, end, dimension, value, unit, bare, qualifier, change };
}

function changeOf(
  folded: string,
  span: Span,
  before: Quantity | undefined,
  { dimension }: Figure,
  lexicon: QuantityLexicon,
): Change | null {
  return (
    readChange(folded, span.start, span.end, before?.end ?? 0, lexicon) ??
    inheritChange(folded, span.start, before, dimension, lexicon)
  );
}

/** What a sign before a figure says. */
interface Sign {
  readonly start: number;
  readonly isNegative: boolean;
  readonly change: Change | null;
}

/** Reads + or - before a figure: a movement in 同比-3.2% and +0.5%, a negative level in 为-3.2%. A dash or a range is no sign. */
function readSign(folded: string, { bare }: Figure, floor: number, lexicon: QuantityLexicon): Sign | null {
  const start = bare.start - 1;
  const sign = folded.charAt(start);
  if (start < floor || (sign !== "+" && sign !== "-") || /[\w%)-]$/u.test(folded.slice(Math.max(0, start - 1), start)))
    return null;
  const isMovement = sign === "+" || cueBefore(folded, start, floor, lexicon.signedAfter) !== null;
  if (!isMovement) return { start, isNegative: true, change: null };
  return {
    start,
    isNegative: false,
    change: { direction: sign === "+" ? "up" : "down", base: baseOf(folded, start, bare.end, floor, lexicon) },
  };
}
