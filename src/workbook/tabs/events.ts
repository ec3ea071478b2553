import { stateById } from '../formulas.ts';
import type { LooksOf, Tab } from '../tab.ts';

/** Händelser: the journal, only ever added to. The hidden columns carry what is needed to redo an execution. */
export const EVENTS_TAB = {
  key: 'events',
  name: 'Händelser',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'at', heading: 'Tid', type: 'datetime' },
    { key: 'id', heading: 'Kod', type: 'id' },
    { key: 'unit', heading: 'Verksamhet', type: 'computed', formula: () => stateById('id', 'unit') },
    { key: 'what', heading: 'Händelse', type: 'text' },
    { key: 'from', heading: 'Från', type: 'text' },
    { key: 'to', heading: 'Till', type: 'text' },
    { key: 'why', heading: 'Varför', type: 'text' },
    { key: 'commit', heading: 'Händelsenummer', type: 'id', hidden: true },
    { key: 'parents', heading: 'Föregående', type: 'id', hidden: true },
    { key: 'hash', heading: 'Kontrollsumma', type: 'id', hidden: true },
    { key: 'data1', heading: 'Data 1', type: 'json', hidden: true },
    { key: 'data2', heading: 'Data 2', type: 'json', hidden: true },
    { key: 'data3', heading: 'Data 3', type: 'json', hidden: true },
    { key: 'data4', heading: 'Data 4', type: 'json', hidden: true },
    { key: 'data5', heading: 'Data 5', type: 'json', hidden: true },
    { key: 'data6', heading: 'Data 6', type: 'json', hidden: true },
    { key: 'data7', heading: 'Data 7', type: 'json', hidden: true },
    { key: 'data8', heading: 'Data 8', type: 'json', hidden: true },
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
