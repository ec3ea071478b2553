import { describe, expect, it } from 'vitest';
import type { Round } from '../../../src/domain/facts.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VARMLAND, VASTERBOTTEN } from '../../../src/programmes/index.ts';
import { day, held, kinds, Reader, round, staff, standing } from './story.ts';

// The last session is on 20 October: 8 weeks later is 15 December, 12 weeks 12 January, 14 days before that 29 December.
const facts = (extra: Partial<Round> = {}) =>
  round(JAMTLAND_HARJEDALEN, {
    occasions: [held(1, '2025-09-22'), held(2, '2025-10-20')],
    people: staff(4, { attended: 0b11 }),
    ...extra,
  });

function planLines(reader: Reader): string[] {
  return reader.since().filter((line) => line.includes(' plan-'));
}

describe('the plan in Jämtland Härjedalen', () => {
  it('is told the day after the last session, when it opens, two weeks before and the day after its last day', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2026-06-30');
    expect(planLines(reader)).toEqual([
      '2025-10-21 plan-set',
      '2025-12-15 plan-open',
      '2025-12-29 plan-due-soon',
      '2026-01-13 plan-overdue',
    ]);
  });

  it.each([
    ['2025-10-20', []],
    ['2025-10-21', ['plan-set']],
    ['2025-12-14', ['plan-set']],
    ['2025-12-15', ['plan-open']],
    ['2025-12-28', ['plan-open']],
    ['2025-12-29', ['plan-due-soon']],
    ['2026-01-12', ['plan-due-soon']],
    ['2026-01-13', ['plan-overdue']],
  ])('has one stage a day: %s', (today, expected) => {
    const told = kinds(standing(facts(), JAMTLAND_HARJEDALEN, today)).filter((kind) => kind.startsWith('plan-'));
    expect(told).toEqual(expected);
  });

  it('is never mentioned again once it is in', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2025-12-20');
    planLines(reader);
    reader.read(facts({ planOn: day('2025-12-20') }), '2025-12-21', '2026-03-01');
    expect(planLines(reader)).toEqual([]);
  });

  it('is told as moved once; reminders that no longer hold are gone, and new ones come by the new date', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2025-12-16');
    planLines(reader);
    const extended = facts({ planDue: day('2026-02-02') });
    expect(kinds(standing(extended, JAMTLAND_HARJEDALEN, '2025-12-29', reader.told))).toContain('plan-moved');
    reader.read(extended, '2025-12-16', '2026-02-10');
    expect(planLines(reader)).toEqual(['2025-12-16 plan-moved', '2026-01-19 plan-due-soon', '2026-02-03 plan-overdue']);
  });

  it('that is moved within the last two weeks is not reminded of in the same breath', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2026-01-10');
    planLines(reader);
    reader.read(facts({ planDue: day('2026-01-16') }), '2026-01-10', '2026-01-20');
    expect(planLines(reader)).toEqual(['2026-01-10 plan-moved', '2026-01-17 plan-overdue']);
  });

  it('that was overdue and gets a new date can be overdue again', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2026-01-13');
    planLines(reader);
    reader.read(facts({ planDue: day('2026-02-20') }), '2026-01-20', '2026-02-28');
    expect(planLines(reader)).toEqual(['2026-01-20 plan-moved', '2026-02-06 plan-due-soon', '2026-02-21 plan-overdue']);
  });

  it('that is moved there and back before the mail left says nothing', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2025-11-20');
    expect(standing(facts(), JAMTLAND_HARJEDALEN, '2025-11-21', reader.told)).toEqual([]);
  });

  it('after an outage over several stages tells the last one only', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2026-01-20', '2026-02-20');
    expect(planLines(reader)).toEqual(['2026-01-20 plan-overdue']);
  });

  it('that is moved twice is told twice, with keys of their own', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2025-11-01');
    reader
      .read(facts({ planDue: day('2026-02-02') }), '2025-11-02')
      .read(facts({ planDue: day('2026-02-09') }), '2025-11-03');
    const keys = Object.keys(reader.told).filter((key) => key.includes('/plan-moved/'));
    expect(keys.map((key) => key.split('/').at(-1))).toEqual(['', '#2']);
  });

  it('that is moved to a day that has passed is overdue, not moved', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(facts(), '2025-10-20', '2025-11-20');
    planLines(reader);
    reader.read(facts({ planDue: day('2025-11-19') }), '2025-11-21', '2025-11-25');
    expect(planLines(reader)).toEqual(['2025-11-21 plan-overdue']);
  });

  it('says nothing to a unit that has withdrawn', () => {
    expect(standing(facts({ withdrawnOn: day('2025-12-01') }), JAMTLAND_HARJEDALEN, '2025-12-29')).toEqual([]);
  });
});

