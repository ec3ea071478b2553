import { ROLE_CHOICES } from '../choices.ts';
import { dutiesOfPerson } from '../formulas.ts';
import type { Column, Tab } from '../tab.ts';

const SESSION_KEY = /^session([1-9]|1\d|2\d)$/;

/** The 1-based session that a column of Deltagare stands for, or null for another column. */
export function sessionOfColumn(key: string): number | null {
  const match = SESSION_KEY.exec(key);
  return match ? Number(match[1]) : null;
}

function sessionColumn(session: number): Column {
  return {
    key: `session${session}`,
    heading: `Träff ${session}`,
    type: 'boolean',
    width: 70,
    note: 'Kryssa i den som var med. En tom ruta betyder att närvaron inte är noterad.',
    also: [`utbildningsträff ${session}`, `tillfälle ${session}`, `dag ${session}`],
  };
}

const BEFORE_SESSIONS: readonly Column[] = [
  {
    key: 'unit',
    heading: 'Verksamhet',
    type: 'text',
    width: 220,
    choicesFrom: 'units',
    required: true,
    also: ['enhet', 'arbetsplats'],
  },
  { key: 'round', heading: 'Omgång', type: 'integer', width: 80, note: 'Tomt betyder 1.' },
  {
    key: 'name',
    heading: 'Namn',
    type: 'text',
    width: 180,
    also: ['medarbetare', 'deltagare', 'för- och efternamn', 'personens namn'],
  },
  {
    key: 'email',
    heading: 'E-post',
    type: 'email',
    width: 220,
    note: 'Personens kännetecken i verksamheten. Samma adress två gånger räknas som en person.',
    also: ['epost', 'e-postadress', 'mejl', 'mejladress', 'mail', 'e-mail', 'email'],
  },
  {
    key: 'personId',
    heading: 'Medarbetar-id',
    type: 'text',
    width: 120,
    note: 'För den som har skyddade uppgifter: ett eget id i stället för namn och e-post.',
    also: ['id', 'anställningsnummer'],
  },
  {
    key: 'roles',
    heading: 'Roll',
    type: 'choices',
    width: 130,
    choices: ROLE_CHOICES,
    note: 'Chef, Läkare, Kommun eller Hbtq-grupp. Skriv komma mellan flera. Tomt går bra för övriga.',
    also: ['yrke', 'befattning', 'roller', 'titel'],
  },
  {
    key: 'from',
    heading: 'Anställd från',
    type: 'date',
    width: 110,
    note: 'Tomt betyder sedan tidigare.',
    also: ['anställd', 'började', 'startdatum'],
  },
  {
    key: 'to',
    heading: 'Slutat',
    type: 'date',
    width: 110,
    note: 'Sista anställningsdagen.',
    also: ['slutade', 'anställd till', 'slutdatum'],
  },
  {
    key: 'leave',
    heading: 'Tjänstledig',
    type: 'periods',
    width: 190,
    note: 'Datum, aldrig orsak. Skriv till exempel 2025-10-01–2025-12-31. Semikolon mellan flera perioder.',
    also: ['ledig', 'frånvarande under'],
  },
  {
    key: 'earlierDiploma',
    heading: 'Tidigare diplom',
    type: 'integer',
    width: 110,
    note: 'Året då personen gick i en annan diplomerad verksamhet.',
    also: ['tidigare diplomerad', 'diplomår'],
  },
];

const AFTER_SESSIONS: readonly Column[] = [
  {
    key: 'course',
    heading: 'Webbutbildning',
    type: 'date',
    width: 125,
    note: 'Dagen då webbutbildningen var klar.',
    also: ['webbkurs', 'normino'],
  },
  {
    key: 'reflection',
    heading: 'Reflektion',
    type: 'date',
    width: 110,
    note: 'Dagen då reflektionen kom in. Aldrig innehållet.',
    also: ['reflektionsuppgift'],
  },
  {
    key: 'catchUp',
    heading: 'Catch-up',
    type: 'date',
    width: 110,
    note: 'Dagen då personen tog igen träffarna. I Västerbotten: Andra chansen.',
    also: ['catch up', 'andra chansen', 'catchup'],
  },
  { key: 'refresher', heading: 'Påfyllnad', type: 'date', width: 110, also: ['påfyllnadsutbildning'] },
  {
    key: 'remaining',
    heading: 'Kvarstår',
    type: 'computed',
    width: 220,
    formula: dutiesOfPerson,
    note: 'Det som personen har kvar att göra.',
  },
];

/** Deltagare with as many tick-box columns as the programmes in use have sessions at most. */
export function peopleTab(sessions: number): Tab {
  return {
    key: 'people',
    name: 'Deltagare',
    owner: 'people',
    frozenRows: 2,
    frozenColumns: 3,
    columns: [
      ...BEFORE_SESSIONS,
      ...Array.from({ length: sessions }, (_, index) => sessionColumn(index + 1)),
      ...AFTER_SESSIONS,
    ],
  };
}
