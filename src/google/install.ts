/** Installs the product in the workbook, or repairs it. Every step can be done again without harm. */

import { commit, stateCells } from '../app/commit.ts';
import { holdMail, withoutWaitingMail } from '../app/detach.ts';
import { FIRST_SETTINGS, FIRST_TEMPLATES } from '../app/first-rows.ts';
import { BUSY, type FullRun, fullRun, LOCK_WAIT, openInstalled } from '../app/full-run.ts';
import { readHeadTabs } from '../app/head-tabs.ts';
import { LAYOUTS } from '../app/layouts.ts';
import { CODE_MARK } from '../app/letters.ts';
import { readUntil } from '../app/lost-answers.ts';
import { STATE_VERSION } from '../app/migrations.ts';
import type { Cell, Ports } from '../app/ports.ts';
import { fingerprint, rulebook, stampNow } from '../app/register.ts';
import { readSettings } from '../app/settings.ts';
import { type FormBinding, HEAD_ID, type Head, newHead, packHead, readStateTab } from '../app/state-tab.ts';
import { cellsOf, writeBlock } from '../app/tab-rows.ts';
import { type Day, formatDay } from '../domain/calendar.ts';
import type { Stamp } from '../domain/mail-times.ts';
import { formDeclarations } from '../forms/index.ts';
import { defaultText } from '../messages/index.ts';
import {
  FIRST_DATA_ROW,
  KEY_ROW,
  newRow,
  readTemplates,
  SETTINGS_TAB,
  STATE_TAB,
  type Tab,
  TEMPLATES_TAB,
} from '../workbook/index.ts';
import { answersSheet, buildItems, detachForms, formToBuild, isWhole, prefilledLink, publish } from './forms.ts';
import { installTabs } from './installer.ts';
import { installTriggers } from './triggers.ts';

const NEWER =
  'Arbetsboken är gjord med en nyare version av Diplomering. Ingenting har ändrats. Uppdatera programmet och välj Installera igen.';
/** Google ends an execution after six minutes; a form takes half a minute at the most. */
const MINUTES_OF_BUILDING = 4;
const UNFINISHED = 'Installationen hann inte bli klar. Välj Installera igen, så fortsätter den.';
const TIME_ZONE = 'Europe/Stockholm';

/** Gives a tab of people the rows that `lacking` finds it to lack, below all others. */
function addRows(
  ports: Ports,
  tab: Tab,
  lacking: (cells: readonly (readonly Cell[])[]) => readonly Readonly<Record<string, string>>[],
): void {
  const cells = cellsOf(ports.workbook, tab);
  const keyRow = cells[KEY_ROW - 1] ?? [];
  const used = cells.reduce((last, row, index) => (row.some((cell) => cell !== '') ? index + 1 : last), KEY_ROW);
  const rows = lacking(cells).map((row) => newRow(tab, keyRow, row));
  writeBlock(
    ports.workbook,
    tab,
    cells.length,
    used + 1,
    rows.filter((row) => row !== null),
  );
}

/** What people have written stays. So does a text for all programmes, which a programme's own row would put out of force. */
function lackingTexts(cells: readonly (readonly Cell[])[]): Readonly<Record<string, string>>[] {
  const { names } = rulebook([]);
  const { records } = readTemplates(cells, names);
  return FIRST_TEMPLATES.flatMap(({ kind, programme }) => {
    const isThere = records.some((row) => row.kind === kind && ['', programme].includes(row.programme));
    const name = names.find(({ id }) => id === programme)?.name ?? programme;
    return isThere ? [] : [{ kind, programme: name, ...defaultText(kind, programme) }];
  });
}

/** True where the workbook has turned out to be a copy of another. */
function ensureHead(ports: Ports, workbookId: string, today: Day): boolean {
  const tab = readStateTab(ports.workbook);
  if (tab?.head && tab.head.workbookId === workbookId) return false;
  // In a copy of a workbook the forms belong to the original: the copy starts without them, and with nothing going out.
  const head: Head = tab?.head
    ? { ...tab.head, workbookId, forms: {}, installedOn: today }
    : newHead(workbookId, today);
  ports.workbook.write(STATE_TAB.name, FIRST_DATA_ROW, 1, [stateCells({ id: HEAD_ID, state: packHead(head) })]);
  return Boolean(tab?.head);
}

