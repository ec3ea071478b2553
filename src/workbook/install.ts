/**
 * What the installer makes of every tab, as data: applied at the first installation and at each repair. Widths in pixels, colours as
 * #rrggbb; columns in their first order. On a repair the adapter finds each column by its key and adds those that are missing.
 */
import { COLOURS } from './colours.ts';
import { type ConditionalFormat, conditionalFormats } from './conditional-format.ts';
import type { ProgrammeName } from './programme-name.ts';
import { type Column, type ColumnType, KEY_ROW, SPARE_COLUMNS, type Tab, type TabKey } from './tab.ts';
import { allTabs } from './tabs/index.ts';
import { looksOf } from './tabs/looks.ts';
import { type Validation, validationOf } from './validation.ts';

export interface ColumnLayout {
  readonly key: string;
  readonly heading: string;
  readonly note: string;
  readonly width: number;
  readonly hidden: boolean;
  /** The sheet's own pattern; `@` keeps what is typed as text. */
  readonly numberFormat: string;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  readonly background: string | null;
  readonly textColour: string | null;
  readonly validation: Validation | null;
  /** Formula template with `{key}` places (see `formulaAt`), or null. */
  readonly formula: string | null;
  /** A warning meets the person who types here; it is never refused, since owners and editors pass protections anyway. */
  readonly protected: boolean;
}

export interface TabLayout {
  readonly key: TabKey;
  readonly name: string;
  readonly hidden: boolean;
  /** Of the tab itself. */
  readonly colour: string;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridRows: number;
  readonly gridColumns: number;
  /** Rows that are hidden: the key row. */
  readonly hiddenRows: readonly number[];
  readonly heading: {
    readonly background: string;
    readonly text: string;
    readonly bold: true;
    readonly height: number;
  };
  readonly bands: { readonly odd: string; readonly even: string } | null;
  readonly filter: boolean;
  /** The whole tab warns before it is changed, but for the columns that a person is to fill in. */
  readonly protectedTab: boolean;
  readonly protectionNote: string;
  readonly columns: readonly ColumnLayout[];
  readonly conditionalFormats: readonly ConditionalFormat[];
}

const FORMATS: Readonly<Record<ColumnType, string>> = {
  text: '@',
  long: '@',
  email: '@',
  id: '@',
  json: '@',
  periods: '@',
  choice: '@',
  choices: '@',
  share: '0.0" %"',
  date: 'yyyy-mm-dd',
  // One alone is a date like any other; several are a text, which no format touches.
  dates: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm',
  integer: '0',
  // A formula in a cell formatted as text would show itself instead of its result.
  boolean: 'General',
  computed: 'General',
};

const ALIGN: Readonly<Partial<Record<ColumnType, ColumnLayout['align']>>> = {
  boolean: 'center',
  integer: 'right',
  share: 'right',
};

/** Columns of a product's tab that a person fills in. */
const PERSONS_OWN: readonly string[] = ['action'];

/** Widths in steps, so that neighbours of the same width can be set in one call. */
const WIDTH_STEP = 40;

function columnLayout(tab: Tab, column: Column, programmes: readonly ProgrammeName[]): ColumnLayout {
  const looks = looksOf(tab.key, column.key);
  const computed = column.type === 'computed';
  const product = tab.owner === 'product' && !PERSONS_OWN.includes(column.key);
  return {
    key: column.key,
    heading: column.heading,
    note: looks.note ?? '',
    width: Math.round(looks.width / WIDTH_STEP) * WIDTH_STEP,
    hidden: column.hidden === true,
    // The product marks its own texts with the sheet's apostrophe, which a cell formatted as text would show.
    numberFormat: tab.owner === 'product' && FORMATS[column.type] === '@' ? 'General' : FORMATS[column.type],
    align: ALIGN[column.type] ?? 'left',
    // A whole mail in one cell would make its row as high as the screen.
    wrap: column.type === 'long' && tab.key !== 'outbox' && tab.key !== 'state',
    background: computed ? COLOURS.computed : null,
    textColour: computed ? COLOURS.computedText : null,
    validation: product || computed ? null : validationOf(column, programmes),
    formula: column.formula ? column.formula() : null,
    protected: computed || (tab.owner === 'people' && (column.type === 'id' || column.type === 'json')),
  };
}

/** Small to begin with: a read takes the whole grid, and both people and the product make it longer when they need to. */
const FIRST_ROWS: Readonly<Partial<Record<TabKey, number>>> = {
  units: 60,
  people: 200,
  events: 100,
  state: 40,
  outbox: 60,
  start: 155,
};

/** Columns that stay in sight when the person scrolls to the right. */
const FROZEN_COLUMNS: Readonly<Partial<Record<TabKey, number>>> = {
  units: 2,
  people: 3,
  occasions: 1,
  followUps: 1,
  templates: 1,
};

function tabLayout(tab: Tab, programmes: readonly ProgrammeName[]): TabLayout {
  const product = tab.owner === 'product';
  return {
    key: tab.key,
    name: tab.name,
    hidden: tab.hidden === true,
    colour: product ? COLOURS.productHeading : COLOURS.heading,
    frozenRows: KEY_ROW,
    frozenColumns: FROZEN_COLUMNS[tab.key] ?? 0,
    gridRows: FIRST_ROWS[tab.key] ?? 60,
    gridColumns: tab.columns.length + SPARE_COLUMNS,
    hiddenRows: [KEY_ROW],
    heading: {
      background: product ? COLOURS.productHeading : COLOURS.heading,
      text: COLOURS.headingText,
      bold: true,
      height: 34,
    },
    bands: tab.hidden ? null : { odd: COLOURS.plain, even: COLOURS.band },
    filter: tab.key !== 'start' && tab.key !== 'settings' && tab.hidden !== true,
    protectedTab: product,
    protectionNote: product
      ? `Fliken ${tab.name} skrivs av Diplomering. Ändringar här skrivs över.`
      : 'Kolumnen räknas fram av Diplomering.',
    columns: tab.columns.map((column) => columnLayout(tab, column, programmes)),
    conditionalFormats: conditionalFormats(tab.key),
  };
}

/** Every tab in order. @param programmes those in use, for the drop-downs and the number of tick boxes */
export function installation(programmes: readonly ProgrammeName[]): readonly TabLayout[] {
  const sessions = Math.max(0, ...programmes.map((programme) => programme.sessions));
  return allTabs(sessions).map((tab) => tabLayout(tab, programmes));
}
