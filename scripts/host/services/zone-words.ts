/** English as it is spoken in different places: each knows the short names of its own zones. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-ZA'];

/** Short names that Java has and Unicode's data lack; zones without summer time. */
const JAVA_NAMES: Readonly<Record<string, string>> = {
  'America/Argentina/Buenos_Aires': 'ART',
  'America/Bogota': 'COT',
  'America/Lima': 'PET',
  'America/Sao_Paulo': 'BRT',
  'Asia/Bangkok': 'ICT',
  'Asia/Dubai': 'GST',
  'Asia/Ho_Chi_Minh': 'ICT',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Jakarta': 'WIB',
  'Asia/Karachi': 'PKT',
  'Asia/Manila': 'PST',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
  'Asia/Singapore': 'SGT',
  'Asia/Taipei': 'CST',
  'Asia/Tokyo': 'JST',
  'Europe/Istanbul': 'TRT',
  'Europe/Moscow': 'MSK',
};

/** What a zone is called at a moment, as `z` (or `zzzz`) of a date pattern writes it; null for one without a name. */
export function zoneWords(instant: number, timeZone: string, long: boolean): string | null {
  for (const locale of LOCALES) {
    const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: long ? 'long' : 'short' });
    const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
    if (!/^(GMT|UTC)[+-]/.test(name)) return name;
  }
  return long ? null : (JAVA_NAMES[timeZone] ?? null);
}
