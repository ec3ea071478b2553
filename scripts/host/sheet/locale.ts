/** How a spreadsheet of a locale writes and reads numbers, dates and booleans. */
export interface SheetLocale {
  readonly name: string;
  readonly decimal: string;
  /** What stands between groups of three digits on screen. */
  readonly group: string;
  /** Everything that is read as a group separator. */
  readonly groupsRead: readonly string[];
  /** Between the arguments of a formula. */
  readonly argument: string;
  /** The order of a date written with numbers. */
  readonly order: 'ymd' | 'dmy' | 'mdy';
  /** The order of two numbers without a year. */
  readonly shortOrder: 'dm' | 'md';
  readonly date: string;
  readonly dateTime: string;
  readonly time: string;
  readonly months: readonly string[];
  readonly monthsShort: readonly string[];
  readonly days: readonly string[];
  readonly daysShort: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly currency: readonly string[];
  readonly currencyFormat: string;
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const ENGLISH_DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const english: SheetLocale = {
  name: 'en_US',
  decimal: '.',
  group: ',',
  groupsRead: [','],
  argument: ',',
  order: 'mdy',
  shortOrder: 'md',
  date: 'M/d/yyyy',
  dateTime: 'M/d/yyyy H:mm:ss',
  time: 'h:mm:ss am/pm',
  months: ENGLISH_MONTHS,
  monthsShort: ENGLISH_MONTHS.map((month) => month.slice(0, 3)),
  days: ENGLISH_DAYS,
  daysShort: ENGLISH_DAYS.map((day) => day.slice(0, 3)),
  yes: 'TRUE',
  no: 'FALSE',
  currency: ['$'],
  currencyFormat: '"$"#,##0.00',
};

const british: SheetLocale = {
  ...english,
  name: 'en_GB',
  order: 'dmy',
  shortOrder: 'dm',
  date: 'dd/MM/yyyy',
  dateTime: 'dd/MM/yyyy HH:mm:ss',
  time: 'HH:mm:ss',
  currency: ['£'],
  currencyFormat: '"£"#,##0.00',
};

const swedish: SheetLocale = {
  name: 'sv_SE',
  decimal: ',',
  group: '\u00a0',
  groupsRead: ['\u00a0', '\u202f', ' '],
  argument: ';',
  order: 'ymd',
  shortOrder: 'dm',
  date: 'yyyy-mm-dd',
  dateTime: 'yyyy-mm-dd HH:mm:ss',
  time: 'HH:mm:ss',
  months: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  monthsShort: ['jan.', 'feb.', 'mars', 'apr.', 'maj', 'juni', 'juli', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
  days: ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'],
  daysShort: ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'],
  yes: 'SANT',
  no: 'FALSKT',
  currency: ['kr', 'SEK'],
  currencyFormat: '#,##0.00 "kr"',
};

const known = new Map<string, SheetLocale | null>([
  ['en', english],
  ['en_US', english],
  ['en_GB', british],
  ['sv', swedish],
  ['sv_SE', swedish],
]);

/** The conventions that Unicode's data give for other locales. */
function fromUnicode(name: string): SheetLocale | null {
  const tag = name.replace('_', '-');
  let supported: string[];
  try {
    supported = Intl.DateTimeFormat.supportedLocalesOf(tag);
  } catch {
    return null;
  }
  if (supported.length === 0) return null;
  const parts = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1_234_567.5);
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const group = parts.find((part) => part.type === 'group')?.value ?? ',';
  const order = new Intl.DateTimeFormat(tag, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(0);
  const letters = order.map(({ type, value }) =>
    type === 'year' ? 'yyyy' : type === 'month' ? 'MM' : type === 'day' ? 'dd' : value,
  );
  const sequence = order
    .map(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? type[0] : ''))
    .join('');
  const names = (kind: 'month' | 'weekday', width: 'long' | 'short', count: number): string[] =>
    Array.from({ length: count }, (_, index) =>
      new Intl.DateTimeFormat(tag, { [kind]: width, timeZone: 'UTC' }).format(
        kind === 'month' ? Date.UTC(2024, index, 15) : Date.UTC(2024, 0, 7 + index),
      ),
    );
  return {
    ...english,
    name,
    decimal,
    group,
    groupsRead: /\s/.test(group) ? ['\u00a0', '\u202f', ' '] : [group],
    argument: decimal === ',' ? ';' : ',',
    order: sequence === 'ymd' ? 'ymd' : sequence === 'mdy' ? 'mdy' : 'dmy',
    shortOrder: sequence === 'dmy' ? 'dm' : 'md',
    date: letters.join(''),
    dateTime: `${letters.join('')} HH:mm:ss`,
    time: 'HH:mm:ss',
    months: names('month', 'long', 12),
    monthsShort: names('month', 'short', 12),
    days: names('weekday', 'long', 7),
    daysShort: names('weekday', 'short', 7),
    currency: ['€', '$', '£'],
    currencyFormat: '#,##0.00 "€"',
  };
}

/** The conventions of a locale such as "sv_SE"; null for one that nobody knows. */
export function findLocale(name: string): SheetLocale | null {
  const own = name.replace('-', '_');
  let found = known.get(own);
  if (found === undefined) {
    found = fromUnicode(own);
    known.set(own, found);
  }
  return found;
}

/** As findLocale, with the conventions of en_US for a locale that nobody knows. */
export function localeOf(name: string): SheetLocale {
  return findLocale(name) ?? english;
}
