import { ROLE_CHOICES } from '../choices.ts';
import { dutiesOfPerson } from '../formulas.ts';
import { type Column, column, type Looks, type Tab } from '../tab.ts';

const SESSION_KEY = /^session([1-9]|1\d|2\d)$/;

/** The 1-based session that a column of Deltagare stands for, or null for another column. */
export function sessionOfColumn(key: string): number | null {
  const match = SESSION_KEY.exec(key);
  return match ? Number(match[1]) : null;
}

/** The tick boxes of sessions 1, 2 … */
export function sessionColumns(sessions: number): readonly Column[] {
  return Array.from({ length: sessions }, (_, index) => column(`session${index + 1}`, `Träff ${index + 1}`, 'boolean'));
}

/** The ticked boxes by their columns. @param attended bit n-1 for session n */
export function ticksOf(attended: number): Record<string, true> {
  const ticks: Record<string, true> = {};
  for (let session = 1; attended >> (session - 1) > 0; session += 1)
    if ((attended >> (session - 1)) & 1) ticks[`session${session}`] = true;
  return ticks;
}

const BEFORE_SESSIONS = [
  column('unit', 'Verksamhet', 'text', { choicesFrom: 'units', required: true }),
  column('round', 'Omgång', 'integer'),
  column('name', 'Namn', 'text'),
  column('email', 'E-post', 'email'),
  column('personId', 'Medarbetar-id', 'text'),
  column('roles', 'Roll', 'choices', { choices: ROLE_CHOICES, unknown: '' }),
  column('from', 'Anställd från', 'date'),
  column('to', 'Slutat', 'date'),
  column('leave', 'Tjänstledig', 'periods'),
  column('earlierDiploma', 'Tidigare diplom', 'integer', { example: 2016 }),
];

const AFTER_SESSIONS = [
  column('course', 'Webbutbildning', 'date'),
  column('reflection', 'Reflektion', 'date'),
  column('catchUp', 'Catch-up', 'date'),
  column('refresher', 'Påfyllnad', 'dates'),
  column('remaining', 'Kvarstår', 'computed', { formula: dutiesOfPerson }),
];

/** All but the sessions. */
export const PERSON_COLUMNS = [...BEFORE_SESSIONS, ...AFTER_SESSIONS];

/** Deltagare with as many tick-box columns as the programmes in use have sessions at most. */
export function peopleTab(sessions: number): Tab {
  return {
    key: 'people',
    name: 'Deltagare',
    owner: 'people',
    columns: [...BEFORE_SESSIONS, ...sessionColumns(sessions), ...AFTER_SESSIONS],
  };
}

const LOOKS: Readonly<Record<string, Looks>> = {
  unit: { width: 220, also: ['enhet', 'arbetsplats'] },
  round: { width: 80, note: 'Tomt betyder 1.' },
  name: { width: 180, also: ['medarbetare', 'deltagare', 'för- och efternamn', 'personens namn'] },
  email: {
    width: 220,
    note: 'Personens kännetecken i verksamheten. Samma adress två gånger räknas som en person.',
    also: ['epost', 'e-postadress', 'mejl', 'mejladress', 'mail', 'e-mail', 'email'],
  },
  personId: {
    width: 120,
    note: 'För den som har skyddade uppgifter: ett eget id i stället för namn och e-post.',
    also: ['id', 'anställningsnummer'],
  },
  roles: {
    width: 130,
    note: 'Chef, Läkare, Kommun eller Hbtq-grupp. Skriv komma mellan flera. Tomt går bra för övriga.',
    also: ['yrke', 'befattning', 'roller', 'titel'],
  },
  from: { width: 110, note: 'Tomt betyder sedan tidigare.', also: ['anställd', 'började', 'startdatum'] },
  to: { width: 110, note: 'Sista anställningsdagen.', also: ['slutade', 'anställd till', 'slutdatum'] },
  leave: {
    width: 190,
    note: 'Datum, aldrig orsak. Skriv till exempel 2025-10-01–2025-12-31. Semikolon mellan flera perioder.',
    also: ['ledig', 'frånvarande under'],
  },
  earlierDiploma: {
    width: 110,
    note: 'Året då personen gick i en annan diplomerad verksamhet.',
    also: ['tidigare diplomerad', 'diplomår'],
  },
  course: { width: 125, note: 'Dagen då webbutbildningen var klar.', also: ['webbkurs', 'normino'] },
  reflection: { width: 110, note: 'Dagen då reflektionen kom in. Aldrig innehållet.', also: ['reflektionsuppgift'] },
  catchUp: {
    width: 110,
    note: 'Dagen då personen tog igen träffarna. I Västerbotten: Andra chansen.',
    also: ['catch up', 'andra chansen', 'catchup'],
  },
  refresher: {
    width: 110,
    note: 'Dagen då personen gick påfyllnaden. Låt tidigare dagar stå kvar, med semikolon emellan: 2027-05-10; 2030-04-28.',
    also: ['påfyllnadsutbildning'],
  },
  remaining: { width: 220, note: 'Det som personen har kvar att göra.' },
};

/** @param key of any column, those of the sessions too */
export function peopleLooks(key: string): Looks | undefined {
  const session = sessionOfColumn(key);
  if (session === null) return LOOKS[key];
  return {
    width: 70,
    note: 'Kryssa i den som var med. En tom ruta betyder att närvaron inte är noterad.',
    also: [`utbildningsträff ${session}`, `tillfälle ${session}`, `dag ${session}`],
  };
}
