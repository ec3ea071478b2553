import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
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
  get notes() {
    return VARMLAND_NOTES;
  },
  versions: [
    {
      from: dayOf(2020, 1, 1),
      sessions: 4,
      attendance: {
        share: { numerator: 9, denominator: 10 },
        count: 'same-people',
        headCount: 'first-session',
        catchUpCounts: true,
      },
      managerAttends: true,
      course: false,
      reflection: null,
      group: null,
      prerequisite: false,
      plan: { opens: null, due: null, areas: [] },
      presentation: false,
      diploma: 'unit',
      certifyAutomatically: false,
      validity: null,
      refresher: null,
      catchUp: { within: 'P6M' },
      survey: null,
      contact: null,
      planRevision: null,
      followUp: null,
      recorded: [],
      get sources() {
        return VARMLAND_SOURCES;
      },
    },
  ],
};