/**
 * Forms that are as they were declared are left alone; each other one is written down when it is made and when it is whole, so that an
 * installation that is cut off goes on where it was.
 */
function installForms(
  ports: Ports,
  head: Head,
  now: Stamp,
  remember: (forms: Head['forms']) => void,
): Readonly<Record<string, FormBinding>> {
  const { selfAssessment } = readSettings(head.settings).settings;
  // A form that has been switched off keeps its binding, so that its answers are found when it comes back.
  let forms = head.forms;
  const keep = (id: string, binding: FormBinding): void => {
    forms = { ...forms, [id]: binding };
    remember(forms);
  };
  for (const declaration of formDeclarations({ programmes: rulebook([]).names, selfAssessment })) {
    const { id, title } = declaration;
    const known = forms[id];
    const print = fingerprint(JSON.stringify(declaration));
    if (known?.print === print && isWhole(known)) continue;
    if (stampNow(ports.now()) - now >= MINUTES_OF_BUILDING) throw new Error(UNFINISHED);
    const form = formToBuild(known?.formId, title);
    const formId = form.getId();
    const isBegun = known?.formId === formId;
    let binding: FormBinding = isBegun
      ? known
      : { formId, sheetId: null, link: '', items: {}, readUntil: known?.readUntil ?? readUntil(now) };
    if (!isBegun) keep(id, binding);
    binding = { ...binding, items: buildItems(declaration, form, binding.items, isBegun) };
    // Before the answers get their sheet, which has a column for each question from then on.
    keep(id, binding);
    const sheetId = answersSheet(declaration, form, binding.sheetId, isBegun);
    if (binding.link === '') publish(form);
    keep(id, { ...binding, sheetId, link: prefilledLink(form, binding.items.code, CODE_MARK), print });
  }
  return forms;
}

/** @throws with a Swedish message when the workbook is busy, or of a newer version, or when there is more to do than Google gives time for */
export function install(ports: Ports): FullRun | null {
  const now = stampNow(ports.now());
  if (!ports.lock.take(LOCK_WAIT)) throw new Error(BUSY);
  if ((readStateTab(ports.workbook)?.head?.version ?? 0) > STATE_VERSION) throw new Error(NEWER);
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (spreadsheet.getSpreadsheetTimeZone() !== TIME_ZONE) spreadsheet.setSpreadsheetTimeZone(TIME_ZONE);
  installTabs(LAYOUTS);
  const today = ports.now().day as Day;
  const coordinator = Session.getEffectiveUser().getEmail();
  addRows(ports, SETTINGS_TAB, (cells) => {
    const place = cells[KEY_ROW - 1]?.indexOf('setting') ?? -1;
    return FIRST_SETTINGS.filter(({ setting }) => cells.every((row) => row[place] !== setting)).map((row) =>
      row.setting === 'coordinators' ? { ...row, value: coordinator } : row,
    );
  });
  addRows(ports, TEMPLATES_TAB, lackingTexts);
  const isCopy = ensureHead(ports, spreadsheet.getId(), today);
  if (isCopy) {
    detachForms(spreadsheet);
    holdMail(ports);
  }
  const tab = openInstalled(ports);
  const isFirst = tab.rows.length === 0 && Object.keys(tab.head.forms).length === 0;
  const { head } = readHeadTabs(ports, tab.head);
  const forms = installForms(ports, head, now, (begun) =>
    commit(ports, tab, {
      by: 'install',
      at: now,
      events: [],
      states: [],
      head: { ...tab.head, forms: begun },
      tips: null,
    }),
  );
  installTriggers(Object.values(forms).flatMap((form) => (form.sheetId === null ? [form.formId] : [])));
  return fullRun(ports, tab, {
    by: 'install',
    now,
    readsJournal: true,
    showsOutbox: true,
    isFirstInstallation: isFirst,
    also: (state) => (isCopy ? withoutWaitingMail(state, now) : null),
    head: () => ({ ...head, forms }),
    events: [{ what: 'installed', about: '', from: '', to: formatDay(today), why: '' }],
  });
}
