import type { TriggerInfo } from './api.ts';
import type { Json, Part, World } from './contract.ts';
import { nextFiring, type Schedule } from './schedule.ts';

/** An installed trigger. */
export interface TriggerRecord {
  readonly id: string;
  readonly functionName: string;
  readonly eventType: TriggerInfo['eventType'];
  readonly source: TriggerInfo['source'];
  readonly sourceId: string;
  /** The account that made it and that it runs as. */
  readonly user: string;
  readonly schedule?: Schedule;
  nextAt?: number | undefined;
  lastAt?: number | undefined;
}

/** The project's installed triggers. */
export class TriggerStore {
  records: TriggerRecord[];
  changed = false;

  constructor(records: TriggerRecord[] = []) {
    this.records = records;
  }

  add(record: TriggerRecord): void {
    this.records.push(record);
    this.changed = true;
  }

  remove(id: string): boolean {
    const before = this.records.length;
    this.records = this.records.filter((record) => record.id !== id);
    this.changed = true;
    return this.records.length < before;
  }

  /** The trigger that is due first at or before a moment, if one is. Equal times fire in the order of creation. */
  due(until: number): TriggerRecord | undefined {
    let first: TriggerRecord | undefined;
    for (const record of this.records) {
      if (record.nextAt === undefined || record.nextAt > until) continue;
      if (first?.nextAt === undefined || record.nextAt < first.nextAt) first = record;
    }
    return first;
  }

  /** Notes that a clock trigger has fired (or missed its moment) and computes its next one. */
  advance(record: TriggerRecord): void {
    const at = record.nextAt;
    if (at === undefined || !record.schedule) return;
    record.lastAt = at;
    record.nextAt = nextFiring(record.schedule, at, at);
    this.changed = true;
  }

  /** The triggers of an event of a document. */
  of(eventType: TriggerInfo['eventType'], sourceId: string): TriggerRecord[] {
    return this.records.filter((record) => record.eventType === eventType && record.sourceId === sourceId);
  }
}

export const triggersPart: Part<TriggerStore> = {
  name: 'triggers',
  create: () => new TriggerStore(),
  save: (store) => JSON.parse(JSON.stringify(store.records)) as Json,
  load: (saved) => new TriggerStore(JSON.parse(JSON.stringify(saved)) as TriggerRecord[]),
  isChanged: (store) => store.changed,
  markSaved: (store) => {
    store.changed = false;
  },
};

/** The triggers of a world. */
export function triggersOf(world: World): TriggerStore {
  return world.part(triggersPart);
}
