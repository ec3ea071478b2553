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

const known: Readonly<Record<string, SheetLocale>> = {
  en: english,
  en_US: english,
  en_GB: british,
  sv: swedish,
  sv_SE: swedish,
};

/** The conventions of a locale such as "sv_SE"; null for one that this host does not know. */
export function findLocale(name: string): SheetLocale | null {
  return known[name] ?? known[name.replace('-', '_')] ?? null;
}

/** As findLocale, with the conventions of en_US for a locale that this host does not know. */
export function localeOf(name: string): SheetLocale {
  return findLocale(name) ?? english;
}
