import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { JAMTLAND_HARJEDALEN_NOTES, JAMTLAND_HARJEDALEN_SOURCES } from './sources.ts';

export const JAMTLAND_HARJEDALEN: Programme = {
  id: 'jamtland-harjedalen',
  name: 'Hbtqi- och mångfaldsdiplomering',
  region: 'Region Jämtland Härjedalen',
  words: {
    plan: 'handlingsplan',
    thePlan: 'handlingsplanen',
    catchUp: 'catch-up',
    course: 'webbutbildningen',
    diploma: 'diplom',
  },
  packages: [],
  get notes() {
    return JAMTLAND_HARJEDALEN_NOTES;
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
      course: false,
      reflection: null,
      group: null,
      prerequisite: false,
      plan: { opens: 'P8W', due: 'P12W', areas: [] },
      presentation: true,
      diploma: 'unit',
      certifyAutomatically: false,
      validity: 'P3Y',
      refresher: { window: 'P6M' },
      catchUp: { within: 'P6M' },
      survey: { after: 'P6M', open: 'P3W' },
      contact: { after: 'P18M' },
      planRevision: { every: 'P1Y' },
      followUp: null,
      recorded: ['development-task'],
      get sources() {
        return JAMTLAND_HARJEDALEN_SOURCES;
      },
    },
  ],
};
