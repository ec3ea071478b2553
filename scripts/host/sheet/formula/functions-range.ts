import { cellName, parseAddress, quoteSheetName } from '../address.ts';
import { displayText } from '../display.ts';
import { CellError } from '../row.ts';
import {
  asMatrix,
  booleanArgument,
  given,
  isGiven,
  numberArgument,
  type RangeFunction,
  textArgument,
  wholeArgument,
} from './arguments.ts';
import { Area, attempt, type Evaluation, isWide } from './evaluate.ts';
import { arrayFunctions } from './functions-array.ts';
import { dayFunctions } from './functions-days.ts';
import { lookupFunctions } from './functions-lookup.ts';
import { shapeFunctions } from './functions-shape.ts';
import { numbers, statisticsFunctions, values } from './functions-statistics.ts';
import { lambdaFunctions } from './lambda.ts';
import type { Node } from './parse.ts';
import { query } from './query.ts';
import { derivedStyle } from './result-format.ts';
import { compare, ERRORS, matrixOf, toBoolean, toText, type Value } from './value.ts';

function logical(evaluation: Evaluation, args: readonly Node[]): boolean[] {
  return values(evaluation, args)
    .filter((value) => value !== null && value !== '')
    .map(toBoolean);
}

/** The first value, or what comes instead when it is an error that the test names. */
function instead(handles: (error: CellError) => boolean): RangeFunction {
  return (evaluation, args) => {
    const other = (): Value => (args[1] ? evaluation.value(args[1]) : null);
    const value = attempt(() => evaluation.value(given(args, 0)));
    if (evaluation.array && isWide(value)) {
      return evaluation.lift([value, attempt(other)], ([one = null, replacement = null]) =>
        one instanceof CellError && handles(one) ? replacement : one,
      );
    }
    const one = isWide(value) ? value : asMatrix(value).at(0, 0);
    return one instanceof CellError && handles(one) ? other() : value;
  };
}

/** Branches that are chosen cell by cell inside ARRAYFORMULA; there an error in one that is not chosen does no harm. */
function chosen(
  evaluation: Evaluation,
  args: readonly Node[],
  choose: (values: readonly (() => Value)[]) => Value,
): Value {
  const lazy = args.map((arg) => () => evaluation.value(arg));
  if (!evaluation.array) return choose(lazy);
  return evaluation.lift(
    lazy.map((value) => attempt(value)),
    (cells) => choose(cells.map((cell) => () => cell)),
  );
}

const logic: Record<string, RangeFunction> = {
  IF: (evaluation, args) =>
    chosen(evaluation, args, ([test, yes = () => true, no = () => false]) => {
      if (!test) throw ERRORS.notAvailable;
      return toBoolean(evaluation.reduce(test())) ? yes() : no();
    }),
  IFS: (evaluation, args) =>
    chosen(evaluation, args, (parts) => {
      for (let index = 0; index + 1 < parts.length; index += 2) {
        if (toBoolean(evaluation.reduce(parts[index]?.() ?? null))) return parts[index + 1]?.() ?? null;
      }
      throw ERRORS.notAvailable;
    }),
  SWITCH: (evaluation, args) =>
    chosen(evaluation, args, ([value, ...cases]) => {
      if (!value) throw ERRORS.notAvailable;
      const wanted = evaluation.reduce(value());
      let index = 0;
      for (; index + 1 < cases.length; index += 2) {
        if (compare(evaluation.reduce(cases[index]?.() ?? null), wanted) === 0) return cases[index + 1]?.() ?? null;
      }
      const otherwise = cases[index];
      if (!otherwise) throw ERRORS.notAvailable;
      return otherwise();
    }),
  CHOOSE: (evaluation, args) => {
    const index = wholeArgument(evaluation, args, 0, 0);
    if (index < 1 || index >= args.length) throw ERRORS.number;
    return evaluation.value(given(args, index));
  },
  AND: (evaluation, args) => logical(evaluation, args).every(Boolean),
  OR: (evaluation, args) => logical(evaluation, args).some(Boolean),
  XOR: (evaluation, args) => logical(evaluation, args).filter(Boolean).length % 2 === 1,
  IFERROR: instead(() => true),
  IFNA: instead((error) => error.code === '#N/A'),
  LET: (evaluation, args) => {
    let scope = evaluation;
    for (let index = 0; index + 1 < args.length; index += 2) {
      const name = given(args, index);
      if (name.type !== 'name') throw ERRORS.name;
      scope = scope.with(name.name, scope.bound(given(args, index + 1)));
    }
    return scope.value(given(args, args.length - 1));
  },
};

const text: Record<string, RangeFunction> = {
  CONCATENATE: (evaluation, args) =>
    values(evaluation, args)
      .map((value) => toText(value, evaluation.conventions))
      .join(''),
  JOIN: (evaluation, args) =>
    values(evaluation, args.slice(1))
      .map((value) => toText(value, evaluation.conventions))
      .join(textArgument(evaluation, args, 0)),
  /** What the value shows, with the number format that it brings along. */
  TO_TEXT: (evaluation, args) => {
    const node = given(args, 0);
    const value = evaluation.value(node);
    const matrix = asMatrix(evaluation.array ? value : isWide(value) ? evaluation.reduce(value) : value);
    const { locale } = evaluation.conventions;
    const derived = derivedStyle(evaluation, node);
    return matrixOf(
      Array.from({ length: matrix.rows }, (_, row) =>
        Array.from({ length: matrix.columns }, (__, column) =>
          displayText(matrix.at(row, column), matrix.styleAt?.(row, column) ?? derived, locale),
        ),
      ),
    );
  },
  TEXTJOIN: (evaluation, args) => {
    const texts = values(evaluation, args.slice(2)).map((value) => toText(value, evaluation.conventions));
    const skip = booleanArgument(evaluation, args, 1, false);
    return (skip ? texts.filter((one) => one !== '') : texts).join(textArgument(evaluation, args, 0));
  },
};

