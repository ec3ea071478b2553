import { warningsOf } from '../grid/protection.ts';
import type { GridAct, GridArea } from '../grid/view.ts';
import type { FromServer, WindowMenu } from '../protocol.ts';
import { Copied, fromTabbed, textsOf, toTabbed } from './clipboard.ts';
import { Dialogs } from './dialogs.ts';
import { find, make } from './dom.ts';
import { type Entry, fillMenuBar, scriptEntries, startMenuBar } from './menubar.ts';
import { startRepair } from './repair.ts';
import { openLine } from './socket.ts';
import { describe, nameOf } from './status.ts';
import { GridWindow, type Selection } from './window.ts';

const status = find('status');
const connection = find('connection');
const bar = find('menus');
const copied = new Copied();
const calls = new Map<number, (reply: object) => void>();
let counter = 0;
let grid: GridWindow | null = null;
let scriptMenus: WindowMenu[] = [];

const line = openLine(receive, (connected) => {
  connection.textContent = connected ? '' : 'Servern svarar inte. Sidan ansluter igen av sig själv.';
});

const dialogs = new Dialogs({
  answer: (dialog, button, text) =>
    line.send({ type: 'answer', dialog, button, ...(text === undefined ? {} : { text }) }),
  call: (dialog, name, args, reply) => {
    counter += 1;
    calls.set(counter, reply);
    line.send({ type: 'call', call: counter, dialog, name, args });
  },
  closed: () => grid?.focus(),
});

const perform = (what: GridAct): void => {
  counter += 1;
  line.send({ type: 'act', act: counter, what });
};

/** Until then the person wants no warnings, as Google's grid offers. */
let unwarnedUntil = 0;
const UNWARNED = 5 * 60_000;

const warn = async (warnings: readonly string[]): Promise<boolean> => {
  const tick = make('input', { type: 'checkbox' });
  const answer = await dialogs.ask({
    title: 'Vill du ändra här?',
    text: warnings.join('\n'),
    field: null,
    below: [make('label', { class: 'choice' }, tick, make('span', {}, 'Fråga inte igen på fem minuter'))],
    buttons: [
      { value: 'yes', caption: 'Ändra ändå' },
      { value: 'no', caption: 'Avbryt' },
    ],
  });
  if (answer !== 'yes') return false;
  if (tick.checked) unwarnedUntil = Date.now() + UNWARNED;
  return true;
};

const act = (what: GridAct): void => {
  const sheet = grid && 'sheet' in what ? grid.sheet(what.sheet) : null;
  const warnings = sheet && Date.now() >= unwarnedUntil ? warningsOf(what, sheet) : [];
  if (warnings.length === 0) perform(what);
  else void warn(warnings).then((wanted) => wanted && perform(what));
};

const writeNote = async (): Promise<void> => {
  if (!grid) return;
  const { sheet, areas } = grid.selection();
  const area = areas[0];
  if (!area) return;
  const before = grid.cell(sheet.id, area.row, area.column)?.note ?? '';
  const field = make('textarea', { rows: '5' });
  field.value = before;
  const answer = await dialogs.ask({
    title: `Anteckning i ${nameOf({ ...area, rows: 1, columns: 1 })}`,
    text: '',
    field,
    buttons: [
      { value: 'save', caption: 'Spara' },
      { value: 'no', caption: 'Avbryt' },
    ],
  });
  if (answer === 'save' && field.value !== before)
    act({ do: 'note', sheet: sheet.id, row: area.row, column: area.column, text: field.value });
};

const toClipboard = async (what: 'copy' | 'cut'): Promise<void> => {
  if (!grid) return;
  const { sheet, areas } = grid.selection();
  const area = areas[0];
  if (!area) return;
  const text = toTabbed(textsOf(sheet, area));
  copied.remember(text, { sheet: sheet.id, area, cut: what === 'cut' });
  await navigator.clipboard.writeText(text);
  status.textContent = `${what === 'cut' ? 'Klippte ut' : 'Kopierade'} ${nameOf(area)}.`;
};

const paste = (text: string): void => {
  if (!grid) return;
  const { sheet, areas } = grid.selection();
  const at = areas[0];
  // An empty text may still be a copy: of cells that are empty, or that the host has filled since this window drew them.
  const from = copied.take(text);
  if (!at || (text === '' && !from)) return;
  const values = fromTabbed(text);
  act({ do: 'paste', sheet: sheet.id, row: at.row, column: at.column, values, ...(from ? { from } : {}) });
};

