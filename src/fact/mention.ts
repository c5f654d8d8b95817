import type Big from "big.js";
import type { Span } from "../text/span.ts";

/** Something of a known type that a text names: the typed spans which answers are made of. */
export type Mention = Quantity | Period | Name | Enumeration;

/** What a quantity measures. Quantities compare only within one dimension (and currency). */
export type Dimension =
  | "money"
  | "count"
  | "percent"
  | "area"
  | "length"
  | "mass"
  | "volume"
  | "energy"
  | "power"
  | "duration"
  | "point"
  | "ordinal"
  | "age"
  | "speed"
  | "temperature"
  | "ratio";

/** How exact a printed figure is: 约 "about", 超 "over", 近 "nearly", 以下 "at most", 以上 "at least". */
export type Qualifier = "about" | "over" | "nearly" | "atMost" | "atLeast";

/** How a figure moved: 同比增长5.7% "up 5.7% on the year before". */
export interface Change {
  readonly direction: "up" | "down";
  /** What the figure is compared with: the same period of last year, the period before, or unsaid. */
  readonly base: "year" | "period" | null;
}

/** A figure with its unit: 约1.32万亿元 "about 1.32 trillion yuan". The span holds qualifier, number and unit. */
export interface Quantity extends Span {
  readonly kind: "quantity";
  readonly dimension: Dimension;
  /** The value in the dimension's base unit (yuan, piece, percent, m², m, kg, day, …), exact. */
  readonly value: Big;
  /** The unit's key in lexicon/units.json: `CNY`, `家`, `percent`, `squareMetre`. */
  readonly unit: string;
  /** The span of number and unit alone, without the qualifier: 1.32万亿元. */
  readonly bare: Span;
  readonly qualifier: Qualifier | null;
  /** Set where the figure is a movement (增长4.7%, 上升0.2点), null where it is a level or a share. */
  readonly change: Change | null;
}

/** A date or period, resolved to whole days. */
export interface Period extends Span {
  readonly kind: "period";
  /** First and last day, inclusive, as ISO dates; null where it can't be resolved (近日 "recently", or no issue date). */
  readonly interval: Interval | null;
  readonly precision: "day" | "week" | "month" | "months" | "quarter" | "half" | "year" | "years" | "vague";
}

/** Whole days, both ends included, as ISO dates (`2025-01-01`). */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/** A name: of a person (with the title before it), an organisation, a place, a work, or a quoted term. */
export interface Name extends Span {
  readonly kind: "person" | "organisation" | "place" | "work" | "quoted";
  /** For a person: the post as printed before or after the name (海关总署新闻发言人、统计分析司司长). */
  readonly title: Span | null;
}

/** Things listed in a row: 武汉、宜昌、鄂州等地. The span reaches from the first to the last of them. */
export interface Enumeration extends Span {
  readonly kind: "list";
  readonly members: readonly Span[];
}
