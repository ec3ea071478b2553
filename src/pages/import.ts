/** The import dialog's page: what a list would do is worked out here, with the workbook's own rules, before anything is written. */
import type { ImportKind, ImportSource } from '../app/import.ts';
import { canonical } from '../domain/clean-text.ts';
import { type ImportPlan, planPeopleImport, planUnitImport } from '../workbook/import-list.ts';
import { pastedGrid } from '../workbook/pasted-grid.ts';
import { readPeople } from '../workbook/read-people.ts';
import { readUnits } from '../workbook/read-units.ts';
import { rowIdentity } from '../workbook/row-identity.ts';
import { KEY_ROW } from '../workbook/tab.ts';
import type { Value } from '../workbook/write-row.ts';
import { busy, byId, call, closePage, element, tell, the } from './page.ts';

const form = the('form', HTMLFormElement);
const programme = the('programme', HTMLSelectElement);
const list = the('list', HTMLTextAreaElement);

const chosenKind = (): ImportKind => (new FormData(form).get('kind') === 'people' ? 'people' : 'units');

const sourceOf = (kind: ImportKind): Promise<ImportSource> => call<ImportSource>((run) => run.importSource(kind));

function planOf(kind: ImportKind, source: ImportSource): ImportPlan {
  const grid = pastedGrid(list.value);
  if (kind === 'units') {
    const existing = readUnits(source.cells, source.programmes).records;
    return planUnitImport(grid, existing, source.programmes, programme.value);
  }
  const isRound = (unit: string, round: number | null): boolean =>
    source.units.some((one) => canonical(one.unit) === canonical(unit) && (round === null || one.round === round));
  return planPeopleImport(grid, readPeople(source.cells, source.sessions).records, source.sessions, isRound);
}

/** A diploma from before the register stands on the decision of its time, not on what the register can count. */
function asHistory(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  return values.diplomaOn && !values.overrideReason ? { ...values, overrideReason: 'imported' } : values;
}

const MOST_SHOWN = 50;

function table(caption: string, rows: readonly (readonly [number, string])[]): HTMLElement | null {
  if (rows.length === 0) return null;
  const rest = rows.length - MOST_SHOWN;
  const shown = rows
    .slice(0, MOST_SHOWN)
    .map(([line, text]) => element('tr', {}, element('td', {}, String(line)), element('td', {}, text)));
  const head = element('tr', {}, element('th', { scope: 'col' }, 'Rad'), element('th', { scope: 'col' }, 'Vad'));
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, `${caption} (${rows.length})`),
      element('thead', {}, head),
      element('tbody', {}, ...shown),
    ),
    rest > 0 ? element('p', { class: 'soft' }, `… och ${rest} till.`) : null,
  );
}

function shownPlan(plan: ImportPlan): (Node | null)[] {
  const columns = plan.columns.map(({ heading }) => heading).join(', ') || 'inga';
  const unknown = plan.unknown.length > 0 ? ` Hoppas över: ${plan.unknown.join(', ')}.` : '';
  return [
    element('h2', {}, 'Det här skulle hända'),
    element('p', {}, `Kolumner som känns igen: ${columns}.${unknown}`),
    element(
      'p',
      {},
      `${plan.added.length} läggs till, ${plan.changed.length} ändras, ${plan.unchanged} är redan lika, ${plan.refused.length} tas inte med.`,
    ),
    table(
      'Tas inte med',
      plan.refused.map(({ line, text }) => [line, text]),
    ),
    table(
      'Celler som inte går att läsa',
      plan.remarks.map(({ line, text }) => [line, text]),
    ),
    table(
      'Läggs till',
      plan.added.map(({ line, name }) => [line, name]),
    ),
    table(
      'Ändras',
      plan.changed.map(({ line, name, values }) => [
        line,
        `${name}: ${plan.columns
          .filter(({ key }) => key in values)
          .map(({ heading }) => heading)
          .join(', ')}`,
      ]),
    ),
  ];
}

async function confirm(kind: ImportKind, source: ImportSource, plan: ImportPlan): Promise<void> {
  const keys = source.cells[KEY_ROW - 1] ?? [];
  const identity = (row: number): string => rowIdentity(source.cells[row - 1] ?? [], (key) => keys.indexOf(key));
  const rows = {
    added: plan.added.map(({ values }) => asHistory(values)),
    changed: plan.changed.map(({ row, values }) => ({ row: identity(row), values })),
  };
  tell(await call<string>((run) => run.importRows(kind, rows)));
  byId('content').replaceChildren();
}

async function preview(): Promise<void> {
  const kind = chosenKind();
  const source = await sourceOf(kind);
  const plan = planOf(kind, source);
  const count = plan.added.length + plan.changed.length;
  const go = element(
    'button',
    { type: 'button', class: 'main' },
    `Importera ${count} ${count === 1 ? 'rad' : 'rader'}`,
  );
  go.addEventListener('click', () => busy(() => confirm(kind, source, plan)));
  const cancel = element('button', { type: 'button' }, 'Stäng');
  cancel.addEventListener('click', closePage);
  const nodes = shownPlan(plan).filter((node) => node !== null);
  byId('content').replaceChildren(...nodes, element('div', { class: 'bar' }, count > 0 ? go : '', cancel));
  tell(count > 0 ? 'Ingenting är skrivet än.' : 'Listan ändrar ingenting.');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  busy(preview);
});
form.addEventListener('change', () => {
  byId('programme-field').hidden = chosenKind() === 'people';
});
busy(async () => {
  const { programmes } = await sourceOf('units');
  const options = programmes.map(({ id, name }) => element('option', { value: id }, name));
  programme.replaceChildren(element('option', { value: '' }, 'Inget'), ...options);
});