const clipboard = async (what: 'copy' | 'cut' | 'paste'): Promise<void> => {
  if (what !== 'paste') return toClipboard(what);
  paste(await navigator.clipboard.readText());
};

const selected = ({ sheet, areas }: Selection): void => {
  const area = areas[0];
  if (!area) return;
  status.textContent = describe(sheet, area);
  line.send({ type: 'select', sheet: sheet.id, ...area });
};

/** Acts on the marked rows and columns, for the menu bar. */
const onSelection = (make: (sheet: string, area: GridArea) => GridAct | GridAct[]) => () => {
  if (!grid) return;
  const { sheet, areas } = grid.selection();
  const area = areas[0];
  if (!area) return;
  for (const each of [make(sheet.id, area)].flat()) act(each);
};

const item = (caption: string, run: () => void): Entry => ({ kind: 'item', caption, run });

const ownMenus = (): Entry[] => {
  const hiddenTabs = (grid?.view.sheets ?? [])
    .filter((sheet) => sheet.hidden)
    .map((sheet) => item(`Visa ${sheet.name}`, () => act({ do: 'showSheet', sheet: sheet.id })));
  return [
    {
      kind: 'menu',
      caption: 'Redigera',
      entries: [
        item('Ångra (Ctrl+Z)', () => act({ do: 'undo' })),
        item('Gör om (Ctrl+Y)', () => act({ do: 'redo' })),
        { kind: 'separator' },
        item('Klipp ut (Ctrl+X)', () => void toClipboard('cut')),
        item('Kopiera (Ctrl+C)', () => void toClipboard('copy')),
        item('Klistra in (Ctrl+V)', () => void clipboard('paste')),
        item(
          'Rensa innehållet (Delete)',
          onSelection((sheet, area) => ({ do: 'clear', sheet, areas: [area] })),
        ),
      ],
    },
    {
      kind: 'menu',
      caption: 'Infoga',
      entries: [
        item(
          'Rad ovanför',
          onSelection((sheet, area) => ({ do: 'insertRows', sheet, at: area.row, count: area.rows })),
        ),
        item(
          'Rad nedanför',
          onSelection((sheet, area) => ({ do: 'insertRows', sheet, at: area.row + area.rows, count: area.rows })),
        ),
        item(
          'Kolumn till vänster',
          onSelection((sheet, area) => ({ do: 'insertColumns', sheet, at: area.column, count: area.columns })),
        ),
        item(
          'Kolumn till höger',
          onSelection((sheet, area) => ({
            do: 'insertColumns',
            sheet,
            at: area.column + area.columns,
            count: area.columns,
          })),
        ),
        { kind: 'separator' },
        item('Anteckning (Skift+F2)', () => void writeNote()),
        item(
          'Flik',
          onSelection((sheet) => ({ do: 'insertSheet', after: sheet })),
        ),
      ],
    },
    {
      kind: 'menu',
      caption: 'Ta bort',
      entries: [
        item(
          'Markerade rader',
          onSelection((sheet, area) => ({ do: 'deleteRows', sheet, at: area.row, count: area.rows })),
        ),
        item(
          'Markerade kolumner',
          onSelection((sheet, area) => ({ do: 'deleteColumns', sheet, at: area.column, count: area.columns })),
        ),
      ],
    },
    {
      kind: 'menu',
      caption: 'Data',
      entries: [
        item(
          'Sortera fliken A–Ö efter kolumnen',
          onSelection((sheet, area) => ({ do: 'sort', sheet, column: area.column, descending: false })),
        ),
        item(
          'Sortera fliken Ö–A efter kolumnen',
          onSelection((sheet, area) => ({ do: 'sort', sheet, column: area.column, descending: true })),
        ),
        { kind: 'separator' },
        item(
          'Slå på filter på det markerade',
          onSelection((sheet, area) => ({ do: 'filter', sheet, area })),
        ),
        item(
          'Ta bort filtret',
          onSelection((sheet) => ({ do: 'unfilter', sheet })),
        ),
      ],
    },
    {
      kind: 'menu',
      caption: 'Visa',
      entries: [
        item(
          'Dölj markerade rader',
          onSelection((sheet, area) => ({ do: 'hideRows', sheet, at: area.row, count: area.rows })),
        ),
        item(
          'Dölj markerade kolumner',
          onSelection((sheet, area) => ({ do: 'hideColumns', sheet, at: area.column, count: area.columns })),
        ),
        item(
          'Visa dolda rader',
          onSelection((sheet) => ({ do: 'showRows', sheet, at: 0, count: grid?.sheet(sheet).rowCount ?? 1 })),
        ),
        item(
          'Visa dolda kolumner',
          onSelection((sheet) => ({ do: 'showColumns', sheet, at: 0, count: grid?.sheet(sheet).columnCount ?? 1 })),
        ),
        { kind: 'separator' },
        item(
          'Frys raderna ovanför markeringen',
          onSelection((sheet, area) => ({
            do: 'freeze',
            sheet,
            rows: area.row,
            columns: grid?.sheet(sheet).frozenColumns ?? 0,
          })),
        ),
        item(
          'Frys kolumnerna till vänster',
          onSelection((sheet, area) => ({
            do: 'freeze',
            sheet,
            rows: grid?.sheet(sheet).frozenRows ?? 0,
            columns: area.column,
          })),
        ),
        ...(hiddenTabs.length > 0
          ? [{ kind: 'menu', caption: 'Dolda flikar', entries: hiddenTabs } satisfies Entry]
          : []),
      ],
    },
  ];
};

