import type { DateQuestion, FormItem, TimeQuestion } from '../../form/item.ts';
import { ApiError } from '../../runtime/contract.ts';
import { civilOf, serialOf } from '../../sheet/zone.ts';
import type { FormAccess } from './access.ts';
import { QuestionHandle } from './item-handle.ts';
import { ItemResponse } from './item-response.ts';

const isDate = (item: FormItem): item is DateQuestion => item.kind === 'DATE' || item.kind === 'DATETIME';
const isTime = (item: FormItem): item is TimeQuestion => item.kind === 'TIME' || item.kind === 'DURATION';
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

abstract class DateHandle extends QuestionHandle<DateQuestion> {
  includesYear(): boolean {
    return this.get('includesYear', (item) => item.year);
  }

  setIncludesYear(enableYear: boolean): this {
    return this.set('setIncludesYear', (item) => {
      item.year = enableYear;
    });
  }

  /** The day (and time) in the script's zone, as `getResponse()` gives it. */
  protected textOf(date: Date, withTime: boolean): string {
    const year = this.get('createResponse', (item) => item.year);
    const civil = civilOf(serialOf(date.getTime(), this.access.execution.world.timeZone));
    const day = `${pad(civil.month)}-${pad(civil.day)}`;
    const time = withTime ? ` ${pad(civil.hour)}:${pad(civil.minute)}` : '';
    return `${year ? `${pad(civil.year, 4)}-` : ''}${day}${time}`;
  }
}

/** A date (reference: forms/DateItem). */
export class DateItem extends DateHandle {
  static readonly api = 'Forms.DateItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'DATE', isDate);
  }
  protected override handleOf(item: FormItem): DateItem {
    return new DateItem(this.access, item.id);
  }

  createResponse(response: Date): ItemResponse {
    return new ItemResponse(this.access, this.itemId, this.textOf(response, false));
  }
}

/** A date with a time (reference: forms/DateTimeItem). */
export class DateTimeItem extends DateHandle {
  static readonly api = 'Forms.DateTimeItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'DATETIME', isDate);
  }
  protected override handleOf(item: FormItem): DateTimeItem {
    return new DateTimeItem(this.access, item.id);
  }

  createResponse(response: Date): ItemResponse {
    return new ItemResponse(this.access, this.itemId, this.textOf(response, true));
  }
}

function within(name: string, value: number, most: number): void {
  if (value < 0 || value > most) throw new ApiError(`Invalid argument: ${name}`);
}

/** A time of day (reference: forms/TimeItem). */
export class TimeItem extends QuestionHandle<TimeQuestion> {
  static readonly api = 'Forms.TimeItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'TIME', isTime);
  }
  protected override handleOf(item: FormItem): TimeItem {
    return new TimeItem(this.access, item.id);
  }

  createResponse(hour: number, minute: number): ItemResponse {
    within('hour', hour, 23);
    within('minute', minute, 59);
    return new ItemResponse(this.access, this.itemId, `${pad(hour)}:${pad(minute)}`);
  }
}

/** A length of time (reference: forms/DurationItem). */
export class DurationItem extends QuestionHandle<TimeQuestion> {
  static readonly api = 'Forms.DurationItem';
  constructor(access: FormAccess, itemId: number) {
    super(access, itemId, 'DURATION', isTime);
  }
  protected override handleOf(item: FormItem): DurationItem {
    return new DurationItem(this.access, item.id);
  }

  createResponse(hours: number, minutes: number, seconds: number): ItemResponse {
    within('hours', hours, 72);
    within('minutes', minutes, 59);
    within('seconds', seconds, 59);
    return new ItemResponse(this.access, this.itemId, `${pad(hours)}:${pad(minutes)}:${pad(seconds)}`);
  }
}
