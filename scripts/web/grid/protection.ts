import type { GridAct, GridArea, GridHint, GridSheet } from './view.ts';

const overlaps = (one: GridArea, other: GridArea): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

const within = (area: GridArea, around: GridArea): boolean =>
  area.row >= around.row &&
  area.row + area.rows <= around.row + around.rows &&
  area.column >= around.column &&
  area.column + area.columns <= around.column + around.columns;

/** Whether the hint says something about the area: of a protected tab the free parts are left out. */
export const concerns = (hint: GridHint, area: GridArea): boolean =>
  overlaps(hint.area, area) && !hint.free?.some((free) => within(area, free));

/** The cells whose contents an act changes; none for what only moves, hides or formats. */
const changedAreas = (act: GridAct, sheet: GridSheet): GridArea[] => {
  switch (act.do) {
    case 'edit':
    case 'tick':
    case 'note':
      return [{ row: act.row, column: act.column, rows: 1, columns: 1 }];
    case 'paste': {
      const size = act.from?.area ?? { rows: act.values.length, columns: act.values[0]?.length ?? 1 };
      return [{ row: act.row, column: act.column, rows: size.rows, columns: size.columns }];
    }
    case 'fill':
      return [act.to];
    case 'clear':
      return act.areas;
    case 'deleteRows':
      return [{ row: act.at, column: 0, rows: act.count, columns: sheet.columnCount }];
    case 'deleteColumns':
      return [{ row: 0, column: act.at, rows: sheet.rowCount, columns: act.count }];
    default:
      return [];
  }
};

/** What the protections that only warn have to say about an act; each text once. */
export const warningsOf = (act: GridAct, sheet: GridSheet): string[] => {
  const areas = changedAreas(act, sheet);
  const said = sheet.hints
    .filter((hint) => hint.warns && areas.some((area) => concerns(hint, area)))
    .map((hint) => hint.text);
  return [...new Set(said)];
};
