import { columnName } from '../address.ts';
import { displayText } from '../display.ts';
import { collatorOf, compareValues } from '../order.ts';
import { CellError } from '../row.ts';
import { restyle, type Style } from '../style.ts';
import { arrayArgument, isGiven, textArgument, wholeArgument } from './arguments.ts';
import { Area, type Evaluation } from './evaluate.ts';
import type { Node } from './parse.ts';
import { aggregate, holds, scalar } from './query-functions.ts';
import { type Expression, keyOf, parseQuery, type Query, type QueryValue, queryError } from './query-language.ts';
import { ERRORS, type Matrix, toText } from './value.ts';

type ColumnType = 'number' | 'string' | 'boolean';

/** A column of the data: values of its most frequent type, all others are empty. */
interface Column {
  readonly label: string;
  readonly type: ColumnType;
  readonly style: Style | null;
  at(row: number): QueryValue;
}

/** A column of the answer; `at` gets the rows of the data that make up one row of the answer. */
interface Field {
  readonly label: string;
  readonly style: Style | null;
  at(rows: readonly number[]): QueryValue;
}

function typesOf(matrix: Matrix, headers: number): ColumnType[] {
  return Array.from({ length: matrix.columns }, (_, column) => {
    const counts = { string: 0, number: 0, boolean: 0 };
    for (let row = headers; row < matrix.rows; row += 1) {
      const value = matrix.at(row, column);
      const type = typeof value;
      if (value !== '' && (type === 'string' || type === 'number' || type === 'boolean')) counts[type] += 1;
    }
    if (counts.number > counts.string) return counts.boolean > counts.number ? 'boolean' : 'number';
    return counts.boolean > counts.string ? 'boolean' : 'string';
  });
}

/** Leading rows that hold only text while a column below them does not: what Sheets takes for headers unasked. */
function guessHeaders(matrix: Matrix): number {
  const isText = (row: number, column: number): boolean => {
    const value = matrix.at(row, column);
    return value === null || typeof value === 'string';
  };
  const columns = Array.from({ length: matrix.columns }, (_, column) => column);
  let leading = 0;
  while (leading < matrix.rows && columns.every((column) => isText(leading, column))) leading += 1;
  const types = typesOf(matrix, leading);
  let headers = 0;
  while (
    headers < leading &&
    columns.some((column) => types[column] !== 'string' && matrix.at(headers, column) !== null)
  )
    headers += 1;
  return headers;
}

class Answer {
  private readonly evaluation: Evaluation;
  private readonly query: Query;
  private readonly columns: readonly Column[];
  private readonly collator: Intl.Collator;

  constructor(evaluation: Evaluation, columns: readonly Column[], query: Query) {
    this.evaluation = evaluation;
    this.columns = columns;
    this.query = query;
    this.collator = collatorOf(evaluation.conventions.locale.name);
  }

  matrix(rowCount: number): Matrix {
    const { query } = this;
    const selected = query.select ?? this.columns.map((_, index): Expression => ({ kind: 'column', index }));
    const all = Array.from({ length: rowCount }, (_, row) => [row]);
    const kept = all.filter((rows) => query.where === null || holds(query.where, (one) => this.value(one, rows)));
    const isGrouped =
      query.groupBy.length > 0 ||
      query.pivot.length > 0 ||
      [...selected, ...query.orderBy.map(({ of }) => of)].some(aggregates);
    if (isGrouped) for (const one of selected) this.mustBeGrouped(one);
    const order = query.orderBy.map(({ of, descending }) => ({ of, direction: descending ? -1 : 1 }));
    const lines = this.sorted(isGrouped ? this.grouped(kept.flat(), query.groupBy) : kept, order);
    const shown = lines.slice(query.offset, query.offset + query.limit);
    const fields = selected.flatMap((one) => this.fields(one, kept.flat(), selected));
    return this.laidOut(fields, shown);
  }

  private laidOut(fields: readonly Field[], lines: readonly (readonly number[])[]): Matrix {
    const headers = fields.some(({ label }) => label !== '') ? 1 : 0;
    if (headers + lines.length === 0) throw new CellError('#N/A', 'Query completed with an empty output.');
    const values = lines.map((rows) => fields.map((field) => field.at(rows)));
    return {
      rows: headers + lines.length,
      columns: fields.length,
      at: (row, column) => (row < headers ? (fields[column]?.label ?? '') : (values[row - headers]?.[column] ?? null)),
      styleAt: (row, column) => (row < headers ? null : (fields[column]?.style ?? null)),
    };
  }

