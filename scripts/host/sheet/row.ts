import type { RichText, Validation } from './rules.ts';
import type { Style } from './style.ts';

/** What a cell holds without a formula. Dates are serial numbers with a date format, null is empty. */
export type Raw = string | number | boolean | null;

/** The error that a formula gives, as the cell shows it ("#N/A"). */
export class CellError {
  readonly code: string;
  readonly reason: string;
  constructor(code: string, reason = '') {
    this.code = code;
    this.reason = reason;
  }
  toString(): string {
    return this.code;
  }
}

/** What a cell shows: its own value or the result of its formula. */
export type Computed = Raw | CellError;

/** What can be kept beside the value of a cell; each is an array by column, or null while no cell of the row has any. */
export interface Layers {
  formula: string;
  style: Style;
  note: string;
  validation: Validation;
  rich: RichText;
}

export type LayerName = keyof Layers;

export const LAYER_NAMES: readonly LayerName[] = ['formula', 'style', 'note', 'validation', 'rich'];

type LayerArrays = { [K in LayerName]: (Layers[K] | null)[] | null };

/**
 * The cells of a row. A row belongs to one generation of its sheet: a snapshot shares the rows and starts a new
 * generation, and a row of an older generation is copied before it is written (Sheet.writable sees to that).
 */
export class Row {
  readonly generation: number;
  values: Raw[] = [];
  readonly layers: LayerArrays = { formula: null, style: null, note: null, validation: null, rich: null };

  constructor(generation: number) {
    this.generation = generation;
  }

  copy(generation: number): Row {
    const row = new Row(generation);
    row.values = this.values.slice();
    for (const name of LAYER_NAMES) copyLayer(this, row, name);
    return row;
  }

  get<K extends LayerName>(name: K, column: number): Layers[K] | null {
    return this.layers[name]?.[column] ?? null;
  }

  set<K extends LayerName>(name: K, column: number, value: Layers[K] | null): void {
    let layer = this.layers[name];
    if (!layer) {
      if (value === null) return;
      layer = [];
      assignLayer(this, name, layer);
    }
    while (layer.length < column) layer.push(null);
    layer[column] = value;
  }

  /** True when the cell has a value or a formula. */
  hasContent(column: number): boolean {
    return (this.values[column] ?? null) !== null || this.get('formula', column) !== null;
  }

  setValue(column: number, value: Raw): void {
    const { values } = this;
    while (values.length < column) values.push(null);
    values[column] = value;
  }
}

function assignLayer<K extends LayerName>(row: Row, name: K, layer: LayerArrays[K]): void {
  row.layers[name] = layer;
}

function copyLayer<K extends LayerName>(from: Row, to: Row, name: K): void {
  const layer = from.layers[name];
  if (layer) assignLayer(to, name, layer.slice() as LayerArrays[K]);
}
