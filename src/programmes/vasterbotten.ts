import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { NINE_OF_TEN, PLAN_WITHOUT_DATES, SILENT_RULES } from './defaults.ts';
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
  notes: () => VASTERBOTTEN_NOTES,
  versions: [
    {
      ...SILENT_RULES,
      from: dayOf(2020, 1, 1),
      sessions: 2,
      attendance: NINE_OF_TEN,
      managerAttends: true,
      course: true,
      reflection: 'each-person',
      plan: PLAN_WITHOUT_DATES,
      catchUp: { within: 'P6M' },
      followUp: { first: 'P6M', every: 'P2Y' },
      recorded: ['review'],
      sources: () => VASTERBOTTEN_SOURCES,
    },
  ],
};
