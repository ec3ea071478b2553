import { visibleAddress } from './accounts.ts';
import type { RunResult } from './api.ts';
import type { Execution, UiSession } from './contract.ts';
import type { Engine } from './engine.ts';
import { clockEvent, commonEvent } from './events.ts';
import { type TriggerRecord, triggersOf } from './trigger-store.ts';
import type { HostWorld } from './world.ts';

/** Makes the part of an event object that belongs to the kind of event. */
export type EventFields = (execution: Execution) => Readonly<Record<string, unknown>>;

/** Fires the script's triggers and moves the clock. */
export class TriggerRunner {
  /** Until when triggers do not fire; what they missed is lost. */
  outageUntil = 0;
  private readonly world: HostWorld;
  private readonly engine: Engine;
  private readonly mentioned = new Map<string, boolean>();

  constructor(world: HostWorld, engine: Engine) {
    this.world = world;
    this.engine = engine;
  }

  private get inOutage(): boolean {
    return this.world.now < this.outageUntil;
  }

  /** Fires a simple trigger, if the script has such a function. Gives its execution, or nothing. */
  fireSimple(
    name: 'onOpen' | 'onEdit' | 'onSelectionChange',
    person: string,
    ui: UiSession | null,
    fields: EventFields,
  ): RunResult[] {
    if (!this.mayHave(name) || (name === 'onEdit' && this.inOutage)) return [];
    const result = this.engine.run(
      {
        entry: name,
        kind: 'simple',
        authMode: 'LIMITED',
        effectiveUser: person,
        activeUser: visibleAddress(this.world.owner, person),
        ui,
      },
      { args: (execution) => [{ ...commonEvent(execution), ...fields(execution) }] },
    );
    return result.missing ? [] : [result];
  }

  /** Whether the sources mention a name at all: an execution that only finds no function costs as much as any other. */
  private mayHave(name: string): boolean {
    let mentioned = this.mentioned.get(name);
    if (mentioned === undefined) {
      // `ScriptApp.newTrigger(...).onEdit()` is not one.
      const word = new RegExp(`(?<![\\w$.])${name}(?![\\w$])|\\.${name}(?![\\w$]|\\s*\\()`);
      mentioned = Object.entries(this.world.files).some(
        ([file, source]) => /\.(js|gs)$/.test(file) && word.test(source),
      );
      this.mentioned.set(name, mentioned);
    }
    return mentioned;
  }

  /** Fires the installed triggers of an event of a document, each as the account that made it. */
  fireInstalled(
    eventType: TriggerRecord['eventType'],
    sourceId: string,
    person: string,
    fields: EventFields,
  ): RunResult[] {
    if (this.inOutage) return [];
    return triggersOf(this.world)
      .of(eventType, sourceId)
      .map((record) => this.fire(record, person, fields));
  }

  private fire(record: TriggerRecord, person: string, fields: EventFields): RunResult {
    return this.engine.run(
      {
        entry: record.functionName,
        kind: 'installable',
        authMode: 'FULL',
        effectiveUser: record.user,
        activeUser: person && visibleAddress(record.user, person),
        ui: null,
      },
      { args: (execution) => [{ ...commonEvent(execution, record.id), ...fields(execution) }] },
    );
  }

  /** Moves the clock to a moment and fires the clock triggers that fall due on the way, in order of time. */
  advance(to: number): RunResult[] {
    const results: RunResult[] = [];
    const store = triggersOf(this.world);
    const next = (): boolean => {
      const record = store.due(to);
      if (record?.nextAt === undefined) return false;
      this.world.now = Math.max(this.world.now, record.nextAt);
      store.advance(record);
      if (!this.inOutage) results.push(this.fireClock(record));
      return true;
    };
    this.engine.runInARow(next, (ended) => results.push(ended));
    this.world.now = Math.max(this.world.now, to);
    return results;
  }

  private fireClock(record: TriggerRecord): RunResult {
    const { schedule } = record;
    const zone = schedule && 'timeZone' in schedule ? schedule.timeZone : this.world.timeZone;
    return this.fire(record, '', (execution) => clockEvent(execution, record.id, zone));
  }

  /** When the next clock trigger falls due, or undefined. */
  nextDue(): number | undefined {
    return triggersOf(this.world).due(Number.POSITIVE_INFINITY)?.nextAt;
  }
}