  /** The rows in groups of equal keys, in the order of the keys. */
  private grouped(rows: readonly number[], keys: readonly Expression[]): number[][] {
    const groups = new Map<string, number[]>();
    for (const row of rows) {
      const key = JSON.stringify(keys.map((one) => this.value(one, [row])));
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
    return this.sorted(
      [...groups.values()],
      keys.map((of) => ({ of, direction: 1 })),
    );
  }

  /** Empty values come first, and last in descending order. */
  private sorted<T extends readonly number[]>(lines: T[], keys: readonly { of: Expression; direction: number }[]): T[] {
    if (keys.length === 0) return lines;
    const valued = lines.map((rows) => ({ rows, values: keys.map(({ of }) => this.value(of, rows)) }));
    valued.sort((a, b) => {
      for (const [index, { direction }] of keys.entries()) {
        const [first = null, second = null] = [a.values[index], b.values[index]];
        const isEmpty = Number(second === null) - Number(first === null);
        const difference = isEmpty === 0 ? compareValues(first, second, this.collator) : isEmpty;
        if (difference !== 0) return difference * direction;
      }
      return 0;
    });
    return valued.map(({ rows }) => rows);
  }

  /** What an expression becomes in the answer: a column, or with pivot and an aggregate one for each pivoted value. */
  private fields(expression: Expression, rows: readonly number[], selected: readonly Expression[]): Field[] {
    const key = keyOf(expression);
    const label = this.query.labels.get(key) ?? this.label(expression);
    const format = this.query.formats.get(key);
    const style = format === undefined ? this.style(expression) : restyle(null, { numberFormat: format });
    if (this.query.pivot.length === 0 || !aggregates(expression))
      return [{ label, style, at: (line) => this.value(expression, line) }];
    const isAlone = selected.filter(aggregates).length === 1;
    return this.grouped(rows, this.query.pivot).map((group) => {
      const members = new Set(group);
      const title = this.query.pivot.map((one) => this.text(one, group)).join(',');
      return {
        label: isAlone ? title : `${title} ${label}`,
        style,
        at: (line) => {
          const common = line.filter((row) => members.has(row));
          return common.length === 0 ? null : this.value(expression, common);
        },
      };
    });
  }

  private value(expression: Expression, rows: readonly number[]): QueryValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'column':
        return this.columns[expression.index]?.at(rows[0] ?? -1) ?? null;
      case 'call': {
        const now = (): number => this.evaluation.place.sheet.workbook.nowSerial();
        return scalar(
          expression.name,
          expression.args.map((arg) => this.value(arg, rows)),
          now,
        );
      }
      case 'aggregate': {
        const { of, name } = expression;
        const isNumeric = of.kind !== 'column' || this.columns[of.index]?.type === 'number';
        if ((name === 'sum' || name === 'avg') && !isNumeric) throw queryError('AVG_SUM_ONLY_NUMERIC');
        return aggregate(
          name,
          rows.map((row) => this.value(of, [row])),
        );
      }
    }
  }

  private text(expression: Expression, rows: readonly number[]): string {
    return displayText(this.value(expression, rows), this.style(expression), this.evaluation.conventions.locale);
  }

  private label(expression: Expression): string {
    switch (expression.kind) {
      case 'literal':
        return `${toText(expression.value, this.evaluation.conventions)}()`;
      case 'column':
        return this.columns[expression.index]?.label ?? '';
      case 'aggregate':
        return `${expression.name} ${this.label(expression.of)}`;
      case 'call':
        return `${expression.name}(${expression.args.map((arg) => this.label(arg)).join('')})`;
    }
  }

  private style(expression: Expression): Style | null {
    if (expression.kind === 'column') return this.columns[expression.index]?.style ?? null;
    if (expression.kind === 'aggregate') return expression.name === 'count' ? null : this.style(expression.of);
    if (expression.kind === 'literal') return null;
    const { locale } = this.evaluation.conventions;
    if (expression.name === 'todate') return restyle(null, { numberFormat: locale.date });
    return expression.name === 'now' ? restyle(null, { numberFormat: locale.dateTime }) : null;
  }

  private mustBeGrouped(expression: Expression): void {
    if (expression.kind === 'aggregate' || expression.kind === 'literal') return;
    if (this.query.groupBy.some((one) => keyOf(one) === keyOf(expression))) return;
    if (expression.kind === 'column') throw queryError(`ADD_COL_TO_GROUP_BY_OR_AGG: ${columnName(expression.index)}`);
    for (const arg of expression.args) this.mustBeGrouped(arg);
  }
}

function aggregates(expression: Expression): boolean {
  return expression.kind === 'aggregate' || (expression.kind === 'call' && expression.args.some(aggregates));
}

function columnsOf(evaluation: Evaluation, matrix: Matrix, headers: number): Column[] {
  return typesOf(matrix, headers).map((type, column) => {
    const at = (row: number): QueryValue => {
      const value = matrix.at(headers + row, column);
      return typeof value === type && !(value instanceof CellError) ? value : null;
    };
    const titles = Array.from({ length: headers }, (_, row) => matrix.at(row, column));
    let style: Style | null = null;
    for (let row = 0; row < matrix.rows - headers && style === null; row += 1) {
      if (at(row) !== null) style = matrix.styleAt?.(headers + row, column) ?? null;
    }
    return {
      type,
      at,
      style,
      label: titles
        .map((title) => (title instanceof CellError ? '' : toText(title, evaluation.conventions)))
        .filter((title) => title !== '')
        .join(' '),
    };
  });
}

/** Columns are named by their letters in the sheet or by their order, Col1, Col2 ...; an array has only the latter. */
function columnFinder(matrix: Matrix): (name: string) => number {
  const left = matrix instanceof Area ? matrix.range.left : null;
  const names = Array.from({ length: matrix.columns }, (_, column) => [
    `Col${column + 1}`,
    left === null ? '' : columnName(left + column),
  ]);
  return (name) => names.findIndex((known) => known.includes(name));
}

/** QUERY(data; query; [headers]) (support.google.com/docs/answer/3093343). */
export function query(evaluation: Evaluation, args: readonly Node[]): Matrix {
  const matrix = arrayArgument(evaluation, args, 0);
  if (matrix.rows === 0 || matrix.columns === 0) throw ERRORS.notAvailable;
  const parsed = parseQuery(isGiven(args, 1) ? textArgument(evaluation, args, 1) : '', columnFinder(matrix));
  const asked = wholeArgument(evaluation, args, 2, -1);
  const headers = Math.min(asked < 0 ? guessHeaders(matrix) : asked, matrix.rows);
  return new Answer(evaluation, columnsOf(evaluation, matrix, headers), parsed).matrix(matrix.rows - headers);
}
