import { stateById } from '../formulas.ts';
import { column, type LooksOf, type Tab } from '../tab.ts';

/** Händelser: the journal, only ever added to. The hidden columns carry what is needed to redo an execution. */
export const EVENTS_TAB = {
  key: 'events',
  name: 'Händelser',
  owner: 'product',
  columns: [
    column('at', 'Tid', 'datetime'),
    column('id', 'Kod', 'id'),
    column('unit', 'Verksamhet', 'computed', { formula: () => stateById('id', 'unit') }),
    column('what', 'Händelse', 'text'),
    column('from', 'Från', 'text'),
    column('to', 'Till', 'text'),
    column('why', 'Varför', 'text'),
    column('commit', 'Händelsenummer', 'id', { hidden: true }),
    column('parents', 'Föregående', 'id', { hidden: true }),
    column('hash', 'Kontrollsumma', 'id', { hidden: true }),
    column('data1', 'Data 1', 'json', { hidden: true }),
    column('data2', 'Data 2', 'json', { hidden: true }),
    column('data3', 'Data 3', 'json', { hidden: true }),
    column('data4', 'Data 4', 'json', { hidden: true }),
    column('data5', 'Data 5', 'json', { hidden: true }),
    column('data6', 'Data 6', 'json', { hidden: true }),
    column('data7', 'Data 7', 'json', { hidden: true }),
    column('data8', 'Data 8', 'json', { hidden: true }),
  ],
} as const satisfies Tab;

export const EVENTS_LOOKS: LooksOf<typeof EVENTS_TAB> = {
  at: { width: 140 },
  id: { width: 110 },
  unit: { width: 220 },
  what: { width: 200 },
  from: { width: 160 },
  to: { width: 160 },
  why: { width: 320 },
  commit: { width: 110 },
  parents: { width: 110 },
  hash: { width: 110 },
  data1: { width: 110 },
  data2: { width: 110 },
  data3: { width: 110 },
  data4: { width: 110 },
  data5: { width: 110 },
  data6: { width: 110 },
  data7: { width: 110 },
  data8: { width: 110 },
};
