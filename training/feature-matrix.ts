import type { Features } from "../src/answer/ranking-features.ts";

/** Rows of named features, most of them 0: row r has the entries from `starts[r]` to `starts[r + 1]`. */
export interface FeatureMatrix {
  /** The names of the columns. */
  readonly names: readonly string[];
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float32Array;
}

/** Takes rows of features and makes a matrix of them. */
export class FeatureMatrixBuilder {
  private readonly columnOf = new Map<string, number>();
  private readonly starts: number[] = [0];
  private columns = new Uint32Array(1 << 16);
  private values = new Float32Array(1 << 16);
  private size = 0;

  get rows(): number {
    return this.starts.length - 1;
  }

  /** Adds a row; a feature that is 0 gets its column all the same. */
  addRow(features: Features): void {
    for (const name in features) {
      const column = this.columnNamed(name);
      const value = features[name] ?? 0;
      if (value !== 0) this.addEntry(column, value);
    }
    this.starts.push(this.size);
  }

  build(): FeatureMatrix {
    return {
      names: [...this.columnOf.keys()],
      starts: Uint32Array.from(this.starts),
      columns: this.columns.slice(0, this.size),
      values: this.values.slice(0, this.size),
    };
  }

  private columnNamed(name: string): number {
    const known = this.columnOf.get(name);
    if (known !== undefined) return known;
    const column = this.columnOf.size;
    this.columnOf.set(name, column);
    return column;
  }

  private addEntry(column: number, value: number): void {
    if (this.size === this.columns.length) this.grow();
    this.columns[this.size] = column;
    this.values[this.size] = value;
    this.size++;
  }

  private grow(): void {
    const { columns, values } = this;
    this.columns = new Uint32Array(columns.length * 2);
    this.columns.set(columns);
    this.values = new Float32Array(values.length * 2);
    this.values.set(values);
  }
}

/** Drops columns; the rows stay. */
export function keepColumns(matrix: FeatureMatrix, isKept: (column: number) => boolean): FeatureMatrix {
  const kept = matrix.names.map((_, column) => column).filter(isKept);
  const moved = new Int32Array(matrix.names.length).fill(-1);
  for (const [to, column] of kept.entries()) moved[column] = to;
  const starts = new Uint32Array(matrix.starts.length);
  const columns = new Uint32Array(matrix.columns.length);
  const values = new Float32Array(matrix.values.length);
  let size = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = matrix.starts[row] ?? 0; i < (matrix.starts[row + 1] ?? 0); i++) {
      const to = moved[matrix.columns[i] ?? 0] ?? -1;
      if (to < 0) continue;
      columns[size] = to;
      values[size++] = matrix.values[i] ?? 0;
    }
    starts[row + 1] = size;
  }
  const names = kept.map((column) => matrix.names[column] ?? "");
  return { names, starts, columns: columns.slice(0, size), values: values.slice(0, size) };
}

/** The sum of a row's features, each times its weight. */
export function scoreRow({ starts, columns, values }: FeatureMatrix, row: number, weights: Float64Array): number {
  let score = 0;
  for (let i = starts[row] ?? 0, end = starts[row + 1] ?? 0; i < end; i++)
    score += (values[i] ?? 0) * (weights[columns[i] ?? 0] ?? 0);
  return score;
}

/** Adds a multiple of a row to a vector of columns, in place. */
export function addRow(
  { starts, columns, values }: FeatureMatrix,
  row: number,
  factor: number,
  to: Float64Array,
): void {
  for (let i = starts[row] ?? 0, end = starts[row + 1] ?? 0; i < end; i++) {
    const column = columns[i] ?? 0;
    to[column] = (to[column] ?? 0) + factor * (values[i] ?? 0);
  }
}
