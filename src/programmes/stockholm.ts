import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
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
  get notes() {
    return STOCKHOLM_NOTES;
  },
  versions: [
    {
      from: dayOf(2016, 1, 1),
      sessions: 4,
      attendance: {
        share: { numerator: 9, denominator: 10 },
        count: 'same-people',
        headCount: 'first-session',
        catchUpCounts: true,
      },
      managerAttends: false,
      course: false,
      reflection: null,
      group: null,
      prerequisite: false,
      plan: null,
      presentation: false,
      diploma: 'unit-and-people',
      certifyAutomatically: false,
      validity: null,
      refresher: null,
      catchUp: { within: 'P6M' },
      survey: null,
      contact: null,
      planRevision: null,
      followUp: null,
      recorded: ['course'],
      get sources() {
        return STOCKHOLM_SOURCES;
      },
    },
  ],
};
