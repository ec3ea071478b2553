import { describe, expect, it } from 'vitest';
import { addDays, type Day, formatDay } from '../../../src/domain/calendar.ts';
import type { Round } from '../../../src/domain/facts.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VASTERBOTTEN } from '../../../src/programmes/index.ts';
import { day, held, kinds, person, Reader, round, staff, standing } from './story.ts';

const certified = (extra: Partial<Round> = {}) =>
  round(JAMTLAND_HARJEDALEN, {
    interestOn: day('2023-12-01'),
    decisionOn: day('2024-01-10'),
    occasions: [held(1, '2024-02-05'), held(2, '2024-03-04')],
    people: staff(10, { attended: 0b11 }),
    planOn: day('2024-05-20'),
    presentationOn: day('2024-08-31'),
    diplomaOn: day('2024-08-31'),
    ...extra,
  });

describe('the diploma', () => {
  it('is told once, and everything that follows in its time, in Jämtland Härjedalen', () => {
    const answered = { surveyAnswers: 9 };
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified(answered), '2024-08-31', '2027-12-31');
    expect(reader.since()).toEqual([
      '2024-08-31 certified',
      '2025-02-28 survey-open',
      '2025-08-31 plan-revision',
      '2026-08-31 plan-revision',
      '2027-03-04 expiry-180',
      '2027-06-02 expiry-90',
      '2027-08-01 expiry-30',
      '2027-08-31 plan-revision',
      '2027-09-01 expired',
    ]);
  });

  it('that gets another date is told anew, since the paper bears the date', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified(), '2024-09-02');
    const corrected = certified({ diplomaOn: day('2024-09-01') });
    expect(kinds(standing(corrected, JAMTLAND_HARJEDALEN, '2024-09-03', reader.told))).toEqual(['certified']);
  });

  it('is told as renewed when the refresher renews it, before the old period ends', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified({ surveyAnswers: 9 }), '2024-08-31', '2027-05-31');
    reader.since();
    const refreshed = certified({
      surveyAnswers: 9,
      people: staff(10, { attended: 0b11, refresher: day('2027-06-01') }),
    });
    reader.read(refreshed, '2027-06-01', '2027-12-31');
    expect(reader.since()).toEqual(['2027-06-01 certified', '2027-08-31 plan-revision']);
  });

  it('is completion in Hbtq-klivet, told once', () => {
    const on = day('2025-11-01');
    const people = staff(4, { earlierDiploma: 2015, course: on }).map((one) => ({
      ...one,
      roles: [...one.roles, 'group' as const],
    }));
    const done = round(HBTQ_KLIVET, {
      people,
      selfReflectionOn: on,
      planOn: on,
      planAreas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'],
    });
    const reader = new Reader(HBTQ_KLIVET).read(done, '2025-11-01', '2026-11-01');
    expect(reader.since()).toEqual(['2025-11-01 completed', '2025-11-01 plan-feedback']);
  });
});

describe('the survey', () => {
  // Opens 28 February 2025, closes 21 March, a reminder from 14 March.
  it.each([
    ['the day before it opens', '2025-02-27', []],
    ['the day it opens', '2025-02-28', ['survey-open']],
    ['the last day', '2025-03-21', ['survey-open']],
    ['the day after the last', '2025-03-22', []],
  ])('is told while it is open: %s', (_, today, expected) => {
    const told = kinds(standing(certified(), JAMTLAND_HARJEDALEN, today)).filter((kind) => kind.startsWith('survey'));
    expect(told).toEqual(expected);
  });

  it.each([
    [0, ['2025-03-14 survey-low']],
    [4, ['2025-03-14 survey-low']],
    [5, []],
    [10, []],
  ])('with %i answers of ten is reminded of a week before its end when that is few', (surveyAnswers, expected) => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified({ surveyAnswers }), '2025-02-28', '2025-03-25');
    expect(reader.since().filter((line) => line.endsWith('survey-low'))).toEqual(expected);
  });

  it('is not reminded of when it was told within its last week', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified(), '2025-03-15', '2025-03-25');
    expect(reader.since().filter((line) => line.includes('survey'))).toEqual(['2025-03-15 survey-open']);
  });

  it.each([
    ['2025-03-13', ['2025-03-14 survey-low']],
    ['2025-03-14', []],
  ])('opened by a mail of %s is reminded of only when that is more than a week before its end', (opened, expected) => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified(), opened);
    reader.since();
    reader.read(certified(), '2025-03-14', '2025-03-25');
    expect(reader.since().filter((line) => line.endsWith('survey-low'))).toEqual(expected);
  });

  it('is reminded of whatever else was told lately', () => {
    const told = {
      'r1/survey-open/2025-03-21/2020-01-01/': day('2025-02-28'),
      'r1/supplement/2024-08-31/2020-01-01/': day('2025-03-17'),
    };
    expect(kinds(standing(certified(), JAMTLAND_HARJEDALEN, '2025-03-18', told))).toContain('survey-low');
  });

  it('is not opened a second time by an extension or a corrected diploma date', () => {
    const reader = new Reader(JAMTLAND_HARJEDALEN).read(certified({ surveyAnswers: 9 }), '2024-08-31', '2025-03-01');
    reader.since();
    reader.read(certified({ surveyAnswers: 9, surveyDue: day('2025-04-10') }), '2025-03-02', '2025-03-03');
    reader.read(certified({ surveyAnswers: 9, diplomaOn: day('2024-08-25') }), '2025-03-04', '2025-03-05');
    expect(reader.since().filter((line) => line.includes('survey'))).toEqual([]);
  });
});

