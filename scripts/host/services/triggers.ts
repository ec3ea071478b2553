import { ApiError, type EnumValue, type Execution } from '../runtime/contract.ts';
import { nextFiring, type Schedule } from '../runtime/schedule.ts';
import { enumValue } from '../runtime/signatures.ts';
import { type TriggerRecord, triggersOf } from '../runtime/trigger-store.ts';
import { instantOf, serialOfDate } from '../sheet/zone.ts';

const MAX_TRIGGERS = 20;
const TOO_MANY =
  'This script has too many triggers. Triggers must be deleted from the script before more can be added.';
/** What a script needs for everything that has to do with triggers. */
export const SCOPE = 'script.scriptapp';

/** An object with an id, such as a spreadsheet or a form. */
export interface Document {
  getId(): string;
}

/** An installed trigger (reference: script/Trigger). */
export class Trigger {
  static readonly api = 'Script.Trigger';
  readonly record: TriggerRecord;

  constructor(record: TriggerRecord) {
    this.record = record;
  }

  getEventType(): EnumValue {
    return enumValue('Script.EventType', this.record.eventType);
  }

  getHandlerFunction(): string {
    return this.record.functionName;
  }

  getTriggerSource(): EnumValue {
    return enumValue('Script.TriggerSource', this.record.source);
  }

  getTriggerSourceId(): string | null {
    return this.record.sourceId || null;
  }

  getUniqueId(): string {
    return this.record.id;
  }
}

type NewTrigger = Pick<TriggerRecord, 'functionName' | 'eventType' | 'source' | 'sourceId' | 'schedule'>;

function install(execution: Execution, wanted: NewTrigger): Trigger {
  execution.requireScope('ScriptApp.newTrigger', SCOPE);
  const record = execution.backend({ kind: 'trigger', method: 'TriggerBuilder.create' }, () => {
    const { world } = execution;
    const store = triggersOf(world);
    if (store.records.filter((one) => one.user === execution.effectiveUser).length >= MAX_TRIGGERS) {
      throw new ApiError(TOO_MANY);
    }
    const id = String(1_000_000_000_000_000 + world.randomInteger(2_000_000_000) * 1000 + store.records.length);
    const nextAt = wanted.schedule && nextFiring(wanted.schedule, world.now);
    const made: TriggerRecord = { ...wanted, id, user: execution.effectiveUser, nextAt };
    store.add(made);
    return made;
  });
  return new Trigger(record);
}

/** Chooses the event of what lies outside the script: a spreadsheet, a form, a document, a calendar. */
class EventTriggerBuilder {
  private eventType: TriggerRecord['eventType'] | undefined;
  private readonly execution: Execution;
  private readonly functionName: string;
  private readonly source: TriggerRecord['source'];
  private readonly sourceId: string;

  constructor(execution: Execution, functionName: string, source: TriggerRecord['source'], sourceId: string) {
    this.execution = execution;
    this.functionName = functionName;
    this.source = source;
    this.sourceId = sourceId;
  }

  private choose(eventType: TriggerRecord['eventType']): this {
    this.eventType = eventType;
    return this;
  }

  onOpen(): this {
    return this.choose('ON_OPEN');
  }

  onEdit(): this {
    return this.choose('ON_EDIT');
  }

  onChange(): this {
    return this.choose('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.choose('ON_FORM_SUBMIT');
  }

  onEventUpdated(): this {
    return this.choose('ON_EVENT_UPDATED');
  }

  create(): Trigger {
    const { execution, functionName, source, sourceId, eventType } = this;
    if (!eventType) throw new ApiError('The trigger needs an event: call onEdit(), onOpen() or the like first.');
    return install(execution, { functionName, eventType, source, sourceId });
  }
}

/** Reference: script/SpreadsheetTriggerBuilder. */
export class SpreadsheetTriggerBuilder extends EventTriggerBuilder {
  static readonly api = 'Script.SpreadsheetTriggerBuilder';
}

/** Reference: script/FormTriggerBuilder. */
export class FormTriggerBuilder extends EventTriggerBuilder {
  static readonly api = 'Script.FormTriggerBuilder';
}

/** Reference: script/DocumentTriggerBuilder. The trigger stands in the list; the host has no text documents to open. */
export class DocumentTriggerBuilder extends EventTriggerBuilder {
  static readonly api = 'Script.DocumentTriggerBuilder';
}

/** Reference: script/CalendarTriggerBuilder. The trigger stands in the list; the host has no calendars that change. */
export class CalendarTriggerBuilder extends EventTriggerBuilder {
  static readonly api = 'Script.CalendarTriggerBuilder';
}

const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const FREQUENCY_TWICE = 'You have already specified a recurrence for this trigger.';

/** Builds time-driven triggers (reference: script/ClockTriggerBuilder). */
export class ClockTriggerBuilder {
  static readonly api = 'Script.ClockTriggerBuilder';
  private readonly execution: Execution;
  private readonly functionName: string;
  private kind: 'once' | 'date' | 'minutes' | 'hours' | 'days' | 'weeks' | 'month' | undefined;
  private every = 1;
  private instant = 0;
  private date: readonly [number, number, number] = [1970, 1, 1];
  private weekday = 0;
  private monthDay = 0;
  private hour: number | undefined;
  private minute: number | undefined;
  private timeZone: string;

