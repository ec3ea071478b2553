import { describe, expect, it } from 'vitest';
import type { Occasion } from '../../../src/domain/facts.ts';
import { readOccasionSubject } from '../../../src/domain/occasion-notices.ts';
import { JAMTLAND_HARJEDALEN as PROGRAMME } from '../../../src/programmes/index.ts';
import { held, kinds, occasion, Reader, round, staff, standing, tell } from './story.ts';

const facts = (...occasions: Occasion[]) => round(PROGRAMME, { occasions, people: staff(4, { attended: 1 }) });
const occasionLines = (reader: Reader) => reader.since().filter((line) => line.includes(' occasion-'));

describe('an occasion', () => {
  it('is told once when it is set', () => {
    const reader = new Reader(PROGRAMME).read(facts(occasion(1, '2025-10-06')), '2025-09-01', '2025-10-07');
    expect(occasionLines(reader)).toEqual(['2025-09-01 occasion-set']);
  });

  it.each([
    ['the day before', '2025-10-05', true],
    ['the day itself', '2025-10-06', true],
    ['the day after', '2025-10-07', false],
  ])('is worth a mail while it lies ahead: %s', (_, today, expected) => {
    expect(kinds(standing(facts(occasion(1, '2025-10-06')), PROGRAMME, today)).includes('occasion-set')).toBe(expected);
  });

  it('is not told before the unit has been admitted', () => {
    const waiting = round(PROGRAMME, { decision: 'waitlist', occasions: [occasion(1, '2025-10-06')] });
    expect(kinds(standing(waiting, PROGRAMME, '2025-09-10'))).toEqual(['waitlisted']);
  });

  it('without a date is not told', () => {
    expect(kinds(standing(facts(occasion(1, '2025-10-06', { day: null })), PROGRAMME, '2025-09-10'))).toEqual([
      'admitted',
    ]);
  });

  it.each([
    ['another day', { day: occasion(1, '2025-10-13').day }],
    ['another time', { minute: 540 }],
    ['another room', { place: 'Sal B' }],
    ['online instead', { digital: true }],
  ])('is told as moved when it has %s', (_, change) => {
    const reader = new Reader(PROGRAMME).read(facts(occasion(1, '2025-10-06')), '2025-09-01');
    reader.read(facts(occasion(1, '2025-10-06', change)), '2025-09-02', '2025-09-05');
    expect(occasionLines(reader)).toEqual(['2025-09-01 occasion-set', '2025-09-02 occasion-moved']);
  });

  it('is not told as moved when only the trainer changes', () => {
    const reader = new Reader(PROGRAMME).read(facts(occasion(1, '2025-10-06')), '2025-09-01');
    reader.read(facts(occasion(1, '2025-10-06', { trainer: 'Alex' })), '2025-09-02');
    expect(occasionLines(reader)).toEqual(['2025-09-01 occasion-set']);
  });

  it('that is moved and moved back before the mail left says nothing', () => {
    const told = tell({}, standing(facts(occasion(1, '2025-10-06')), PROGRAMME, '2025-09-01'), '2025-09-01');
    expect(kinds(standing(facts(occasion(1, '2025-10-13')), PROGRAMME, '2025-09-02', told))).toEqual([
      'occasion-moved',
    ]);
    expect(standing(facts(occasion(1, '2025-10-06')), PROGRAMME, '2025-09-02', told)).toEqual([]);
  });

  it('is told each time it moves between the same two days, with a key and a sequence of its own', () => {
    const reader = new Reader(PROGRAMME);
    const days = ['2025-10-06', '2025-10-13', '2025-10-06', '2025-10-13'];
    for (const [index, on] of days.entries()) reader.read(facts(occasion(1, on)), `2025-09-0${index + 1}`);
    expect(occasionLines(reader)).toEqual([
      '2025-09-01 occasion-set',
      '2025-09-02 occasion-moved',
      '2025-09-03 occasion-moved',
      '2025-09-04 occasion-moved',
    ]);
    const subjects = Object.keys(reader.told).filter((key) => key.includes('/occasion-'));
    expect(subjects.map((key) => readOccasionSubject(key.split('/')[4] ?? '')?.sequence)).toEqual([0, 1, 2, 3]);
  });

  it('is told as cancelled when somebody cancels it, and as set when it comes back', () => {
    const reader = new Reader(PROGRAMME).read(facts(occasion(1, '2025-10-06')), '2025-09-01');
    reader.read(facts(occasion(1, '2025-10-06', { state: 'cancelled' })), '2025-09-02', '2025-09-04');
    reader.read(facts(occasion(1, '2025-10-20')), '2025-09-05', '2025-09-06');
    expect(occasionLines(reader)).toEqual([
      '2025-09-01 occasion-set',
      '2025-09-02 occasion-cancelled',
      '2025-09-05 occasion-set',
    ]);
  });

  it('that nobody was told about is cancelled in silence', () => {
    const cancelled = facts(occasion(1, '2025-10-06', { state: 'cancelled' }));
    expect(kinds(standing(cancelled, PROGRAMME, '2025-09-10'))).toEqual(['admitted']);
  });

  it.each([
    ['the day before', '2025-10-05', ['occasion-cancelled']],
    ['the day itself', '2025-10-06', ['occasion-cancelled']],
    ['the day after', '2025-10-07', []],
  ])('is told as cancelled while the told day lies ahead: %s', (_, today, expected) => {
    const told = tell({}, standing(facts(occasion(1, '2025-10-06')), PROGRAMME, '2025-09-01'), '2025-09-01');
    const cancelled = facts(occasion(1, '2025-10-06', { state: 'cancelled' }));
    expect(kinds(standing(cancelled, PROGRAMME, today, told))).toEqual(expected);
  });

  it('whose row is gone or cannot be read is no cancellation', () => {
    const told = tell({}, standing(facts(occasion(1, '2025-10-06')), PROGRAMME, '2025-09-01'), '2025-09-01');
    expect(standing(facts(), PROGRAMME, '2025-09-02', told)).toEqual([]);
    expect(standing(facts(occasion(1, '2025-10-06', { day: null })), PROGRAMME, '2025-09-02', told)).toEqual([]);
  });

  it('that has been held is not told as set or moved', () => {
    expect(kinds(standing(facts(held(1, '2025-09-22')), PROGRAMME, '2025-09-22'))).toEqual(['admitted']);
  });

  it('is told apart from the other occasions of its session', () => {
    const reader = new Reader(PROGRAMME);
    reader.read(
      facts(occasion(1, '2025-10-06', { label: 'A' }), occasion(1, '2025-10-07', { label: 'B' })),
      '2025-09-01',
    );
    reader.read(
      facts(occasion(1, '2025-10-06', { label: 'A' }), occasion(1, '2025-10-14', { label: 'B' })),
      '2025-09-02',
    );
    expect(occasionLines(reader)).toEqual([
      '2025-09-01 occasion-set',
      '2025-09-01 occasion-set',
      '2025-09-02 occasion-moved',
    ]);
  });

  it('keeps rooms and odd labels out of the key', () => {
    const odd = facts(occasion(1, '2025-10-06', { label: 'för Kim/Ek & co', place: 'Hemma hos Kim' }));
    const key = standing(odd, PROGRAMME, '2025-09-01').find(({ kind }) => kind === 'occasion-set')?.key;
    expect(key).toMatch(/^r1\/occasion-set\/2025-10-06\/\d{4}-\d\d-\d\d\/1x[0-9a-f]{4}@780\.[0-9a-f]{4}$/);
  });
});
