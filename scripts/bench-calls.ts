/** What the design costs in calls that leave the script, counted by the host's meter on the built bundle. */
import { PROGRAMMES } from '../src/programmes/index.ts';
import { programmeLabels } from '../src/programmes/labels.ts';
import { pushedFiles } from './build.ts';
import { createHost, type Host, type MeterLine } from './host/index.ts';
import { installProduct } from './scenario/run.ts';
import { FIRST_DATA_ROW, letters, TabView } from './scenario/tab-view.ts';
import { Verbs } from './scenario/verbs.ts';

const PEOPLE_A_UNIT = 10;
const PROGRAMME = 'vasterbotten';

/** Pastes records into a tab, each value under the column of its key. */
function pasteRecords(
  host: Host,
  tab: string,
  records: readonly Readonly<Record<string, string | number | boolean>>[],
): void {
  const view = new TabView(host, tab);
  const keys = Object.keys(records[0] ?? {});
  const columns = keys.map((key) => view.column(key));
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const values = records.map((record) =>
    Array.from({ length: last - first + 1 }, (_, index) => record[keys[columns.indexOf(first + index)] ?? ''] ?? null),
  );
  const row = FIRST_DATA_ROW + 1;
  host.paste({ sheet: tab, range: `${letters(first)}${row}:${letters(last)}${row + records.length - 1}`, values });
}

/** A region with units that have held their first session. */
function region(units: number): Host {
  const host = createHost({ files: pushedFiles(), now: '2025-09-01T08:00' });
  installProduct(host);
  new Verbs(host, PROGRAMME).setting({ dryRun: false });
  const names = Array.from({ length: units }, (_, index) => `Enhet ${index + 1}`);
  const label = programmeLabels(PROGRAMMES).get(PROGRAMME) ?? PROGRAMME;
  pasteRecords(
    host,
    'Verksamheter',
    names.map((unit, index) => ({
      unit,
      programme: label,
      managerEmail: `chef${index}@example.org`,
      decision: 'Antagen',
    })),
  );
  pasteRecords(
    host,
    'Deltagare',
    names.flatMap((unit, index) =>
      Array.from({ length: PEOPLE_A_UNIT }, (_, person) => ({
        unit,
        email: `p${index}-${person}@example.org`,
        roles: person === 0 ? 'Chef' : '',
        session1: true,
      })),
    ),
  );
  pasteRecords(
    host,
    'Tillfällen',
    names.flatMap((unit) => [
      { unit, session: 1, starts: '2025-09-01 07:00', state: 'Genomförd', attendanceComplete: true },
      { unit, session: 2, starts: '2025-09-01 07:30', state: 'Genomförd', attendanceComplete: true },
    ]),
  );
  host.advance('2025-09-02T06:00');
  return host;
}

/** The executions of one entry point since the last look. */
function taken(host: Host, entry: string): MeterLine | undefined {
  return host.meter().executions.findLast((line) => line.entry === entry);
}

/** The executions that a region with so many units knows best. The bundle must be built. */
export function countedCalls(units: number): Readonly<Record<string, MeterLine | undefined>> {
  const host = region(units);
  const view = new TabView(host, 'Deltagare');
  const column = view.column('session2');
  const tick = (rows: number): void => {
    const range = `${letters(column)}${FIRST_DATA_ROW + 1}:${letters(column)}${FIRST_DATA_ROW + rows}`;
    host.paste({ sheet: 'Deltagare', range, values: Array.from({ length: rows }, () => [true]) });
  };
  host.meter();
  // Nine of the first unit's ten: the ninth is the one that changes the status.
  tick(PEOPLE_A_UNIT - 1);
  const attendance = taken(host, 'edited');
  tick(PEOPLE_A_UNIT * Math.min(units, 500));
  const paste = taken(host, 'edited');
  host.edit({ sheet: 'Start', range: 'C60', value: 'egen anteckning' });
  const elsewhere = taken(host, 'edited');
  new Verbs(host, PROGRAMME).interest({ unit: 'Ny enhet', managerEmail: 'ny@example.org' });
  const form = taken(host, 'answerArrived');
  host.open();
  const open = taken(host, 'onOpen');
  const during = (from: string, until: string): readonly MeterLine[] => {
    host.advance(from);
    host.meter();
    host.advance(until);
    return host.meter().executions;
  };
  const hourly = (lines: readonly MeterLine[]): MeterLine | undefined =>
    lines.findLast((line) => line.entry === 'hourly');
  const night = during('2025-09-06T03:30', '2025-09-06T04:59');
  const answers = during('2025-09-06T04:59', '2025-09-06T05:59');
  const quiet = during('2025-09-06T05:59', '2025-09-06T06:59');
  const office = during('2025-09-09T10:30', '2025-09-09T11:30');
  host.close();
  return {
    'an attendance tick that changes a status': attendance,
    'a paste over up to 500 units': paste,
    'an edit outside watched tabs': elsewhere,
    'an interest form with its receipt': form,
    'opening the workbook': open,
    'the nightly run': night.findLast((line) => line.entry === 'nightly'),
    'the hourly run that reads the forms, 05:00': hourly(answers),
    'the hourly run when nothing is due': hourly(quiet),
    'the same in office time': hourly(office),
  };
}
