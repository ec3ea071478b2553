import { describe, expect, it } from 'vitest';
import type { Occasion, Round } from '../../../src/domain/facts.ts';
import { lastTold, ordinal, readTold, shortCode } from '../../../src/domain/notice.ts';
import { receiptNotice, stillHolds } from '../../../src/domain/notices.ts';
import { occasionBase, readOccasionSubject, toldOccasion } from '../../../src/domain/occasion-notices.ts';
import type { Programme, RuleVersion } from '../../../src/domain/rules.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VASTERBOTTEN } from '../../../src/programmes/index.ts';
import { day, decide, held, kinds, occasion, person, Reader, round, staff, standing, tell } from './story.ts';

/** "material 2025-10-06 since 2025-09-15" */
const inWords = (facts: Round, programme: Programme, today: string, kind: string, told = {}): string[] =>
  standing(facts, programme, today, told)
    .filter((one) => one.kind === kind)
    .map(({ key, since }) => `${key.split('/').slice(2).join('/')} since ${textOf(since)}`);
const textOf = (on: number): string => new Date(on * 86_400_000).toISOString().slice(0, 10);

describe('material', () => {
  const from = (...occasions: Occasion[]): Round => round(VASTERBOTTEN, { occasions });

  it.each<[string, Round, string, string[]]>([
    [
      'is due three weeks before session 1',
      from(occasion(1, '2025-10-06')),
      '2025-09-20',
      ['2025-10-06/2020-01-01/ since 2025-09-15'],
    ],
    [
      'at short notice, on the day of the decision',
      from(occasion(1, '2025-09-10')),
      '2025-09-05',
      ['2025-09-10/2020-01-01/ since 2025-09-01'],
    ],
    [
      'follows the earlier of two occasions, whatever the order of rows',
      from(occasion(1, '2025-10-06', { label: 'A' }), occasion(1, '2025-10-20', { label: 'B' })),
      '2025-09-20',
      ['2025-10-06/2020-01-01/ since 2025-09-15'],
    ],
    ['not for session 2', from(occasion(2, '2025-10-06')), '2025-09-20', []],
    ['nor a session without a date', from(occasion(1, '2025-10-06', { day: null })), '2025-09-20', []],
    ['nor a cancelled one', from(occasion(1, '2025-10-06', { state: 'cancelled' })), '2025-09-20', []],
    ['nor without any session', from(), '2025-09-20', []],
    [
      'nor once the sessions have begun',
      from(held(1, '2025-09-15'), occasion(1, '2025-10-06', { label: 'B' })),
      '2025-09-20',
      [],
    ],
  ])('%s', (_, facts, today, expected) => {
    expect(inWords(facts, VASTERBOTTEN, today, 'material')).toEqual(expected);
  });

  it('stands in Klivet from the admission until the requirements are met', () => {
    const group = staff(3, { earlierDiploma: 2015 }).map((one) => ({
      ...one,
      roles: [...one.roles, 'group' as const],
    }));
    const underway = round(HBTQ_KLIVET, { people: group });
    expect(decide(underway, HBTQ_KLIVET, day('2025-10-01')).status).toBe('underway');
    expect(inWords(underway, HBTQ_KLIVET, '2025-10-01', 'material')).toEqual([
      '2025-09-01/2017-01-01/ since 2025-09-01',
    ]);
    const on = day('2025-10-01');
    const done = round(HBTQ_KLIVET, {
      people: group.map((one) => ({ ...one, course: on })),
      selfReflectionOn: on,
      planOn: on,
      planAreas: ['kunskap/kompetens', 'bemötande', 'arbetsmiljö'],
    });
    expect(inWords(done, HBTQ_KLIVET, '2025-10-01', 'material')).toEqual([]);
  });
});

describe('a cause without a date of its own', () => {
  it.each<[string, Partial<Round>, string]>([
    ['is dated by the decision', {}, '2025-09-01'],
    ['by the interest where that has no date', { decisionOn: null }, '2025-08-20'],
    ['by the rules where neither has', { decisionOn: null, interestOn: null }, '2020-01-01'],
  ])('%s', (_, facts, expected) => {
    const [admitted] = standing(round(VASTERBOTTEN, facts), VASTERBOTTEN, '2025-09-10');
    expect([admitted?.kind, textOf(admitted?.reference ?? 0)]).toEqual(['admitted', expected]);
  });

  it('begins with the last session held, today’s included, or today before any', () => {
    const all = { people: staff(3, { attended: 0b11 }) };
    const both = [held(2, '2025-11-03'), held(1, '2025-10-06')];
    const since = (occasions: Occasion[], today: string): string[] =>
      inWords(round(VASTERBOTTEN, { ...all, occasions }), VASTERBOTTEN, today, 'attendance-met');
    expect(since(both, '2025-11-03')).toEqual(['2025-09-01/2020-01-01/ since 2025-11-03']);
    expect(since(both, '2025-11-20')).toEqual(['2025-09-01/2020-01-01/ since 2025-11-03']);
    expect(since([...both, held(3, '2025-11-10')], '2025-11-20')).toEqual(['2025-09-01/2020-01-01/ since 2025-11-10']);
    const cancelled = occasion(2, '2025-11-17', { state: 'cancelled', label: 'B' });
    expect(since([...both, cancelled], '2025-11-20')).toEqual(['2025-09-01/2020-01-01/ since 2025-11-03']);
  });
});

