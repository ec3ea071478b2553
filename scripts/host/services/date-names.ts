/** Names of months and days as Java's SimpleDateFormat has them in a language. */
export interface Names {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly days: readonly string[];
  readonly shortDays: readonly string[];
  readonly halves: readonly [string, string];
  readonly eras: readonly [string, string];
  /** 0 is Sunday. */
  readonly firstDay: number;
  readonly minimalDays: number;
}

const ENGLISH: Names = {
  months: 'January February March April May June July August September October November December'.split(' '),
  shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  shortDays: 'Sun Mon Tue Wed Thu Fri Sat'.split(' '),
  halves: ['AM', 'PM'],
  eras: ['BC', 'AD'],
  firstDay: 0,
  minimalDays: 1,
};

const SWEDISH: Names = {
  months: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  shortMonths: 'jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec.'.split(' '),
  days: 'söndag måndag tisdag onsdag torsdag fredag lördag'.split(' '),
  shortDays: 'sön mån tis ons tors fre lör'.split(' '),
  halves: ['fm', 'em'],
  eras: ['f.Kr.', 'e.Kr.'],
  firstDay: 1,
  minimalDays: 4,
};

export type DateLanguage = 'en' | 'sv';

export const namesOf = (language: DateLanguage) => (language === 'sv' ? SWEDISH : ENGLISH);
