import { RULE_CHOICES } from '../choices.ts';
import { reachOfRule } from '../formulas.ts';
import type { Tab } from '../tab.ts';

/** Regler: the coordinators' own dated changes of a programme's rules; without a row the published rules hold. */
export const RULES_TAB = {
  key: 'rules',
  name: 'Regler',
  owner: 'people',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'programme', heading: 'Program', type: 'choice', width: 200, choicesFrom: 'programmes', required: true },
    {
      key: 'from',
      heading: 'Gäller från',
      type: 'date',
      width: 110,
      required: true,
      note: 'Verksamheter som antas denna dag eller senare följer den nya regeln.',
    },
    { key: 'path', heading: 'Regel', type: 'choice', width: 300, choices: RULE_CHOICES, required: true },
    {
      key: 'value',
      heading: 'Värde',
      type: 'text',
      width: 180,
      required: true,
      note: 'Till exempel 95 %, P8W (8 veckor), P6M (6 månader), P3Y (3 år), ja eller nej.',
    },
    {
      key: 'reach',
      heading: 'Berörda verksamheter',
      type: 'computed',
      width: 380,
      formula: reachOfRule,
      note: 'Vad som skulle ändras om regeln gällde i dag. Läs det innan du kryssar i Bekräftad.',
    },
    {
      key: 'confirmed',
      heading: 'Bekräftad',
      type: 'boolean',
      width: 95,
      note: 'Kryssa i när du har läst vilka verksamheter ändringen berör. Först då gäller regeln.',
    },
    { key: 'note', heading: 'Källa eller anteckning', type: 'long', width: 340 },
  ],
} as const satisfies Tab;
