import type { Tab } from '../tab.ts';

/** Läge: one row a round, rewritten by block from facts and journal; row 3 is the head with the id `head`. */
export const STATE_TAB = {
  key: 'state',
  name: 'Läge',
  owner: 'product',
  hidden: true,
  frozenRows: 2,
  frozenColumns: 0,
  columns: [
    { key: 'id', heading: 'Kod', type: 'id', width: 120 },
    {
      key: 'lookup',
      heading: 'Uppslag',
      type: 'text',
      width: 160,
      note: 'Verksamhetens namn, #, omgång: nyckeln för flikar som skriver namnet.',
    },
    { key: 'unit', heading: 'Verksamhet', type: 'text', width: 200 },
    { key: 'programme', heading: 'Program', type: 'id', width: 140 },
    { key: 'round', heading: 'Omgång', type: 'integer', width: 80 },
    { key: 'status', heading: 'Lägeskod', type: 'id', width: 120 },
    { key: 'label', heading: 'Läge', type: 'text', width: 160 },
    { key: 'summary', heading: 'Sammanfattning', type: 'long', width: 360 },
    { key: 'nextStep', heading: 'Nästa steg', type: 'long', width: 280 },
    { key: 'attendance', heading: 'Närvaro', type: 'text', width: 160 },
    { key: 'deadlines', heading: 'Datum att hålla', type: 'long', width: 280 },
    {
      key: 'duties',
      heading: 'Kvarstår per medarbetare',
      type: 'long',
      width: 280,
      note: '|e-post eller id=text| efter varandra.',
    },
    { key: 'diplomaOn', heading: 'Diplomdatum', type: 'date', width: 110 },
    { key: 'validThrough', heading: 'Giltigt till och med', type: 'date', width: 110 },
    { key: 'ruleVersion', heading: 'Regler från', type: 'date', width: 110 },
    { key: 'state', heading: 'Tillstånd', type: 'json', width: 120 },
    { key: 'facts', heading: 'Fakta', type: 'json', width: 120 },
    { key: 'commit', heading: 'Händelsenummer', type: 'id', width: 120 },
    { key: 'hash', heading: 'Kontrollsumma', type: 'id', width: 120 },
  ],
} as const satisfies Tab;
