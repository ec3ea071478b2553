import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { NINE_OF_TEN, SILENT_RULES } from './defaults.ts';
import { STOCKHOLM_NOTES, STOCKHOLM_SOURCES } from './sources.ts';

export const STOCKHOLM: Programme = {
  id: 'stockholm',
  name: 'HBTQ-diplomering',
  region: 'Region Stockholm',
  words: {
    plan: 'handlingsplan',
    thePlan: 'handlingsplanen',
    catchUp: 'catch-up',
    course: 'webbutbildningen',
    diploma: 'diplom',
  },
  packages: [],
  notes: () => STOCKHOLM_NOTES,
  versions: [
    {
      ...SILENT_RULES,
      from: dayOf(2016, 1, 1),
      sessions: 4,
      attendance: NINE_OF_TEN,
      diploma: 'unit-and-people',
      catchUp: { within: 'P6M' },
      recorded: ['course'],
      sources: () => STOCKHOLM_SOURCES,
    },
  ],
};
