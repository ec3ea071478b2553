/** Installs the product in the workbook, or repairs it. Every step can be done again without harm. */

import { holdMail, withoutWaitingMail } from '../app/detach.ts';
import { type FullRun, fullRun, openState } from '../app/full-run.ts';
import { readHeadTabs } from '../app/head-tabs.ts';
import { LAYOUTS } from '../app/layouts.ts';
import { CODE_MARK } from '../app/letters.ts';
import { numbered } from '../app/mail-queue.ts';
import type { Ports } from '../app/ports.ts';
import { rulebook, stampNow } from '../app/register.ts';
import { initialSettings, readSettings } from '../app/settings.ts';
import { type FormBinding, type Head, newHead, readStateTab } from '../app/state-tab.ts';
import { type Day, formatDay } from '../domain/calendar.ts';
import type { Stamp } from '../domain/mail-times.ts';
import { formDeclarations } from '../forms/index.ts';
import { defaultTemplates } from '../messages/index.ts';
import {
  columnsToRead,
  FIRST_DATA_ROW,
  newRow,
  SETTINGS_TAB,
  STATE_TAB,
  safeText,
  type Tab,
  TEMPLATES_TAB,
} from '../workbook/index.ts';
import { detachForms, ensureForm, prefilledLink } from './forms.ts';
import { installTabs } from './installer.ts';
import { installTriggers } from './triggers.ts';

const LOCK_WAIT = 30_000;
const TIME_ZONE = 'Europe/Stockholm';

/** Rows that a tab of people gets to begin with; rows that are there already are left as they are. */
function addRows(ports: Ports, tab: Tab, key: string, rows: readonly Readonly<Record<string, string>>[]): void {
  const cells = ports.workbook.read(tab.name, columnsToRead(tab)) ?? [];
  const keyRow = cells[1] ?? [];
  const column = keyRow.indexOf(key);
  const data = cells.slice(FIRST_DATA_ROW - 1);
  const there = new Set(data.map((row) => String(row[column] ?? '')));
  const used = data.reduce((last, row, index) => (row.some((cell) => cell !== '') ? index + 1 : last), 0);
  const missing = rows.filter((row) => !there.has(row[key] ?? '')).flatMap((row) => newRow(tab, keyRow, row) ?? []);
  const width = keyRow.length;
  const block = Array.from({ length: Math.floor(missing.length / width) }, (_, index) =>
    missing.slice(index * width, (index + 1) * width),
  );
  if (block.length === 0) return;
  const lacking = FIRST_DATA_ROW - 1 + used + block.length - cells.length;
  if (lacking > 0) ports.workbook.addRows(tab.name, cells.length, lacking);
  ports.workbook.write(tab.name, FIRST_DATA_ROW + used, 1, block);
}

/** True where the workbook has turned out to be a copy of another. */
function ensureHead(ports: Ports, workbookId: string, today: Day): boolean {
  const tab = readStateTab(ports.workbook);
  if (tab?.head && tab.head.workbookId === workbookId) return false;
  // In a copy of a workbook the forms belong to the original: the copy starts without them, and with nothing going out.
  const head: Head = tab?.head
    ? { ...tab.head, workbookId, forms: {}, installedOn: today }
    : newHead(workbookId, today);
  const row = STATE_TAB.columns.map((column) =>
    column.key === 'id' ? 'head' : column.key === 'state' ? safeText(JSON.stringify(head)) : '',
  );
  ports.workbook.write(STATE_TAB.name, FIRST_DATA_ROW, 1, [row]);
  return tab?.head !== undefined && tab.head !== null;
}

function installForms(head: Head, now: Stamp): Record<string, FormBinding> {
  const { selfAssessment } = readSettings(head.settings).settings;
  const declarations = formDeclarations({ programmes: rulebook([]).names, selfAssessment });
  // A form that has been switched off keeps its binding, so that its answers are found when it comes back.
  const built = Object.fromEntries(
    declarations.map((declaration): [string, FormBinding] => {
      const built = ensureForm(declaration, head.forms[declaration.id] ?? null);
      return [
        declaration.id,
        { ...built, link: prefilledLink(built, CODE_MARK), readUntil: head.forms[declaration.id]?.readUntil ?? now },
      ];
    }),
  );
  return { ...head.forms, ...built };
}

/** @throws with a Swedish message when the workbook is busy */
export function install(ports: Ports): FullRun | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet.getSpreadsheetTimeZone() !== TIME_ZONE) spreadsheet.setSpreadsheetTimeZone(TIME_ZONE);
  installTabs(LAYOUTS);
  const now = stampNow(ports.now());
  const today = ports.now().day as Day;
  const coordinator = Session.getEffectiveUser().getEmail();
  addRows(
    ports,
    SETTINGS_TAB,
    'setting',
    initialSettings(coordinator).map(({ name, ...row }) => ({ setting: name, ...row })),
  );
  if (!ports.lock.take(LOCK_WAIT)) throw new Error('Arbetsboken är upptagen. Försök igen om en stund.');
  const isCopy = ensureHead(ports, spreadsheet.getId(), today);
  if (isCopy) {
    detachForms(spreadsheet);
    holdMail(ports);
  }
  const tab = openState(ports);
  if (!tab?.head) throw new Error('Fliken Läge kunde inte läsas.');
  const isFirst = tab.rows.length === 0 && Object.keys(tab.head.forms).length === 0;
  if (isFirst) addTemplates(ports);
  const { head } = readHeadTabs(ports, tab.head);
  const forms = installForms(head, now);
  installTriggers(Object.values(forms).flatMap((form) => (form.sheetId === null ? [form.formId] : [])));
  return fullRun(ports, tab, {
    by: 'install',
    now,
    readsJournal: true,
    showsOutbox: true,
    isFirstInstallation: isFirst,
    also: (state) => {
      const step = isCopy ? withoutWaitingMail(state, now) : null;
      return step && numbered(step);
    },
    head: () => ({ ...head, forms }),
    events: [{ what: 'installed', about: '', from: '', to: formatDay(today), why: '' }],
  });
}

function addTemplates(ports: Ports): void {
  const { programmes } = rulebook([]);
  const cells = ports.workbook.read(TEMPLATES_TAB.name, columnsToRead(TEMPLATES_TAB)) ?? [];
  const keyRow = cells[1] ?? [];
  const rows = defaultTemplates([...programmes.values()]).flatMap((template) => {
    const row = newRow(TEMPLATES_TAB, keyRow, { ...template });
    return row ? [row] : [];
  });
  const lacking = FIRST_DATA_ROW - 1 + rows.length - cells.length;
  if (lacking > 0) ports.workbook.addRows(TEMPLATES_TAB.name, cells.length, lacking);
  ports.workbook.write(TEMPLATES_TAB.name, FIRST_DATA_ROW, 1, rows);
}
