/**
 * Gives new rows in Verksamheter their random id. A person may sort between the read and the write, so the ids are written, flushed and
 * read back beside the names, and mended from Läge, before anything depends on them.
 */
import { canonical, FIRST_DATA_ROW, KEY_ROW, UNITS_TAB } from '../workbook/index.ts';
import type { Cell, Ports } from './ports.ts';
import { readUnitCells } from './register.ts';
import type { StateTab } from './state-tab.ts';

const MOST_TRIES = 4;

interface Places {
  readonly id: number;
  readonly unit: number;
  readonly round: number;
}

function placesIn(cells: readonly (readonly Cell[])[]): Places | null {
  const keys = cells[KEY_ROW - 1] ?? [];
  const places = { id: keys.indexOf('id'), unit: keys.indexOf('unit'), round: keys.indexOf('round') };
  return places.id < 0 || places.unit < 0 ? null : places;
}

function nameOf(row: readonly Cell[], places: Places): string {
  const name = canonical(String(row[places.unit] ?? ''));
  return name === '' ? '' : `${name}#${places.round < 0 ? 1 : Number(row[places.round]) || 1}`;
}

/** The id that each row should have: its own, the one that Läge knows for its name and that no row bears, or a new one. */
function wantedIds(
  cells: readonly (readonly Cell[])[],
  places: Places,
  given: Map<string, string>,
  tab: StateTab,
  newId: () => string,
): { readonly index: number; readonly id: string }[] {
  const present = new Set<string>();
  const newIds = new Set(given.values());
  for (let index = FIRST_DATA_ROW - 1; index < cells.length; index += 1) {
    const id = String(cells[index]?.[places.id] ?? '').trim();
    if (id !== '' && !newIds.has(id)) present.add(id);
  }
  const lost = new Map<string, string>();
  for (const row of tab.rows) {
    const facts = present.has(row.roundId) ? undefined : row.state()?.facts;
    if (facts) lost.set(`${canonical(facts.unit)}#${facts.number}`, row.roundId);
  }
  const wanted: { index: number; id: string }[] = [];
  for (let index = FIRST_DATA_ROW - 1; index < cells.length; index += 1) {
    const row = cells[index];
    const name = row ? nameOf(row, places) : '';
    if (!row || name === '') continue;
    const has = String(row[places.id] ?? '').trim();
    if (has !== '' && (!newIds.has(has) || given.get(name) === has)) continue;
    const id = given.get(name) ?? lost.get(name) ?? newId();
    given.set(name, id);
    wanted.push({ index, id });
  }
  return wanted;
}

/** The cells of Verksamheter with an id on every row that names a unit. No call when all have one; else two or more. */
export function giveIds(ports: Ports, cells: Cell[][], tab: StateTab): Cell[][] {
  const given = new Map<string, string>();
  let current = cells;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const places = placesIn(current);
    const wanted = places ? wantedIds(current, places, given, tab, ports.newId) : [];
    if (!places || wanted.length === 0) return current;
    let [first] = wanted;
    let run: Cell[][] = [];
    for (const one of wanted) {
      if (first !== undefined && one.index !== first.index + run.length) {
        ports.workbook.write(UNITS_TAB.name, first.index + 1, places.id + 1, run);
        [first, run] = [one, []];
      }
      run.push([one.id]);
    }
    if (first !== undefined) ports.workbook.write(UNITS_TAB.name, first.index + 1, places.id + 1, run);
    current = readUnitCells(ports.workbook);
  }
  return current;
}