const refreshMenus = (): void => {
  const ofScript = scriptEntries(scriptMenus, (path) => line.send({ type: 'menu', path }));
  fillMenuBar(bar, [...ownMenus(), ...ofScript], () => grid?.focus());
};

function receive(message: FromServer): void {
  switch (message.type) {
    case 'view':
      if (grid && message.view.revision === grid.view.revision) return;
      // After a break the page starts over, as a fresh window would.
      if (grid) {
        location.reload();
        return;
      }
      grid = new GridWindow('grid', message.view, {
        act,
        unsupported: () => dialogs.toast('', 'Det går inte att göra i den här arbetsboken på den egna datorn.'),
        clipboard: (what) => void clipboard(what),
        note: () => void writeNote(),
        selected,
      });
      grid.select(message.view.shown.sheet, message.view.shown.area);
      startRepair();
      document.body.dataset.ready = 'true';
      refreshMenus();
      return;
    case 'patch':
      grid?.apply(message.patch);
      if (message.patch.sheets.some((sheet) => sheet.frame)) refreshMenus();
      return;
    case 'menus':
      scriptMenus = message.menus;
      refreshMenus();
      return;
    case 'dialog':
      dialogs.show(message.dialog);
      return;
    case 'close-dialog':
      dialogs.close(message.id);
      return;
    case 'show':
      grid?.select(message.sheet, message.area);
      return;
    case 'toast':
      dialogs.toast(message.title, message.text);
      return;
    case 'done':
      if (message.refusal !== undefined) dialogs.toast('Det gick inte', message.refusal);
      document.body.dataset.done = String(message.act);
      return;
    case 'busy':
      find('busy').textContent = message.on ? message.text : '';
      return;
    case 'returned': {
      const reply = calls.get(message.call);
      calls.delete(message.call);
      reply?.({ value: message.value, error: message.error });
      return;
    }
    case 'reload':
      location.reload();
      return;
    case 'live':
      find('clock').textContent = message.live.clock;
  }
}

/** The browser's own paste event, when the focus is in the grid and nobody is typing in a cell. */
document.addEventListener(
  'paste',
  (event) => {
    const target = event.target;
    const inGrid = target instanceof Node && find('grid').contains(target);
    if (!grid || grid.editing || !(inGrid || document.activeElement === document.body)) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    event.stopImmediatePropagation();
    paste(text);
  },
  true,
);

/** Space ticks and unticks the marked boxes, as in Google's grid; elsewhere it begins to type. */
document.addEventListener(
  'keydown',
  (event) => {
    const target = event.target;
    if (event.key !== ' ' || !grid || grid.editing || !(target instanceof Node) || !find('grid').contains(target))
      return;
    const ticks = grid.ticksInSelection();
    if (ticks.length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const on = ticks.some((tick) => !tick.on);
    for (const { sheet, row, column } of ticks) act({ do: 'tick', sheet, row, column, on });
  },
  true,
);

document.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'F2' || !event.shiftKey || !grid || grid.editing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void writeNote();
  },
  true,
);

startMenuBar(bar);