function areaOf(evaluation: Evaluation, args: readonly Node[]): Area {
  const area = evaluation.value(given(args, 0));
  if (!(area instanceof Area)) throw ERRORS.value;
  return area;
}

/** The number of the first row or column of a range; inside ARRAYFORMULA of each. */
function position(axis: 'row' | 'column'): RangeFunction {
  return (evaluation, args) => {
    if (!isGiven(args, 0)) return evaluation.place[axis] + 1;
    const { range, rows, columns } = areaOf(evaluation, args);
    if (axis === 'row') {
      if (!evaluation.array) return range.top + 1;
      return { rows, columns: 1, at: (row: number) => range.top + row + 1 };
    }
    return evaluation.array
      ? { rows: 1, columns, at: (_: number, column: number) => range.left + column + 1 }
      : range.left + 1;
  };
}

const places: Record<string, RangeFunction> = {
  ROW: position('row'),
  COLUMN: position('column'),
  ROWS: (evaluation, args) => evaluation.matrix(given(args, 0)).rows,
  COLUMNS: (evaluation, args) => evaluation.matrix(given(args, 0)).columns,
  ISREF: (evaluation, args) => attempt(() => evaluation.value(given(args, 0))) instanceof Area,
  ISFORMULA: (evaluation, args) => {
    const { sheet, range } = areaOf(evaluation, args);
    return sheet.layer('formula', range.top, range.left) !== null;
  },
  FORMULATEXT: (evaluation, args) => {
    const { sheet, range } = areaOf(evaluation, args);
    const formula = sheet.layer('formula', range.top, range.left);
    if (formula === null) throw ERRORS.notAvailable;
    return formula;
  },
  ISDATE: (evaluation, args) => {
    const value = asMatrix(evaluation.value(given(args, 0)));
    return typeof value.at(0, 0) === 'number' && evaluation.showsDate(given(args, 0));
  },
  CELL: (evaluation, args) => {
    const area = areaOf(evaluation, args.slice(1));
    const { top, left } = area.range;
    const value = area.at(0, 0);
    switch (textArgument(evaluation, args, 0).toLowerCase()) {
      case 'address': {
        const address = cellName(top, left).replace(/^([A-Z]+)/, '$$$1$$');
        return area.sheet === evaluation.place.sheet ? address : `${quoteSheetName(area.sheet.name)}!${address}`;
      }
      case 'row':
        return top + 1;
      case 'col':
        return left + 1;
      case 'contents':
        return value;
      case 'type':
        return value === null ? 'b' : typeof value === 'string' ? 'l' : 'v';
      case 'width':
        return area.sheet.columnSize(left).size ?? 100;
      default:
        throw ERRORS.value;
    }
  },
  INDIRECT: (evaluation, args) => {
    const written = textArgument(evaluation, args, 0);
    const address = parseAddress(written);
    if (address) return evaluation.area(address.sheetName, address);
    const named = attempt(() => evaluation.value({ type: 'name', name: written }));
    if (!(named instanceof Area)) throw ERRORS.reference;
    return named;
  },
  OFFSET: (evaluation, args) => {
    const area = areaOf(evaluation, args);
    const at = (index: number, otherwise: number): number => wholeArgument(evaluation, args, index, otherwise);
    const top = area.range.top + at(1, 0);
    const left = area.range.left + at(2, 0);
    if (top < 0 || left < 0) throw ERRORS.reference;
    return new Area(area.sheet, { top, left, bottom: top + at(3, area.rows), right: left + at(4, area.columns) });
  },
  NPV: (evaluation, args) => {
    const rate = numberArgument(evaluation, args, 0, 0);
    return numbers(evaluation, args.slice(1)).reduce((sum, one, index) => sum + one / (1 + rate) ** (index + 1), 0);
  },
};

function fails(error: CellError): RangeFunction {
  return () => {
    throw error;
  };
}

/** What fetches from elsewhere: the host has no network. IMPORTRANGE asks for a permission that only a person can give. */
const unreachable: Record<string, RangeFunction> = {
  IMPORTRANGE: fails(new CellError('#REF!', 'You need to connect these sheets.')),
  ...Object.fromEntries(
    ['IMPORTDATA', 'IMPORTFEED', 'IMPORTHTML', 'IMPORTXML', 'GOOGLEFINANCE', 'GOOGLETRANSLATE', 'DETECTLANGUAGE'].map(
      (name) => [name, fails(ERRORS.notAvailable)],
    ),
  ),
  IMAGE: () => matrixOf([['']]),
  SPARKLINE: () => matrixOf([['']]),
};

/** Functions over ranges by their English names. */
export const rangeFunctions: Readonly<Record<string, RangeFunction>> = {
  ...statisticsFunctions,
  ...logic,
  ...text,
  ...places,
  ...dayFunctions,
  ...lookupFunctions,
  ...arrayFunctions,
  ...shapeFunctions,
  ...lambdaFunctions,
  ...unreachable,
  QUERY: query,
};
