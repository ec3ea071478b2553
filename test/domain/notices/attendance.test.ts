import { describe, expect, it } from 'vitest';
import type { Person } from '../../../src/domain/facts.ts';
import { STOCKHOLM, VASTERBOTTEN } from '../../../src/programmes/index.ts';
import { day, held, kinds, occasion, person, Reader, round, staff, standing } from './story.ts';

const BOTH = [held(1, '2025-10-06'), held(2, '2025-11-03')];

/** Ten people; `missed` of them were not at session 2. */
function people(missed: number, caughtUp = 0): Person[] {
  return staff(10).map((one, index) => {
    const absent = index >= 10 - missed;
    const late = index >= 10 - caughtUp ? day('2025-11-10') : null;
    return { ...one, attended: absent ? 0b01 : 0b11, catchUp: late };
  });
}

const facts = (missed: number, caughtUp = 0) =>
  round(VASTERBOTTEN, { occasions: BOTH, people: people(missed, caughtUp) });

describe('the attendance goal', () => {
  it('is told as met once', () => {
    const reader = new Reader(VASTERBOTTEN).read(facts(1), '2025-11-03', '2025-12-24');
    expect(reader.since()).toEqual(['2025-11-03 attendance-met']);
  });

  it.each([
    [0, 'attendance-met'],
    [1, 'attendance-met'],
    [2, 'attendance-unreachable'],
    [10, 'attendance-unreachable'],
  ])('with %i of ten absent from session 2 gives %s', (missed, expected) => {
    expect(kinds(standing(facts(missed), VASTERBOTTEN, '2025-11-03'))).toEqual([expected]);
  });

  it('is not told while a session has not been held or its attendance is not complete', () => {
    const planned = {
      occasions: [held(1, '2025-10-06'), occasion(2, '2025-11-03')],
      people: staff(10, { attended: 1 }),
    };
    const open = {
      occasions: [held(1, '2025-10-06'), held(2, '2025-11-03', { attendanceComplete: false })],
      people: people(0),
    };
    for (const unknown of [planned, open]) {
      const told = kinds(standing(round(VASTERBOTTEN, unknown), VASTERBOTTEN, '2025-11-03'));
      expect(told.filter((kind) => kind.startsWith('attendance'))).toEqual([]);
    }
  });

  it('is told as out of reach as soon as too many have missed the first session, and once only', () => {
    const early = round(VASTERBOTTEN, {
      occasions: [held(1, '2025-10-06'), occasion(2, '2025-11-03')],
      people: staff(10).map((one, index) => ({ ...one, attended: index < 8 ? 1 : 0 })),
    });
    const late = round(VASTERBOTTEN, {
      occasions: BOTH,
      people: staff(10).map((one, index) => ({ ...one, attended: index < 8 ? 3 : 0 })),
    });
    const reader = new Reader(VASTERBOTTEN)
      .read(early, '2025-10-06', '2025-10-08')
      .read(late, '2025-11-03', '2025-11-20');
    expect(reader.since().filter((line) => line.includes('attendance'))).toEqual(['2025-10-06 attendance-unreachable']);
  });

  it('is told both ways each time the threshold is crossed after it was told', () => {
    const reader = new Reader(VASTERBOTTEN);
    reader.read(facts(2), '2025-11-03', '2025-11-05');
    reader.read(facts(2, 1), '2025-11-10', '2025-11-12');
    reader.read(facts(2), '2025-11-13', '2025-11-15');
    reader.read(facts(2, 1), '2025-11-16', '2025-11-20');
    expect(reader.since()).toEqual([
      '2025-11-03 attendance-unreachable',
      '2025-11-10 attendance-met',
      '2025-11-13 attendance-lost',
      '2025-11-16 attendance-met',
    ]);
    expect(new Set(Object.keys(reader.told)).size).toBe(4);
  });

  it('that flips back before the mail left says nothing', () => {
    const reader = new Reader(VASTERBOTTEN).read(facts(1), '2025-11-03');
    reader.since();
    expect(kinds(standing(facts(2), VASTERBOTTEN, '2025-11-04', reader.told))).toEqual(['attendance-lost']);
    expect(standing(facts(1), VASTERBOTTEN, '2025-11-04', reader.told)).toEqual([]);
  });

  it('that becomes unknown is not lost', () => {
    const reader = new Reader(VASTERBOTTEN).read(facts(0), '2025-11-03');
    const unticked = round(VASTERBOTTEN, {
      occasions: [held(1, '2025-10-06'), held(2, '2025-11-03', { attendanceComplete: false })],
      people: people(0),
    });
    expect(standing(unticked, VASTERBOTTEN, '2025-11-04', reader.told)).toEqual([]);
  });

  it('says nothing of a unit without people', () => {
    const empty = round(VASTERBOTTEN, { occasions: BOTH });
    expect(kinds(standing(empty, VASTERBOTTEN, '2025-11-04'))).not.toContain('attendance-unreachable');
  });

  it('dates its cause to the last session, so that history can be told from news', () => {
    const [met] = standing(facts(0), VASTERBOTTEN, '2025-11-20');
    expect(met?.since).toBe(day('2025-11-03'));
  });
});

describe('all requirements', () => {
  const sessions = [1, 2, 3, 4].map((session) => held(session, `2025-10-0${session}`));
  const done = round(STOCKHOLM, { occasions: sessions, people: staff(10, { attended: 0b1111 }) });
  const undone = round(STOCKHOLM, {
    occasions: sessions,
    people: [...staff(8, { attended: 0b1111 }), person('p09'), person('p10')],
  });

  it('are told once, together with the attendance that completed them', () => {
    const reader = new Reader(STOCKHOLM).read(done, '2025-10-05', '2025-10-20');
    expect(reader.since()).toEqual(['2025-10-05 requirements-met', '2025-10-05 attendance-met']);
  });

  it('are told again only when the manager heard in between that they were lost', () => {
    const reader = new Reader(STOCKHOLM).read(done, '2025-10-05').read(undone, '2025-10-06').read(done, '2025-10-07');
    expect(reader.since()).toEqual([
      '2025-10-05 requirements-met',
      '2025-10-05 attendance-met',
      '2025-10-06 attendance-lost',
      '2025-10-07 requirements-met',
      '2025-10-07 attendance-met',
    ]);
  });

  it.each([
    ['2025-10-05', []],
    ['2025-10-06', ['certified']],
    ['2025-10-07', ['certified']],
  ])(
    'may fail while those who have done them get their own diplomas from the day that is set: %s',
    (today, expected) => {
      const failed = { ...undone, personDiplomaOn: day('2025-10-06') };
      expect(kinds(standing(failed, STOCKHOLM, today)).filter((kind) => kind === 'certified')).toEqual(expected);
    },
  );

  it('give the persons no second mail when the unit has its diploma too, nor when the date is set and nobody has done them', () => {
    const day6 = day('2025-10-06');
    const both = round(STOCKHOLM, { ...done, diplomaOn: day6, personDiplomaOn: day6 });
    expect(kinds(standing(both, STOCKHOLM, '2025-10-06'))).toEqual(['certified']);
    const nobody = round(STOCKHOLM, { ...undone, people: staff(8), personDiplomaOn: day6 });
    expect(kinds(standing(nobody, STOCKHOLM, '2025-10-06'))).not.toContain('certified');
  });

  it('give way to the diploma when it was given before the mail left', () => {
    const certified = round(STOCKHOLM, { ...done, diplomaOn: day('2025-10-06') });
    expect(kinds(standing(certified, STOCKHOLM, '2025-10-06'))).toEqual(['certified']);
  });
});
