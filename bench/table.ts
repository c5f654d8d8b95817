import { displayWidth, pad } from "../adapters/display-width.ts";

/** A column; numbers are printed with `digits` decimals, `null` as a dash. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly digits?: number;
}

/** A cell by the key of its column. */
export type Row = Readonly<Record<string, string | number | null>>;

/** Measurements as rows: drawn for a reader, or printed as they are in JSON. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const GAP = "  ";

/** Draws a table with a header, numbers to the right and words to the left. */
export function drawTable({ columns, rows }: Table): string {
  const drawn = columns.map((column) => drawColumn(column, rows));
  const lines = Array.from({ length: rows.length + 1 }, (_, i) => drawn.map((cells) => cells[i] ?? "").join(GAP));
  return lines.map((line) => line.trimEnd()).join("\n");
}

/** A column's cells, the header first, filled up to the same width. */
function drawColumn({ key, label, digits = 0 }: Column, rows: readonly Row[]): string[] {
  const values = rows.map((row) => row[key] ?? null);
  const isNumeric = values.every((value) => typeof value !== "string");
  const cells = [label, ...values.map((value) => drawCell(value, digits))];
  const width = Math.max(...cells.map(displayWidth));
  return cells.map((cell) => (isNumeric ? " ".repeat(width - displayWidth(cell)) + cell : pad(cell, width)));
}

function drawCell(value: string | number | null, digits: number): string {
  if (value === null) return "–";
  return typeof value === "string"
    ? value
    : value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
