import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMailKind } from '../../../src/domain/mail-kinds.ts';
import { diplomasTold, readTold } from '../../../src/domain/notice.ts';
import { receiptNotice, stillHolds } from '../../../src/domain/notices.ts';
import type { Programme } from '../../../src/domain/rules.ts';
import { JAMTLAND_HARJEDALEN, VASTERBOTTEN } from '../../../src/programmes/index.ts';
import { day, decide, held, kinds, occasion, Reader, round, staff, standing, tell } from './story.ts';

describe('the memory of what has been told', () => {
  it('survives being written and read as JSON', () => {
    const facts = round(JAMTLAND_HARJEDALEN, { occasions: [occasion(1, '2025-10-06', { label: 'A' })] });
    const told = tell({}, standing(facts, JAMTLAND_HARJEDALEN, '2025-09-10'), '2025-09-10');
    expect(readTold(JSON.parse(JSON.stringify(told)))).toEqual(readTold(told));
    expect(standing(facts, JAMTLAND_HARJEDALEN, '2025-09-11', JSON.parse(JSON.stringify(told)))).toEqual([]);
  });

  it('leaves out keys that this version does not know', () => {
    expect(
      readTold({ 'r1/something-new/2025-01-01/2020-01-01/': day('2025-01-01'), nonsense: day('2025-01-01') }),
    ).toEqual([]);
  });

  it('gives the days of the diplomas and completions that were told, oldest first, and nothing else', () => {
    const keys = [
      'r1/certified/2027-03-01/2020-01-01/',
      'r1/completed/2025-03-01/2020-01-01/',
      'r1/certified/2026-03-01/2020-01-01/',
      // The persons' own diplomas.
      'r1/certified/2024-03-01/2020-01-01/p1',
      'r1/expired/2023-03-01/2020-01-01/',
      'r1/requirements-met/2022-03-01/2020-01-01/',
    ];
    const told = Object.fromEntries(keys.map((key) => [key, day('2028-01-01')]));
    expect(diplomasTold(told)).toEqual(['2025-03-01', '2026-03-01', '2027-03-01'].map(day));
    expect(diplomasTold({})).toEqual([]);
  });

  it('knows the kinds by their own names only', () => {
    expect(isMailKind('admitted')).toBe(true);
    expect(isMailKind('toString')).toBe(false);
    expect(isMailKind('__proto__')).toBe(false);
  });

  it('makes an installation silent: what stands that day is never sent, what comes later is', () => {
    const facts = round(JAMTLAND_HARJEDALEN, {
      occasions: [held(1, '2025-09-22'), held(2, '2025-10-20')],
      people: staff(4, { attended: 0b11 }),
    });
    const reader = new Reader(JAMTLAND_HARJEDALEN);
    reader.told = tell({}, standing(facts, JAMTLAND_HARJEDALEN, '2025-12-20'), '2025-12-20');
    reader.read(facts, '2025-12-20', '2026-01-20');
    expect(reader.since()).toEqual(['2025-12-29 plan-due-soon', '2026-01-13 plan-overdue']);
  });

  it('tells nothing twice, whatever days were missed and however often a day was run', () => {
    const facts = round(JAMTLAND_HARJEDALEN, {
      occasions: [held(1, '2025-09-22'), held(2, '2025-10-20')],
      people: staff(4, { attended: 0b11 }),
    });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 40 }), (offsets) => {
        const days = [...offsets].sort((a, b) => a - b);
        const reader = new Reader(JAMTLAND_HARJEDALEN);
        for (const offset of days) reader.read(facts, formatOffset(offset));
        const told = reader.since().map((line) => line.split(' ')[1]);
        expect(new Set(told).size).toBe(told.length);
      }),
      { numRuns: 60 },
    );
  });
});

function formatOffset(offset: number): string {
  const date = new Date(Date.UTC(2025, 9, 15 + offset));
  return date.toISOString().slice(0, 10);
}

describe('a receipt', () => {
  const key = (address: string, on: string, form = 'interest') => receiptNotice('r1', form, address, day(on)).key;

  it('has one key a form, address and day, without the address in it', () => {
    expect(key('kim.ek@example.org', '2025-09-01')).toBe(key('kim.ek@example.org', '2025-09-01'));
    expect(key('kim.ek@example.org', '2025-09-01')).not.toBe(key('kim.ek@example.org', '2025-09-02'));
    expect(key('kim.ek@example.org', '2025-09-01')).not.toBe(key('bo.al@example.org', '2025-09-01'));
    expect(key('kim.ek@example.org', '2025-09-01')).not.toContain('kim');
  });
});

describe('rules that change', () => {
  const [version] = VASTERBOTTEN.versions;
  if (version === undefined || 'repealed' in version || version.attendance === null) throw new Error('no rules');
  const stricter = { ...version.attendance, share: { numerator: 19, denominator: 20 } };
  const changed: Programme = {
    ...VASTERBOTTEN,
    versions: [version, { ...version, from: day('2025-11-01'), attendance: stricter }],
  };

  it('are told to a unit that the coordinator moves to them, once, and again when it is moved back', () => {
    const reader = new Reader(changed).read(round(changed), '2025-09-01', '2025-11-20');
    expect(reader.since()).toEqual(['2025-09-01 admitted']);
    reader.read(round(changed, { rulesFrom: day('2025-11-01') }), '2025-11-20', '2025-11-25');
    reader.read(round(changed), '2025-11-26', '2025-11-30');
    expect(reader.since()).toEqual(['2025-11-20 rules-changed', '2025-11-26 rules-changed']);
  });

  it('are not told to a unit that keeps its version', () => {
    const reader = new Reader(changed).read(round(changed), '2025-10-30', '2025-11-05');
    expect(reader.since()).toEqual(['2025-10-30 admitted']);
  });

  it('do not make what was told before be told again', () => {
    const occasions = [held(1, '2025-10-06'), held(2, '2025-11-03')];
    const facts = { occasions, people: staff(10, { attended: 0b11 }) };
    const reader = new Reader(changed).read(round(changed, facts), '2025-11-04');
    expect(reader.since()).toEqual(['2025-11-04 attendance-met']);
    reader.read(round(changed, { ...facts, rulesFrom: day('2025-11-01') }), '2025-11-05', '2025-11-30');
    expect(reader.since()).toEqual(['2025-11-05 rules-changed']);
  });
});

describe('a waiting mail', () => {
  it('holds as long as its cause stands, and no longer', () => {
    const facts = round(VASTERBOTTEN, {
      occasions: [held(1, '2025-10-06'), held(2, '2025-11-03')],
      people: staff(10, { attended: 0b11 }),
    });
    const [met] = standing(facts, VASTERBOTTEN, '2025-11-03');
    if (met === undefined) throw new Error('nothing stands');
    const lost = { ...facts, people: staff(10, { attended: 0b01 }) };
    const today = day('2025-11-04');
    expect(kinds([met])).toEqual(['attendance-met']);
    expect(stillHolds(met, facts, decide(facts, VASTERBOTTEN, today), VASTERBOTTEN, today, {})).toBe(true);
    expect(stillHolds(met, lost, decide(lost, VASTERBOTTEN, today), VASTERBOTTEN, today, {})).toBe(false);
  });
});