describe('what happens again', () => {
  const sessions = [1, 2, 3, 4].map((session) => held(session, `2025-10-0${session}`));
  const done = round(STOCKHOLM, { occasions: sessions, people: staff(10, { attended: 0b1111 }) });
  const undone = round(STOCKHOLM, {
    occasions: sessions,
    people: [...staff(8, { attended: 0b1111 }), person('p09'), person('p10')],
  });

  it('has a key that counts the times of its own kinds only', () => {
    const reader = new Reader(STOCKHOLM).read(done, '2025-10-05').read(undone, '2025-10-06').read(done, '2025-10-07');
    expect(Object.keys(reader.told).map((key) => key.replace('r1/', ''))).toEqual([
      'requirements-met/2025-09-01/2016-01-01/',
      'attendance-met/2025-09-01/2016-01-01/',
      'attendance-lost/2025-09-01/2016-01-01/#2',
      'requirements-met/2025-09-01/2016-01-01/#2',
      'attendance-met/2025-09-01/2016-01-01/#3',
    ]);
  });

  it('is counted by kind', () => {
    const told = readTold({
      'r1/plan-moved/2025-10-01/2020-01-01/': day('2025-09-01'),
      'r1/admitted/2025-09-01/2020-01-01/': day('2025-09-02'),
      'r1/plan-moved/2025-11-01/2020-01-01/#2': day('2025-09-03'),
    });
    expect([ordinal(told, ['plan-moved']), ordinal(told, ['admitted']), ordinal(told, ['declined'])]).toEqual([
      '#3',
      '#2',
      '',
    ]);
    expect(lastTold(told, ['plan-moved', 'admitted'])).toMatchObject({ kind: 'plan-moved', subject: '#2' });
    expect(lastTold(told, ['admitted'])).toMatchObject({ kind: 'admitted', on: day('2025-09-02') });
    expect(lastTold(told, ['declined'])).toBeUndefined();
  });
});

describe('a key', () => {
  it('is understood whole or not at all', () => {
    const on = day('2025-09-01');
    expect(readTold({ 'r1/admitted/2025-09-01/2020-01-01/x': on })).toEqual([
      { kind: 'admitted', reference: on, ruleVersion: day('2020-01-01'), subject: 'x', on },
    ]);
    const broken = [
      'r1/admitted/2025-13-01/2020-01-01/',
      'r1/admitted/2025-09-01/2020-13-01/',
      'r1/admitted',
      'r1',
      '',
    ];
    expect(readTold(Object.fromEntries(broken.map((key) => [key, on])))).toEqual([]);
    expect(readTold({ 'r1/admitted/2025-09-01/2020-01-01': on })).toMatchObject([{ subject: '' }]);
  });

  it('of a receipt says which form and, as a code, which address', () => {
    expect(receiptNotice('r1', 'interest', 'kim@example.org', day('2025-09-01'))).toEqual({
      kind: 'receipt',
      roundId: 'r1',
      reference: day('2025-09-01'),
      ruleVersion: day('2025-09-01'),
      subject: `interest.${shortCode('kim@example.org')}`,
      key: `r1/receipt/2025-09-01/2025-09-01/interest.${shortCode('kim@example.org')}`,
      since: day('2025-09-01'),
    });
  });

  it('has codes of four hexadecimal digits that follow every letter', () => {
    const codes = Array.from({ length: 400 }, (_, index) => shortCode(`rum ${index}`));
    for (const code of codes) expect(code).toMatch(/^[0-9a-f]{4}$/);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    // The published value of FNV-1a for the empty text and for "a", folded.
    expect([shortCode(''), shortCode('a')]).toEqual(['1cd9', 'cd20']);
  });
});

