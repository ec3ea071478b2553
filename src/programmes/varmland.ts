import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { NINE_OF_TEN, PLAN_WITHOUT_DATES, SILENT_RULES } from './defaults.ts';
import { VARMLAND_NOTES, VARMLAND_SOURCES } from './sources.ts';

export const VARMLAND: Programme = {
  id: 'varmland',
  name: 'Hbtq-diplomering',
  region: 'Region Värmland',
  words: {
    plan: 'handlingsplan',
    thePlan: 'handlingsplanen',
    catchUp: 'catch-up',
    course: 'webbutbildningen',
    diploma: 'diplom',
  },
  packages: [
    {
      id: 'fysiskt',
      name: 'Fysiskt paket',
      criteria: ['Lokaler som rymmer alla deltagare.', 'Lokaler som fungerar för dem som har behov av tillgänglighet.'],
      digitalSessions: [],
    },
    {
      id: 'digifysiskt',
      name: 'Digifysiskt paket',
      criteria: ['Varje deltagare har en egen dator med skärm, kamera och mikrofon.'],
      digitalSessions: [1, 2],
    },
  ],
  notes: () => VARMLAND_NOTES,
  versions: [
    {
      ...SILENT_RULES,
      from: dayOf(2020, 1, 1),
      sessions: 4,
      attendance: NINE_OF_TEN,
      managerAttends: true,
      plan: PLAN_WITHOUT_DATES,
      catchUp: { within: 'P6M' },
      sources: () => VARMLAND_SOURCES,
    },
  ],
};
