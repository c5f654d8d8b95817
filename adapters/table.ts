import { displayWidth, pad } from "./display-width.ts";

/** A column of a table. */
export interface Column extends NumberForm {
  readonly key: string;
  readonly label: string;
}

/** How numbers are printed. */
export interface NumberForm {
  /** Decimals; none where it isn't said. */
  readonly digits?: number;
  /** Whether the numbers are shares from 0 to 1, printed in percent. */
  readonly isShare?: boolean;
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

/** Prints a number, `null` as a dash. */
export function drawNumber(value: number | null, { digits = 0, isShare = false }: NumberForm): string {
  if (value === null) return "–";
  const shown = isShare ? value * 100 : value;
  return `${shown.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits })}${isShare ? "%" : ""}`;
}

/** A column's cells, the header first, filled up to the same width. */
function drawColumn(column: Column, rows: readonly Row[]): string[] {
  const values = rows.map((row) => row[column.key] ?? null);
  const isNumeric = values.every((value) => typeof value !== "string");
  const cells = [
    column.label,
    ...values.map((value) => (typeof value === "string" ? value : drawNumber(value, column))),
  ];
  const width = Math.max(...cells.map(displayWidth));
  return cells.map((cell) => (isNumeric ? " ".repeat(width - displayWidth(cell)) + cell : pad(cell, width)));
}
