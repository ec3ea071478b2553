import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { NINE_OF_TEN, SILENT_RULES } from './defaults.ts';
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
  notes: () => JAMTLAND_HARJEDALEN_NOTES,
  versions: [
    {
      ...SILENT_RULES,
      from: dayOf(2020, 1, 1),
      sessions: 2,
      attendance: NINE_OF_TEN,
      managerAttends: true,
      plan: { opens: 'P8W', due: 'P12W', areas: [] },
      presentation: true,
      validity: 'P3Y',
      refresher: { window: 'P6M' },
      catchUp: { within: 'P6M' },
      survey: { after: 'P6M', open: 'P3W' },
      contact: { after: 'P18M' },
      planRevision: { every: 'P1Y' },
      recorded: ['development-task'],
      sources: () => JAMTLAND_HARJEDALEN_SOURCES,
    },
  ],
};