describe('a date that the coordinator sets where the programme has none', () => {
  it('is told at once, then two weeks before and the day after', () => {
    const reader = new Reader(VASTERBOTTEN);
    reader.read(round(VASTERBOTTEN, { planDue: day('2026-02-02') }), '2025-12-16', '2026-02-10');
    expect(planLines(reader)).toEqual(['2025-12-16 plan-set', '2026-01-19 plan-due-soon', '2026-02-03 plan-overdue']);
  });

  it('is told once also when it is near', () => {
    const reader = new Reader(VARMLAND).read(
      round(VARMLAND, { planDue: day('2026-02-02') }),
      '2026-01-28',
      '2026-02-02',
    );
    expect(planLines(reader)).toEqual(['2026-01-28 plan-set']);
  });

  it('that had passed before anything was told is overdue since the day after', () => {
    const notices = standing(round(VASTERBOTTEN, { planDue: day('2026-02-02') }), VASTERBOTTEN, '2026-02-10');
    expect(notices.filter(({ kind }) => kind.startsWith('plan-'))).toMatchObject([
      { kind: 'plan-overdue', since: day('2026-02-03') },
    ]);
  });

  it('is not that of another deadline', () => {
    const absent = round(VASTERBOTTEN, {
      occasions: [held(1, '2025-09-22'), held(2, '2025-10-20')],
      people: staff(4, { attended: 0b01 }),
      catchUpDue: day('2026-02-02'),
    });
    const reader = new Reader(VASTERBOTTEN).read(absent, '2025-10-20', '2026-03-01');
    expect(planLines(reader)).toEqual([]);
  });

  it('never comes by itself', () => {
    const reader = new Reader(VASTERBOTTEN).read(round(VASTERBOTTEN), '2025-12-16', '2026-12-31');
    expect(planLines(reader)).toEqual([]);
  });

  it('means nothing in a programme without a plan', () => {
    expect(kinds(standing(round(STOCKHOLM, { planDue: day('2026-02-02') }), STOCKHOLM, '2026-01-28'))).toEqual([
      'admitted',
    ]);
  });
});

describe('a plan with named areas', () => {
  it('is answered once when it is in, whether areas are missing or not', () => {
    const reader = new Reader(HBTQ_KLIVET).read(round(HBTQ_KLIVET), '2025-09-01', '2025-09-05');
    planLines(reader);
    const planOn = day('2025-11-01');
    reader.read(round(HBTQ_KLIVET, { planOn, planAreas: ['bemötande'] }), '2025-11-01', '2025-11-05');
    reader.read(round(HBTQ_KLIVET, { planOn, planAreas: ['bemötande', 'arbetsmiljö'] }), '2025-11-06', '2025-11-20');
    expect(planLines(reader)).toEqual(['2025-11-01 plan-feedback']);
  });

  it('is not answered before its day', () => {
    const facts = round(HBTQ_KLIVET, { planOn: day('2025-11-02') });
    const on = (today: string) => kinds(standing(facts, HBTQ_KLIVET, today)).includes('plan-feedback');
    expect([on('2025-11-01'), on('2025-11-02')]).toEqual([false, true]);
  });

  it('has no answer in the other programmes', () => {
    const reader = new Reader(VASTERBOTTEN).read(
      round(VASTERBOTTEN, { planOn: day('2025-11-01') }),
      '2025-11-01',
      '2025-11-20',
    );
    expect(planLines(reader)).toEqual([]);
  });
});
