import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { VASTERBOTTEN_NOTES, VASTERBOTTEN_SOURCES } from './sources.ts';

export const VASTERBOTTEN: Programme = {
  id: 'vasterbotten',
  name: 'Hbtq-diplomering',
  region: 'Region Västerbotten',
  words: {
    plan: 'handlingsplan',
    thePlan: 'handlingsplanen',
    catchUp: 'Andra chansen',
    course: 'webbutbildningarna',
    diploma: 'diplom',
  },
  packages: [],
  get notes() {
    return VASTERBOTTEN_NOTES;
  },
  versions: [
    {
      from: dayOf(2020, 1, 1),
      sessions: 2,
      attendance: {
        share: { numerator: 9, denominator: 10 },
        count: 'same-people',
        headCount: 'first-session',
        catchUpCounts: true,
      },
      managerAttends: true,
      course: true,
      reflection: 'each-person',
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
      followUp: { first: 'P6M', every: 'P2Y' },
      recorded: ['review'],
      get sources() {
        return VASTERBOTTEN_SOURCES;
      },
    },
  ],
};