describe('the subject of an occasion', () => {
  it.each([
    ['2A@780.3f2a', { base: '2A', minute: 780, print: '3f2a', sequence: 0 }],
    ['2A@780.3f2a#2', { base: '2A', minute: 780, print: '3f2a', sequence: 1 }],
    ['2A@780.3f2a#12', { base: '2A', minute: 780, print: '3f2a', sequence: 11 }],
    ['1@-.0000', { base: '1', minute: null, print: '0000', sequence: 0 }],
    ['', null],
    ['people', null],
    ['2A@.3f2a', null],
    ['2A@780.3f2a and more', null],
    ['more@2A@780.3f2a', null],
  ])('%s', (subject, expected) => {
    expect(readOccasionSubject(subject)).toEqual(expected);
  });

  it.each([
    ['', '1'],
    ['A', '1A'],
    ['B2', '1B2'],
    ['åäöÅÄÖ12', '1åäöÅÄÖ12'],
    ['ninechars', `1x${shortCode('ninechars')}`],
    ['A/B', `1x${shortCode('A/B')}`],
  ])('label "%s" becomes %s', (label, expected) => {
    expect(occasionBase(occasion(1, '2025-10-06', { label }))).toBe(expected);
  });

  it('remembers the time, or that none was set, when the occasion is cancelled', () => {
    const key = (minute: number | null): string | undefined => {
      const set = round(JAMTLAND_HARJEDALEN, { occasions: [occasion(1, '2025-10-06', { minute })] });
      const told = tell({}, standing(set, JAMTLAND_HARJEDALEN, '2025-09-01'), '2025-09-01');
      const cancelled = { ...set, occasions: [occasion(1, '2025-10-06', { minute, state: 'cancelled' })] };
      return standing(cancelled, JAMTLAND_HARJEDALEN, '2025-09-02', told)[0]?.subject.replace(/\.[0-9a-f]{4}/, '');
    };
    expect([key(780), key(null)]).toEqual(['1@780#2', '1@-#2']);
  });

  it('tells online from on the spot, in the same room', () => {
    const print = (digital: boolean): string | undefined => {
      const facts = round(JAMTLAND_HARJEDALEN, { occasions: [occasion(1, '2025-10-06', { digital, place: 'Sal A' })] });
      return readOccasionSubject(
        standing(facts, JAMTLAND_HARJEDALEN, '2025-09-01').find(({ kind }) => kind === 'occasion-set')?.subject ?? '',
      )?.print;
    };
    expect([print(true), print(false)]).toEqual([shortCode('d|Sal A'), shortCode('p|Sal A')]);
  });

  it('is looked for among occasions only', () => {
    const told = readTold({
      'r1/occasion-set/2025-10-06/2020-01-01/1A@780.3f2a': day('2025-09-01'),
      'r1/occasion-moved/2025-10-13/2020-01-01/1A@780.3f2a#2': day('2025-09-02'),
      'r1/material/2025-10-20/2020-01-01/1A@600.3f2a': day('2025-09-03'),
      'r1/occasion-set/2025-10-06/2020-01-01/oläsligt': day('2025-09-04'),
    });
    expect(toldOccasion(told, '1A')).toEqual({
      base: '1A',
      minute: 780,
      print: '3f2a',
      sequence: 1,
      kind: 'occasion-moved',
      day: day('2025-10-13'),
    });
    expect(toldOccasion(told, '1B')).toBeNull();
  });
});

describe('whoever has heard of nothing but', () => {
  it.each(['receipt', 'waitlisted', 'declined', 'digest'])('%s has yet to hear of the place', (kind) => {
    const told = { [`r1/${kind}/2025-08-20/2020-01-01/`]: day('2025-08-20') };
    expect(kinds(standing(round(VASTERBOTTEN), VASTERBOTTEN, '2025-09-10', told))).toEqual(['admitted']);
  });

  it.each(['material', 'occasion-set', 'attendance-met'])('%s knows of it', (kind) => {
    const told = { [`r1/${kind}/2025-09-20/2020-01-01/1@780.3f2a`]: day('2025-09-20') };
    expect(kinds(standing(round(VASTERBOTTEN), VASTERBOTTEN, '2025-09-20', told))).toEqual([]);
  });
});

describe('rules that change', () => {
  const moved = (kind: string, programme = VASTERBOTTEN): string[] => {
    const told = { [`r1/${kind}/2025-08-20/2019-01-01/`]: day('2025-08-20') };
    return kinds(standing(round(programme), programme, '2025-09-10', told)).filter((one) => one === 'rules-changed');
  };

  it('are told to whoever has heard of the old ones by any later mail, but not by a receipt', () => {
    expect([moved('admitted'), moved('material'), moved('receipt')]).toEqual([
      ['rules-changed'],
      ['rules-changed'],
      [],
    ]);
  });

  it('are told to certified units too, counted by themselves, and not to those that have ended', () => {
    const certified = round(JAMTLAND_HARJEDALEN, {
      occasions: [held(1, '2025-10-06'), held(2, '2025-11-03')],
      people: staff(5, { attended: 0b11 }),
      planOn: day('2025-12-01'),
      presentationOn: day('2025-12-15'),
    });
    const told = {
      'r1/admitted/2025-09-01/2019-01-01/': day('2025-09-01'),
      'r1/rules-changed/2019-06-01/2019-06-01/': day('2025-09-02'),
    };
    const of = (facts: Round): string[] => inWords(facts, JAMTLAND_HARJEDALEN, '2026-01-10', 'rules-changed', told);
    expect(of(certified).map((one) => one.replace(/\.\S+/, ''))).toEqual(['2020-01-01/2020-01-01/#2 since 2026-01-10']);
    expect(of({ ...certified, withdrawnOn: day('2026-01-09') })).toEqual([]);
  });
});

