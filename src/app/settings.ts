/** The settings that a coordinator can change in the tab Inställningar: what each means, its default, and how its cell is read. */
import type { Day } from '../domain/calendar.ts';
import { readYesNo } from '../programmes/values.ts';
import { readDay } from '../workbook/read-date.ts';
import type { Cell } from '../workbook/records.ts';

export interface Settings {
  /** Nothing leaves while it is on. */
  readonly dryRun: boolean;
  /** Minutes a mail waits before it may leave. */
  readonly holdMinutes: number;
  /** Results from fewer answers are not shown. */
  readonly smallestGroup: number;
  /** The form for a unit's own assessment before and after: the texts leave it to the unit, so it is off until somebody asks for it. */
  readonly selfAssessment: boolean;
  /** Domains that mail may go to; empty = all. */
  readonly allowedDomains: readonly string[];
  /** Who gets the digest. */
  readonly coordinators: readonly string[];
  readonly office: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  /** Units that can begin in a half-year; null = not counted. */
  readonly places: number | null;
  readonly catchUpLink: string;
  readonly materialLink: string;
  /** Address of the web app with the managers' pages; empty = there are none. */
  readonly managerPage: string;
  /** The decision under which the product may purge; empty = it only reminds. */
  readonly purgeReference: string;
  readonly purgeDecidedOn: Day | null;
  /** How long after a person has left or a unit was declined. */
  readonly purgeAfterMonths: number;
}

type Reading<T> = { readonly value: T } | { readonly problem: string };

interface Definition<T> {
  readonly label: string;
  readonly initial: string;
  readonly read: (cell: Cell) => Reading<T>;
}

const setting = <T>(label: string, initial: string, read: (cell: Cell) => Reading<T>): Definition<T> => ({
  label,
  initial,
  read,
});

function yesOrNo(cell: Cell): Reading<boolean> {
  const value = readYesNo(String(cell).trim() || 'nej');
  return value === null ? { problem: 'Skriv ja eller nej.' } : { value };
}

function wholeNumber(least: number, most: number): (cell: Cell) => Reading<number> {
  return (cell) => {
    const text = String(cell).trim();
    const value = Number(text);
    return text !== '' && Number.isInteger(value) && value >= least && value <= most
      ? { value }
      : { problem: `Skriv ett heltal från ${least} till ${most}.` };
  };
}

const orNothing =
  <T>(read: (cell: Cell) => Reading<T>) =>
  (cell: Cell): Reading<T | null> =>
    String(cell).trim() === '' ? { value: null } : read(cell);

function date(cell: Cell): Reading<Day | null> {
  const value = readDay(cell);
  return value === undefined ? { problem: 'Skriv ett datum som 2025-10-06.' } : { value };
}

function webAddress(cell: Cell): Reading<string> {
  const value = String(cell).trim();
  return value === '' || /^https:\/\/[^\s?#<>"']+$/.test(value)
    ? { value }
    : { problem: 'Skriv webbappens adress. Den börjar med https:// och slutar med /exec.' };
}

const oneLine = (cell: Cell): Reading<string> => ({ value: String(cell).trim() });

function list(pattern: RegExp, example: string): (cell: Cell) => Reading<readonly string[]> {
  return (cell) => {
    const items = String(cell)
      .split(/[,;\s]+/)
      .map((item) => item.trim().toLowerCase())
      .filter((item) => item !== '');
    const wrong = items.find((item) => !pattern.test(item));
    return wrong === undefined
      ? { value: items }
      : { problem: `”${wrong}” kan inte läsas. Skriv till exempel ${example}.` };
  };
}

const DOMAIN = /^[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)+$/;
const ADDRESS = /^[^\s@,;<>"]+@[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)+$/;

export const SETTINGS: { readonly [Name in keyof Settings]: Definition<Settings[Name]> } = {
  dryRun: setting('Torrkörning', 'ja', yesOrNo),
  holdMinutes: setting('Väntetid före utskick (minuter)', '15', wholeNumber(0, 1440)),
  smallestGroup: setting('Minsta grupp i enkätresultat', '5', wholeNumber(3, 100)),
  selfAssessment: setting('Skattning före och efter', 'nej', yesOrNo),
  allowedDomains: setting('Tillåtna e-postdomäner', '', list(DOMAIN, 'region.example.org')),
  coordinators: setting('Koordinatorers e-post', '', list(ADDRESS, 'samordnare@region.example.org')),
  office: setting('Avsändare', 'Folkhälsoenheten', oneLine),
  contactName: setting('Kontaktperson', '', oneLine),
  contactEmail: setting('Kontaktens e-post', '', oneLine),
  contactPhone: setting('Kontaktens telefon', '', oneLine),
  places: setting('Platser per termin', '', orNothing(wholeNumber(1, 999))),
  catchUpLink: setting('Länk till catch-up', '', oneLine),
  materialLink: setting('Länk till material', '', oneLine),
  managerPage: setting('Adress till chefens sida', '', webAddress),
  purgeReference: setting('Gallringsbeslut', '', oneLine),
  purgeDecidedOn: setting('Gallringsbeslutets datum', '', date),
  purgeAfterMonths: setting('Gallring efter (månader)', '24', wholeNumber(1, 240)),
};

const NAMES = Object.keys(SETTINGS) as (keyof Settings)[];

export const SETTING_LABELS: Readonly<Record<string, string>> = Object.fromEntries(
  NAMES.map((name) => [name, SETTINGS[name].label]),
);

export interface SettingFault {
  readonly setting: keyof Settings;
  readonly text: string;
}

/** Reads what the tab says; a value that cannot be read is named, and the default holds meanwhile. */
export function readSettings(cells: Readonly<Record<string, Cell>>): {
  readonly settings: Settings;
  readonly faults: readonly SettingFault[];
} {
  const faults: SettingFault[] = [];
  const read = <Name extends keyof Settings>(name: Name): Settings[Name] => {
    const definition = SETTINGS[name];
    const reading = definition.read(cells[name] ?? definition.initial);
    if ('value' in reading) return reading.value;
    faults.push({ setting: name, text: `${definition.label}: ${reading.problem}` });
    const fallback = definition.read(definition.initial);
    if ('value' in fallback) return fallback.value;
    throw new Error(`The default of ${name} cannot be read.`);
  };
  const settings: { [Name in keyof Settings]?: Settings[Name] } = {};
  const take = <Name extends keyof Settings>(name: Name): void => {
    settings[name] = read(name);
  };
  for (const name of NAMES) take(name);
  // Every name has been taken.
  return { settings: settings as Settings, faults };
}