  constructor(execution: Execution, functionName: string) {
    this.execution = execution;
    this.functionName = functionName;
    this.timeZone = execution.world.timeZone;
  }

  private recur(kind: NonNullable<ClockTriggerBuilder['kind']>, every = 1): this {
    if (this.kind && this.kind !== kind) throw new ApiError(FREQUENCY_TWICE);
    if (every < 1) throw new ApiError(`Invalid argument: ${every}`);
    this.kind = kind;
    this.every = every;
    return this;
  }

  after(milliseconds: number): this {
    this.instant = this.execution.now() + milliseconds;
    return this.recur('once');
  }

  at(date: Date): this {
    this.instant = date.getTime();
    return this.recur('once');
  }

  atDate(year: number, month: number, day: number): this {
    if (serialOfDate(year, month, day) === null) throw new ApiError('Invalid argument: date');
    this.date = [year, month, day];
    return this.recur('date');
  }

  atHour(hour: number): this {
    if (hour < 0 || hour > 23) throw new ApiError('The hour of a trigger must be between 0 and 23.');
    this.hour = hour;
    return this;
  }

  nearMinute(minute: number): this {
    if (minute < 0 || minute > 59) throw new ApiError('The minute of a trigger must be between 0 and 59.');
    this.minute = minute;
    return this;
  }

  everyMinutes(n: number): this {
    if (![1, 5, 10, 15, 30].includes(n)) {
      throw new ApiError('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    }
    return this.recur('minutes', n);
  }

  everyHours(n: number): this {
    return this.recur('hours', n);
  }

  everyDays(n: number): this {
    return this.recur('days', n);
  }

  everyWeeks(n: number): this {
    return this.recur('weeks', n);
  }

  onWeekDay(day: EnumValue): this {
    this.weekday = WEEKDAYS.indexOf(day.name) + 1;
    return this.recur('weeks', this.every);
  }

  onMonthDay(day: number): this {
    if (day < 1 || day > 31) throw new ApiError('The day of the month must be between 1 and 31.');
    this.monthDay = day;
    return this.recur('month');
  }

  inTimezone(timeZone: string): this {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch {
      throw new ApiError(`Invalid time zone: ${timeZone}`);
    }
    this.timeZone = timeZone;
    return this;
  }

  private schedule(): Schedule {
    const { world } = this.execution;
    const { every, timeZone, kind } = this;
    const minute = this.minute ?? world.randomInteger(60);
    const hour = this.hour ?? world.randomInteger(24);
    if (kind === 'once') return { type: 'once', at: this.instant };
    if (kind === 'date') {
      const serial = serialOfDate(...this.date) ?? 0;
      return { type: 'once', at: instantOf(serial + (hour * 60 + minute) / 1440, timeZone) };
    }
    if (kind === 'minutes' || kind === 'hours') return { type: kind, every };
    if (kind === 'days') return { type: 'days', every, hour, minute, timeZone };
    if (kind === 'month') return { type: 'month', day: this.monthDay, hour, minute, timeZone };
    if (kind === 'weeks') {
      if (this.weekday === 0) throw new ApiError('A weekly trigger needs a day: call onWeekDay() first.');
      return { type: 'weeks', every, weekday: this.weekday, hour, minute, timeZone };
    }
    throw new ApiError(
      'The clock trigger has no time. Call after(), at(), atDate() or one of the every...() methods first.',
    );
  }

  create(): Trigger {
    const { execution, functionName } = this;
    const schedule = execution.backend({ kind: 'free', method: 'ClockTriggerBuilder.create' }, () => this.schedule());
    return install(execution, { functionName, eventType: 'CLOCK', source: 'CLOCK', sourceId: '', schedule });
  }
}

/** Starts the building of a trigger (reference: script/TriggerBuilder). */
export class TriggerBuilder {
  static readonly api = 'Script.TriggerBuilder';
  private readonly execution: Execution;
  private readonly functionName: string;

  constructor(execution: Execution, functionName: string) {
    this.execution = execution;
    this.functionName = functionName;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.execution, this.functionName);
  }

  forSpreadsheet(document: Document | string): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.execution, this.functionName, 'SPREADSHEETS', idOf(document));
  }

  forForm(document: Document | string): FormTriggerBuilder {
    return new FormTriggerBuilder(this.execution, this.functionName, 'FORMS', idOf(document));
  }

  forDocument(document: Document | string): DocumentTriggerBuilder {
    return new DocumentTriggerBuilder(this.execution, this.functionName, 'DOCUMENTS', idOf(document));
  }

  forUserCalendar(emailId: string): CalendarTriggerBuilder {
    return new CalendarTriggerBuilder(this.execution, this.functionName, 'CALENDAR', emailId);
  }
}

function idOf(document: Document | string): string {
  return typeof document === 'string' ? document : document.getId();
}