describe('rules that change twice from the same day', () => {
  const [published] = VASTERBOTTEN.versions;
  if (published === undefined || 'repealed' in published) throw new Error('No rules');
  const changed = (rules: Partial<RuleVersion>): typeof VASTERBOTTEN => ({
    ...VASTERBOTTEN,
    versions: [{ ...published, ...rules }],
  });
  const admittedKey = standing(round(VASTERBOTTEN), VASTERBOTTEN, '2025-09-01')[0]?.key ?? '';
  const told = { [admittedKey]: day('2025-09-01') };

  it.each<[string, Partial<RuleVersion>, string[]]>([
    ['the same rules', {}, []],
    [
      'another way to count',
      { attendance: published.attendance && { ...published.attendance, headCount: 'last-session' } },
      ['rules-changed'],
    ],
    ['a last day for the plan', { plan: { opens: null, due: 'P12W', areas: [] } }, ['rules-changed']],
    ['an end', { validity: 'P3Y' }, ['rules-changed']],
    ['less time for newcomers', { catchUp: { within: 'P3M' } }, ['rules-changed']],
    ['no further follow-ups', { followUp: { first: 'P6M', every: null } }, ['rules-changed']],
    ['a diploma that comes by itself', { certifyAutomatically: true }, ['rules-changed']],
    [
      'other words in a source',
      { sources: () => ({ ...published.sources(), from: { text: 'Annat', assumption: true } }) },
      [],
    ],
  ])('%s', (_, rules, expected) => {
    expect(kinds(standing(round(VASTERBOTTEN), changed(rules), '2025-09-02', told))).toEqual(expected);
  });

  it('are told once', () => {
    const programme = changed({ validity: 'P3Y' });
    const again = standing(round(VASTERBOTTEN), programme, '2025-09-02', told);
    const both = { ...told, ...Object.fromEntries(again.map(({ key }) => [key, day('2025-09-02')])) };
    expect(standing(round(VASTERBOTTEN), programme, '2025-09-03', both)).toEqual([]);
  });
});

describe('a diploma', () => {
  const on = day('2025-10-06');
  const sessions = [1, 2, 3, 4].map((session) => held(session, `2025-10-0${session}`));
  const failed = round(STOCKHOLM, {
    occasions: sessions,
    people: [...staff(8, { attended: 0b1111 }), person('p09'), person('p10')],
    personDiplomaOn: on,
  });
  const passed = round(STOCKHOLM, { occasions: sessions, people: staff(8, { attended: 0b1111 }), diplomaOn: on });

  it('of the persons alone is told once for each date, and is not that of the unit', () => {
    const reader = new Reader(STOCKHOLM).read(failed, '2025-10-06', '2025-10-08');
    expect(reader.since().filter((line) => line.endsWith(' certified'))).toEqual(['2025-10-06 certified']);
    const later = { ...failed, personDiplomaOn: day('2025-10-09') };
    expect(kinds(standing(later, STOCKHOLM, '2025-10-09', reader.told))).toContain('certified');
    expect(inWords(passed, STOCKHOLM, '2025-10-09', 'certified', reader.told)).toEqual([
      '2025-10-06/2016-01-01/ since 2025-10-06',
    ]);
  });

  it('of the unit, told, does not hide that of the persons when it is taken back', () => {
    const reader = new Reader(STOCKHOLM).read(passed, '2025-10-06');
    expect(inWords(failed, STOCKHOLM, '2025-10-09', 'certified', reader.told)).toEqual([
      '2025-10-06/2016-01-01/people since 2025-10-06',
    ]);
  });
});

it('a mail waits for its own cause, not for that of another', () => {
  const facts = round(VASTERBOTTEN, { occasions: [occasion(1, '2025-10-06')] });
  const notices = standing(facts, VASTERBOTTEN, '2025-09-20');
  expect(kinds(notices)).toEqual(['admitted', 'material', 'occasion-set']);
  const today = day('2025-09-20');
  for (const notice of notices) {
    expect(stillHolds(notice, facts, decide(facts, VASTERBOTTEN, today), VASTERBOTTEN, today, {})).toBe(true);
    const told = { [notice.key]: today };
    expect(stillHolds(notice, facts, decide(facts, VASTERBOTTEN, today), VASTERBOTTEN, today, told)).toBe(false);
  }
});
