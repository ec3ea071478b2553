import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { type CalendarEvent, calendarFile } from '../../src/messages/calendar.ts';
import { composeMail } from '../../src/messages/index.ts';
import { JAMTLAND_HARJEDALEN } from '../../src/programmes/index.ts';
import { day, standing, tell } from '../domain/notices/story.ts';
import { causesOf, contextOf, mailOf, situation } from './situations.ts';

const EVENT: CalendarEvent = {
  uid: 'r1.1@diplomering',
  sequence: 0,
  cancelled: false,
  day: day('2025-10-06'),
  minute: 780,
  durationMinutes: 180,
  summary: 'Hbtq-diplomering: träff 1',
  location: 'Sal Björk; hus 3, vån 2',
  description: 'Rad ett\nrad två \\ slut',
  organiserName: 'Robin "R" Berg',
  organiserEmail: 'diplomering@example.org',
  written: day('2025-09-01'),
};

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zone = calendar.getFirstSubcomponent('vtimezone');
  const component = calendar.getFirstSubcomponent('vevent');
  if (zone === null || component === null) throw new Error('parts are missing');
  const event = new ICAL.Event(component);
  event.startDate.zone = new ICAL.Timezone(zone);
  return { calendar, component, event };
}

describe('a calendar file', () => {
  it('says what the occasion says, with separators in the text', () => {
    const { calendar, component, event } = read(calendarFile(EVENT));
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event.summary).toBe(EVENT.summary);
    expect(event.location).toBe(EVENT.location);
    expect(event.description).toBe(EVENT.description);
    expect(event.organizer).toBe('mailto:diplomering@example.org');
    expect(event.startDate.toString()).toBe('2025-10-06T13:00:00');
    expect(event.endDate.toString()).toBe('2025-10-06T16:00:00');
  });

  it.each([
    ['summer time', '2025-10-06', '2025-10-06T11:00:00Z'],
    ['winter time', '2025-11-03', '2025-11-03T12:00:00Z'],
    ['the last day of summer time', '2025-10-25', '2025-10-25T11:00:00Z'],
    ['the day the clock goes back', '2025-10-26', '2025-10-26T12:00:00Z'],
    ['the day before the clock goes forward', '2026-03-28', '2026-03-28T12:00:00Z'],
    ['the day the clock goes forward', '2026-03-29', '2026-03-29T11:00:00Z'],
  ])('stands at 13.00 in Stockholm in %s', (_, on, utc) => {
    const { event } = read(calendarFile({ ...EVENT, day: day(on) }));
    const start = event.startDate.convertToZone(ICAL.Timezone.utcTimezone);
    expect(start.toString()).toBe(utc);
  });

  it('takes the whole day where no time has been set', () => {
    const { event } = read(calendarFile({ ...EVENT, minute: null }));
    expect(event.startDate.isDate).toBe(true);
    expect(event.endDate.toString()).toBe('2025-10-07');
  });

  it('goes over midnight', () => {
    const { event } = read(calendarFile({ ...EVENT, minute: 1380 }));
    expect(event.endDate.toString()).toBe('2025-10-07T02:00:00');
  });

  it('says that it is cancelled', () => {
    const { calendar, component } = read(calendarFile({ ...EVENT, cancelled: true, sequence: 2 }));
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(component.getFirstPropertyValue('sequence')).toBe(2);
  });

  it('has CRLF lines of at most 75 octets, folded between characters, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (summary, place) => {
          const file = calendarFile({ ...EVENT, summary, location: place });
          const lines = file.split('\r\n');
          expect(lines.at(-1)).toBe('');
          for (const line of lines) {
            expect(Buffer.byteLength(line, 'utf8')).toBeLessThanOrEqual(75);
            expect(line).not.toMatch(/[\r\n]/);
          }
          expect(read(file).event.startDate.toString()).toBe('2025-10-06T13:00:00');
        },
      ),
    );
  });

  it('cannot be given a line of its own by any text', () => {
    const evil = 'x\r\nATTENDEE:mailto:ond@example.org\nEND:VEVENT';
    const file = calendarFile({ ...EVENT, summary: evil, location: evil, description: evil, organiserName: evil });
    expect(file).not.toMatch(/^ATTENDEE/m);
    expect(file.match(/^END:VEVENT/gm)).toHaveLength(1);
  });
});

describe('the calendar files of an occasion that is set, moved and cancelled', () => {
  it('have the same UID, a higher sequence and the type that mail programs look for', () => {
    const set = mailOf('occasion-set', JAMTLAND_HARJEDALEN);
    const moved = mailOf('occasion-moved', JAMTLAND_HARJEDALEN);
    const cancelled = mailOf('occasion-cancelled', JAMTLAND_HARJEDALEN);
    const [first, second, third] = [set, moved, cancelled].map(({ attachments }) =>
      read(attachments[0]?.content ?? ''),
    );
    expect([second?.event.uid, third?.event.uid]).toEqual([first?.event.uid, first?.event.uid]);
    expect([first, second, third].map((one) => one?.component.getFirstPropertyValue('sequence'))).toEqual([0, 1, 1]);
    expect(second?.event.startDate.toString()).toBe('2025-10-08T09:00:00');
    expect(set.attachments.map(({ name }) => name)).toEqual(['traff-1.ics', 'traff-2.ics']);
    expect(cancelled.attachments[0]?.contentType).toBe('text/calendar; charset=utf-8; method=CANCEL');
  });

  it('count on when an occasion moves again', () => {
    const here = situation('occasion-moved', JAMTLAND_HARJEDALEN);
    const told = tell(here.told, standing(here.facts, JAMTLAND_HARJEDALEN, here.today, here.told), here.today);
    const occasions = here.facts.occasions.map((one, index) =>
      index === 0 ? { ...one, day: day('2025-10-09') } : one,
    );
    const again = { ...here, told, facts: { ...here.facts, occasions } };
    const mail = composeMail(causesOf(again, 'occasion-moved'), contextOf(again));
    const { component, event } = read(mail.attachments[0]?.content ?? '');
    expect(component.getFirstPropertyValue('sequence')).toBe(2);
    expect(event.startDate.toString().slice(0, 10)).toBe(formatDay(day('2025-10-09')));
  });

  it('come with no other mail', () => {
    for (const kind of ['admitted', 'plan-set', 'certified', 'survey-open'] as const) {
      expect(mailOf(kind, JAMTLAND_HARJEDALEN).attachments).toEqual([]);
    }
  });
});
