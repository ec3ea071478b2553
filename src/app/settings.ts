/** The settings that a coordinator can change in the tab Inställningar: what each means, its default, and how its cell is read. */
import type { Day } from '../domain/calendar.ts';
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
  readonly catchUpLink: string;
  readonly materialLink: string;
  /** The decision under which the product may purge; empty = it only reminds. */
  readonly purgeReference: string;
  readonly purgeDecidedOn: Day | null;
  /** How long after a person has left or a unit was declined. */
  readonly purgeAfterMonths: number;
}

type Reading<T> = { readonly value: T } | { readonly problem: string };

interface Definition<T> {
  readonly label: string;
  readonly explanation: string;
  readonly initial: string;
  readonly read: (cell: Cell) => Reading<T>;
}

const YES = ['ja', 'sant', 'true', 'på', 'x', '1'];
const NO = ['nej', 'falskt', 'false', 'av', '', '0'];

function yesOrNo(cell: Cell): Reading<boolean> {
  const text = String(cell).trim().toLowerCase();
  if (YES.includes(text)) return { value: true };
  if (NO.includes(text)) return { value: false };
  return { problem: 'Skriv ja eller nej.' };
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

function date(cell: Cell): Reading<Day | null> {
  const value = readDay(cell);
  return value === undefined ? { problem: 'Skriv ett datum som 2025-10-06.' } : { value };
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
      : { problem: `"${wrong}" kan inte läsas. Skriv till exempel ${example}.` };
  };
}

const DOMAIN = /^[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)+$/;
const ADDRESS = /^[^\s@,;<>"]+@[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)+$/;

export const SETTINGS: { readonly [Name in keyof Settings]: Definition<Settings[Name]> } = {
  dryRun: {
    label: 'Torrkörning',
    explanation:
      'ja = inga utskick lämnar arbetsboken. De visas på fliken Utskick. Skriv nej när ni vill börja skicka.',
    initial: 'ja',
    read: yesOrNo,
  },
  holdMinutes: {
    label: 'Väntetid före utskick (minuter)',
    explanation: 'Så länge väntar ett utskick, så att ett misstag hinner rättas.',
    initial: '15',
    read: wholeNumber(0, 1440),
  },
  smallestGroup: {
    label: 'Minsta grupp i enkätresultat',
    explanation: 'Resultat från färre svar visas inte.',
    initial: '5',
    read: wholeNumber(3, 100),
  },
  selfAssessment: {
    label: 'Skattning före och efter',
    explanation:
      'ja = verksamheterna får ett formulär för sin egen skattning före och efter. Skriv ja och välj sedan Diplomering → Installera.',
    initial: 'nej',
    read: yesOrNo,
  },
  allowedDomains: {
    label: 'Tillåtna e-postdomäner',
    explanation: 'Till exempel region.example.org, kommun.example.org. Tomt = alla.',
    initial: '',
    read: list(DOMAIN, 'region.example.org'),
  },
  coordinators: {
    label: 'Koordinatorers e-post',
    explanation: 'Hit går sammanställningen varje arbetsdag som något behöver göras.',
    initial: '',
    read: list(ADDRESS, 'samordnare@region.example.org'),
  },
  office: {
    label: 'Avsändare',
    explanation: 'Enheten som undertecknar utskicken.',
    initial: 'Folkhälsoenheten',
    read: oneLine,
  },
  contactName: { label: 'Kontaktperson', explanation: 'Vem som svarar på frågor.', initial: '', read: oneLine },
  contactEmail: { label: 'Kontaktens e-post', explanation: 'Visas i utskicken.', initial: '', read: oneLine },
  contactPhone: { label: 'Kontaktens telefon', explanation: 'Visas i utskicken.', initial: '', read: oneLine },
  catchUpLink: {
    label: 'Länk till catch-up',
    explanation: 'Där catch-up görs eller bokas.',
    initial: '',
    read: oneLine,
  },
  materialLink: {
    label: 'Länk till material',
    explanation: 'Webbutbildningar och material inför träff 1.',
    initial: '',
    read: oneLine,
  },
  purgeReference: {
    label: 'Gallringsbeslut',
    explanation: 'Beslutets beteckning. Utan beslut och datum gallras ingenting: då påminner fliken Start bara.',
    initial: '',
    read: oneLine,
  },
  purgeDecidedOn: {
    label: 'Gallringsbeslutets datum',
    explanation: 'Dagen då gallringsbeslutet fattades.',
    initial: '',
    read: date,
  },
  purgeAfterMonths: {
    label: 'Gallring efter (månader)',
    explanation: 'Så länge efter att en medarbetare har slutat eller en anmälan har avböjts.',
    initial: '24',
    read: wholeNumber(1, 240),
  },
};

const NAMES = Object.keys(SETTINGS) as (keyof Settings)[];

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
  const settings: Settings = {
    dryRun: read('dryRun'),
    holdMinutes: read('holdMinutes'),
    smallestGroup: read('smallestGroup'),
    selfAssessment: read('selfAssessment'),
    allowedDomains: read('allowedDomains'),
    coordinators: read('coordinators'),
    office: read('office'),
    contactName: read('contactName'),
    contactEmail: read('contactEmail'),
    contactPhone: read('contactPhone'),
    catchUpLink: read('catchUpLink'),
    materialLink: read('materialLink'),
    purgeReference: read('purgeReference'),
    purgeDecidedOn: read('purgeDecidedOn'),
    purgeAfterMonths: read('purgeAfterMonths'),
  };
  return { settings, faults };
}

/** The rows that a new tab Inställningar gets. */
export function initialSettings(
  coordinator: string,
): { readonly name: string; readonly label: string; readonly value: string; readonly explanation: string }[] {
  return NAMES.map((name) => ({
    name,
    label: SETTINGS[name].label,
    value: name === 'coordinators' ? coordinator : SETTINGS[name].initial,
    explanation: SETTINGS[name].explanation,
  }));
}