describe('follow-ups in Västerbotten', () => {
  const facts = (extra: Partial<Round> = {}) =>
    round(VASTERBOTTEN, {
      interestOn: day('2023-12-01'),
      decisionOn: day('2024-01-10'),
      occasions: [held(1, '2024-02-05'), held(2, '2024-03-04')],
      people: staff(10, { attended: 0b11, course: day('2024-02-01'), reflection: day('2024-03-10') }),
      planOn: day('2024-05-20'),
      diplomaOn: day('2024-05-31'),
      ...extra,
    });

  it('come at 6, 30 and 54 months, counted from the diploma', () => {
    const followUps = ['2024-12-05', '2026-12-05', '2028-12-05'].map((on, index) => ({
      id: `f${index}`,
      kind: 'follow-up' as const,
      on: day(on),
      missed: false,
    }));
    const reader = new Reader(VASTERBOTTEN).read(facts({ followUps }), '2024-06-01', '2028-12-31');
    expect(reader.since().filter((line) => line.endsWith('follow-up'))).toEqual([
      '2024-11-30 follow-up',
      '2026-11-30 follow-up',
      '2028-11-30 follow-up',
    ]);
  });

  it('that are done in advance are not asked for', () => {
    const followUps = [{ id: 'f', kind: 'follow-up' as const, on: day('2024-11-20'), missed: false }];
    expect(kinds(standing(facts({ followUps }), VASTERBOTTEN, '2024-12-05'))).not.toContain('follow-up');
  });

  it('that the unit missed call for a supplement, once', () => {
    const reader = new Reader(VASTERBOTTEN).read(facts(), '2024-06-01', '2024-12-10');
    reader.since();
    const followUps = [{ id: 'f', kind: 'follow-up' as const, on: day('2024-12-10'), missed: true }];
    const [supplement] = standing(facts({ followUps }), VASTERBOTTEN, '2025-01-15', reader.told);
    expect(supplement?.since).toBe(day('2024-12-10'));
    reader.read(facts({ followUps }), '2024-12-11', '2025-12-31');
    expect(reader.since()).toEqual(['2024-12-11 supplement']);
  });

  it('of many years ago do not come in a flood', () => {
    const told = standing(facts(), VASTERBOTTEN, '2032-01-15');
    expect(kinds(told).filter((kind) => kind === 'follow-up')).toEqual(['follow-up']);
  });

  it('that began long ago say so, for the installation to silence', () => {
    for (const { since } of standing(facts(), VASTERBOTTEN, '2026-01-15')) {
      expect(since < day('2026-01-15')).toBe(true);
    }
  });
});

describe('a new member of staff', () => {
  const facts = round(STOCKHOLM, {
    decisionOn: day('2024-01-10'),
    occasions: [1, 2, 3, 4].map((session) => held(session, `2024-02-0${session}`)),
    people: [...staff(10, { attended: 0b1111 }), person('new', { from: day('2024-06-01') })],
    diplomaOn: day('2024-03-01'),
  });

  it.each([
    ['the last day of the time', '2024-12-01', []],
    ['the day after', '2024-12-02', ['supplement']],
  ])('who has not done the catch-up calls for a supplement: %s', (_, today, expected) => {
    expect(kinds(standing(facts, STOCKHOLM, today)).filter((kind) => kind === 'supplement')).toEqual(expected);
  });

  it('dates the cause to the day after the time was out, so that history can be told from news', () => {
    const [supplement] = standing(facts, STOCKHOLM, '2025-06-01').filter(({ kind }) => kind === 'supplement');
    expect(supplement?.since).toBe(day('2024-12-02'));
  });

  it('calls for it once in a period', () => {
    const reader = new Reader(STOCKHOLM).read(facts, '2024-11-01', '2026-11-01');
    expect(reader.since().filter((line) => line.endsWith('supplement'))).toEqual(['2024-12-02 supplement']);
  });
});

describe('expiry', () => {
  const through = day('2027-08-31');

  it.each([
    [181, []],
    [180, ['expiry-180']],
    [179, ['expiry-180']],
    [91, ['expiry-180']],
    [90, ['expiry-90']],
    [31, ['expiry-90']],
    [30, ['expiry-30']],
    [0, ['expiry-30']],
    [-1, ['expired']],
    [-200, ['expired']],
  ])('with %i days left has one stage', (left, expected) => {
    const today = addDays(through, -left);
    const told = kinds(standing(certified(), JAMTLAND_HARJEDALEN, formatDay(today)));
    expect(told.filter((kind) => kind.startsWith('expir'))).toEqual(expected);
  });

  it('is not on its way in a programme without an end', () => {
    const facts = round(STOCKHOLM, {
      occasions: [1, 2, 3, 4].map((session) => held(session, `2025-10-0${session}`)),
      people: staff(10, { attended: 0b1111 }),
      diplomaOn: day('2025-10-10'),
    });
    const reader = new Reader(STOCKHOLM).read(facts, '2025-10-10', '2032-01-01');
    expect(reader.since()).toEqual(['2025-10-10 certified']);
  });
});

