import { stateById } from '../formulas.ts';
import type { Tab } from '../tab.ts';

/** Händelser: the journal, only ever added to. The hidden columns carry what is needed to redo an execution. */
export const EVENTS_TAB = {
  key: 'events',
  name: 'Händelser',
  owner: 'product',
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'at', heading: 'Tid', type: 'datetime', width: 140 },
    { key: 'id', heading: 'Kod', type: 'id', width: 110 },
    { key: 'unit', heading: 'Verksamhet', type: 'computed', width: 220, formula: () => stateById('id', 'unit') },
    { key: 'what', heading: 'Händelse', type: 'text', width: 200 },
    { key: 'from', heading: 'Från', type: 'text', width: 160 },
    { key: 'to', heading: 'Till', type: 'text', width: 160 },
    { key: 'why', heading: 'Varför', type: 'text', width: 320 },
    { key: 'commit', heading: 'Händelsenummer', type: 'id', width: 110, hidden: true },
    { key: 'parents', heading: 'Föregående', type: 'id', width: 110, hidden: true },
    { key: 'hash', heading: 'Kontrollsumma', type: 'id', width: 110, hidden: true },
    { key: 'data1', heading: 'Data 1', type: 'json', width: 110, hidden: true },
    { key: 'data2', heading: 'Data 2', type: 'json', width: 110, hidden: true },
    { key: 'data3', heading: 'Data 3', type: 'json', width: 110, hidden: true },
    { key: 'data4', heading: 'Data 4', type: 'json', width: 110, hidden: true },
    { key: 'data5', heading: 'Data 5', type: 'json', width: 110, hidden: true },
    { key: 'data6', heading: 'Data 6', type: 'json', width: 110, hidden: true },
    { key: 'data7', heading: 'Data 7', type: 'json', width: 110, hidden: true },
    { key: 'data8', heading: 'Data 8', type: 'json', width: 110, hidden: true },
  ],
} as const satisfies Tab;
