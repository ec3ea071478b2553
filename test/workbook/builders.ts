/** Grids as the adapter gives them, with the declared headings and keys on top. */
import { type Day, parseDay } from '../../src/domain/calendar.ts';
import {
  type Cell,
  FOLLOW_UPS_TAB,
  OCCASIONS_TAB,
  type ProgrammeName,
  peopleTab,
  type RoundContext,
  readFollowUps,
  readOccasions,
  readPeople,
  readUnits,
  type Tab,
  UNITS_TAB,
} from '../../src/workbook/index.ts';

export type Cells = Readonly<Record<string, Cell>>;

export const PROGRAMMES: readonly ProgrammeName[] = [
  { id: 'vasterbotten', name: 'Hbtq-diplomering i Västerbotten', sessions: 2 },
  { id: 'varmland', name: 'Hbtq-diplomering i Värmland', sessions: 4 },
  { id: 'hbtq-klivet', name: 'Hbtq-klivet', sessions: 0 },
];

export const PEOPLE_TAB = peopleTab(4);

export function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`Not a day: ${text}`);
  return found;
}

export const CONTEXT: RoundContext = {
  programmes: PROGRAMMES,
  today: day('2025-12-01'),
  aliases: new Map(),
  surveyAnswers: new Map(),
};

/** The tab as a grid: headings, keys, then the rows. */
export function grid(tab: Tab, rows: readonly Cells[]): Cell[][] {
  return [
    tab.columns.map((column) => column.heading),
    tab.columns.map((column) => column.key),
    ...rows.map((row) => tab.columns.map((column) => row[column.key] ?? '')),
  ];
}

export const unit = (cells: Cells): Cells => ({
  id: 'r1',
  unit: 'Biblioteket',
  programme: 'Hbtq-diplomering i Västerbotten',
  ...cells,
});

export interface TabRows {
  readonly units?: readonly Cells[];
  readonly people?: readonly Cells[];
  readonly occasions?: readonly Cells[];
  readonly followUps?: readonly Cells[];
}

export function readings(rows: TabRows) {
  return {
    units: readUnits(grid(UNITS_TAB, rows.units ?? [unit({})]), PROGRAMMES),
    people: readPeople(grid(PEOPLE_TAB, rows.people ?? []), 4),
    occasions: readOccasions(grid(OCCASIONS_TAB, rows.occasions ?? [])),
    followUps: readFollowUps(grid(FOLLOW_UPS_TAB, rows.followUps ?? [])),
  };
}