describe('what has been told of an occurrence', () => {
  const told = (kind: string, reference: string): Record<string, Day> => ({
    [`r1/${kind}/${reference}/2020-01-01/`]: day('2025-01-01'),
  });

  it.each([
    ['2025-06-30', true],
    ['2025-07-02', true],
    ['2025-07-03', false],
    ['2025-10-29', false],
    ['2025-10-30', true],
  ])('holds for dates within two months of it: told for %s', (reference, stillToTell) => {
    const notices = kinds(standing(certified(), JAMTLAND_HARJEDALEN, '2025-08-31', told('plan-revision', reference)));
    expect([reference, notices.includes('plan-revision')]).toEqual([reference, stillToTell]);
  });
});

describe('the first day on which something was missing', () => {
  const newcomer = (id: string, from: string) => person(id, { from: day(from) });
  const supplementSince = (extra: Partial<Round>, today = '2025-06-01') =>
    standing(certified(extra), JAMTLAND_HARJEDALEN, today).find(({ kind }) => kind === 'supplement')?.since;
  const missed = (on: string) => [{ id: on, kind: 'contact' as const, on: day(on), missed: true }];

  it('is that of the newcomer whose time was out first, or of the follow-up that was missed', () => {
    const people = [...staff(10, { attended: 0b11 }), newcomer('b', '2024-10-20'), newcomer('a', '2024-10-10')];
    expect(supplementSince({ people })).toBe(day('2025-04-11'));
    expect(supplementSince({ people, followUps: missed('2025-04-10') })).toBe(day('2025-04-10'));
    expect(supplementSince({ people, followUps: missed('2025-04-12') })).toBe(day('2025-04-11'));
    expect(supplementSince({ people, followUps: missed('2024-08-30') })).toBe(day('2025-04-11'));
    expect(supplementSince({ followUps: missed('2024-08-31') })).toBe(day('2024-08-31'));
    expect(supplementSince({ followUps: [...missed('2025-05-01')].map((one) => ({ ...one, missed: false })) })).toBe(
      undefined,
    );
  });

  it('is not yet that of a newcomer who still has time', () => {
    const people = [...staff(10, { attended: 0b11 }), newcomer('a', '2024-12-10')];
    expect(supplementSince({ people, followUps: missed('2025-05-20') })).toBe(day('2025-05-20'));
    const late = [...staff(10, { attended: 0b11 }), newcomer('b', '2024-10-10'), newcomer('a', '2025-03-01')];
    expect(supplementSince({ people: late })).toBe(day('2025-04-11'));
  });
});

describe('a unit whose diploma', () => {
  const renewed = (extra: Partial<Round> = {}) =>
    certified({
      surveyAnswers: 9,
      people: staff(10, { attended: 0b11, refresher: day('2027-06-01') }),
      ...extra,
    });

  it('has ended hears of that and of nothing else', () => {
    expect(kinds(standing(certified(), JAMTLAND_HARJEDALEN, '2027-09-01'))).toEqual(['expired']);
  });

  it('stands, but who has withdrawn, hears nothing', () => {
    expect(standing(certified({ withdrawnOn: day('2025-02-28') }), JAMTLAND_HARJEDALEN, '2025-02-28')).toEqual([]);
  });

  it('has been renewed is not asked for what the old period left undone', () => {
    const told = kinds(standing(renewed(), JAMTLAND_HARJEDALEN, '2027-09-01'));
    expect(told).toEqual(['certified']);
  });

  it('has been renewed hears of a supplement anew', () => {
    const people = [...renewed().people, person('new', { from: day('2027-10-01') })];
    const told = { 'r1/supplement/2024-08-31/2020-01-01/': day('2025-03-17') };
    const stands = (today: string) => kinds(standing(renewed({ people }), JAMTLAND_HARJEDALEN, today, told));
    expect([stands('2028-04-01').includes('supplement'), stands('2028-04-02').includes('supplement')]).toEqual([
      false,
      true,
    ]);
  });

  it('is told though a supplement of the same day was told', () => {
    const told = { 'r1/supplement/2024-08-31/2020-01-01/': day('2024-08-31') };
    expect(kinds(standing(certified(), JAMTLAND_HARJEDALEN, '2024-09-01', told))).toContain('certified');
  });

  it.each([
    ['2027-03-10', '2027-03-04'],
    ['2027-06-10', '2027-06-02'],
    ['2027-08-10', '2027-08-01'],
  ])('is near its end says on %s that this began on %s', (today, since) => {
    const notice = standing(certified(), JAMTLAND_HARJEDALEN, today).find(({ kind }) => kind.startsWith('expiry'));
    expect(notice?.since).toBe(day(since));
  });
});
