/** Moments as people in the zone read them: `2025-09-01 08:05`. */
export const localTime = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);

/** A moment with its weekday, for the clock: `mån 2025-09-01 08:05`. */
export const clockText = (at: number, zone: string): string => {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, weekday: 'short' }).format(at);
  return `${day} ${localTime(at, zone)}`;
};

/** A moment in words: `måndag 1 september 2025 kl. 08:05`. */
export const longTime = (at: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'full', timeStyle: 'short' }).format(at);

/** `2025-09-01T08:05`, as a field for date and time holds it. */
export const fieldTime = (at: number, zone: string): string => localTime(at, zone).replace(' ', 'T');

/** The same time of day so many days later on the zone's calendar; midsummer nights and clock changes included. */
export const daysLater = (at: number, days: number, zone: string): string => {
  const [date = '', time = ''] = fieldTime(at, zone).split('T');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return `${new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)}T${time}`;
};
