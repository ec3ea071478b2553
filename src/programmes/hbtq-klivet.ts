import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
import { PLAN_WITHOUT_DATES, SILENT_RULES } from './defaults.ts';
import { HBTQ_KLIVET_NOTES, HBTQ_KLIVET_SOURCES } from './sources.ts';

export const HBTQ_KLIVET: Programme = {
  id: 'hbtq-klivet',
  name: 'Hbtq-klivet',
  region: 'Västra Götalandsregionen',
  words: {
    plan: 'utvecklingsplan',
    thePlan: 'utvecklingsplanen',
    catchUp: 'catch-up',
    course: 'webbutbildningen Normino',
    diploma: 'genomfört Hbtq-kliv',
  },
  packages: [],
  notes: () => HBTQ_KLIVET_NOTES,
  versions: [
    {
      ...SILENT_RULES,
      from: dayOf(2017, 1, 1),
      sessions: 0,
      course: true,
      reflection: 'unit',
      group: { least: 3, most: 5, withManager: true },
      prerequisite: true,
      plan: { ...PLAN_WITHOUT_DATES, areas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'] },
      diploma: 'completion',
      certifyAutomatically: true,
      sources: () => HBTQ_KLIVET_SOURCES,
    },
  ],
};
