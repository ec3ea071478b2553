import { dayOf } from '../domain/calendar.ts';
import type { Programme } from '../domain/rules.ts';
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
  get notes() {
    return HBTQ_KLIVET_NOTES;
  },
  versions: [
    {
      from: dayOf(2017, 1, 1),
      sessions: 0,
      attendance: null,
      managerAttends: false,
      course: true,
      reflection: 'unit',
      group: { least: 3, most: 5, withManager: true },
      prerequisite: true,
      plan: { opens: null, due: null, areas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'] },
      presentation: false,
      diploma: 'completion',
      certifyAutomatically: true,
      validity: null,
      refresher: null,
      catchUp: null,
      survey: null,
      contact: null,
      planRevision: null,
      followUp: null,
      recorded: [],
      get sources() {
        return HBTQ_KLIVET_SOURCES;
      },
    },
  ],
};
