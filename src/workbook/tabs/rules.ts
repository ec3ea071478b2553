import { RULE_CHOICES } from '../choices.ts';
import { reachOfRule } from '../formulas.ts';
import { column, type LooksOf, type Tab } from '../tab.ts';

/** Regler: the coordinators' own dated changes of a programme's rules; without a row the published rules hold. */
export const RULES_TAB = {
  key: 'rules',
  name: 'Regler',
  owner: 'people',
  columns: [
    column('programme', 'Program', 'choice', { choicesFrom: 'programmes', required: true }),
    column('from', 'Gäller från', 'date', { required: true }),
    column('path', 'Regel', 'choice', { choices: RULE_CHOICES, required: true }),
    column('value', 'Värde', 'text'),
    column('reach', 'Berörda verksamheter', 'computed', { formula: reachOfRule }),
    column('confirmed', 'Bekräftad', 'boolean'),
    column('note', 'Källa eller anteckning', 'long'),
  ],
} as const satisfies Tab;

export const RULES_LOOKS: LooksOf<typeof RULES_TAB> = {
  programme: { width: 200 },
  from: { width: 110, note: 'Verksamheter som antas denna dag eller senare följer den nya regeln.' },
  path: { width: 300 },
  value: { width: 180, note: 'Till exempel 95 %, P8W (8 veckor), P6M (6 månader), P3Y (3 år), ja eller nej.' },
  reach: { width: 380, note: 'Vad som skulle ändras om regeln gällde i dag. Läs det innan du kryssar i Bekräftad.' },
  confirmed: {
    width: 95,
    note: 'Kryssa i när du har läst vilka verksamheter ändringen berör. Först då gäller regeln.',
  },
  note: { width: 340 },
};
