import { describe, expect, it } from 'vitest';
import { formatDay } from '../../src/domain/calendar.ts';
import { type Fault, roundsOf, separateCopies } from '../../src/workbook/index.ts';
import { CONTEXT, day, readings, type TabRows, unit } from './builders.ts';

function read(rows: TabRows, context = CONTEXT) {
  const tabs = readings(rows);
  const { rounds, faults } = roundsOf(tabs, context);
  return { rounds, faults, all: [...Object.values(tabs).flatMap((tab) => tab.faults), ...faults] };
}

const told = (faults: readonly Fault[]): string[] =>
  faults.map((fault) => `${fault.tabName}!${fault.cell} ${fault.text}`);

describe('rows become rounds', () => {
  it('takes the facts of a unit, its people, occasions and follow-ups together', () => {
    const { rounds, all } = read({
      units: [
        unit({
          managerEmail: 'Chef@Example.org',
          decision: 'Antagen',
          decisionOn: '2025-09-01',
          planAreas: 'bemötande',
          basis: '{"wantsToTalkFirst":true}',
        }),
      ],
      people: [
        {
          unit: ' biblioteket ',
          name: 'Anna A',
          email: 'ANNA@example.org',
          roles: 'Chef',
          session1: true,
          session2: 'x',
          course: '2025-09-20',
        },
      ],
      occasions: [
        { unit: 'Biblioteket', session: 1, starts: '2025-10-06T13:00', state: 'Genomförd', attendanceComplete: true },
      ],
      followUps: [{ unit: 'Biblioteket', kind: 'Kontakt med chefen', on: '2025-11-01', missed: true }],
    });
    expect(all).toEqual([]);
    expect(rounds).toMatchObject([
      {
        id: 'r1',
        unitId: 'r1',
        number: 1,
        programme: 'vasterbotten',
        managerEmail: 'chef@example.org',
        decision: 'admit',
        decisionOn: day('2025-09-01'),
        planAreas: ['bemötande'],
        preparations: { wantsToTalkFirst: true, harassmentPlan: null },
        people: [{ id: 'anna@example.org', roles: ['manager'], attended: 3, course: day('2025-09-20') }],
        occasions: [
          { id: '1:', session: 1, day: day('2025-10-06'), minute: 780, state: 'held', attendanceComplete: true },
        ],
        followUps: [{ id: 'contact:2025-11-01', kind: 'contact', missed: true }],
      },
    ]);
  });

  it('leaves out a row without an id, for the caller to give it one first', () => {
    expect(read({ units: [unit({ id: '' })] }).rounds).toEqual([]);
  });

  it('lets the rounds of one unit share its id', () => {
    const { rounds } = read({ units: [unit({ id: 'r2', round: 2 }), unit({ id: 'r1' })] });
    expect(rounds.map((round) => [round.id, round.unitId, round.number])).toEqual([
      ['r2', 'r1', 2],
      ['r1', 'r1', 1],
    ]);
  });

  it('finds the round by its number, by the only one there is, and by a former name', () => {
    const { rounds, faults } = read(
      {
        units: [unit({}), unit({ id: 'r2', round: 2 }), unit({ id: 's3', unit: 'Norra', round: 3 })],
        people: [
          { unit: 'Biblioteket', email: 'a@example.org' },
          { unit: 'Biblioteket', round: 2, email: 'b@example.org' },
          { unit: 'Norra', email: 'c@example.org' },
          { unit: 'Gamla namnet', email: 'd@example.org' },
        ],
      },
      { ...CONTEXT, aliases: new Map([['gamla  Namnet', 's3']]) },
    );
    expect(faults).toEqual([]);
    expect(rounds.map((round) => round.people.map((person) => person.id))).toEqual([
      ['a@example.org'],
      ['b@example.org'],
      ['c@example.org', 'd@example.org'],
    ]);
  });
});

describe('a decision without a date', () => {
  const decided = (decisions: typeof CONTEXT.decisions, cells = {}, rows: TabRows = {}) => {
    const context = decisions === undefined ? CONTEXT : { ...CONTEXT, decisions };
    return read({ ...rows, units: [unit({ decision: 'Antagen', ...cells })] }, context);
  };
  const shown = (made: ReturnType<typeof decided>): string | null => {
    const on = made.rounds[0]?.decisionOn ?? null;
    return on === null ? null : formatDay(on);
  };

  it('is of the day on which it is seen, and keeps that day', () => {
    expect(shown(decided(undefined))).toBe('2025-12-01');
    expect(shown(decided(new Map([['r1', { decision: 'admit', on: day('2025-09-01') }]])))).toBe('2025-09-01');
    expect(decided(undefined).faults).toEqual([]);
  });

  it('is new when it is another decision', () => {
    expect(shown(decided(new Map([['r1', { decision: 'waitlist', on: day('2025-09-01') }]])))).toBe('2025-12-01');
  });

  it('is never later than what has already happened', () => {
    const occasions = [{ unit: 'Biblioteket', session: 1, starts: '2025-10-06', state: 'Genomförd' }];
    expect(shown(decided(undefined, { diplomaOn: '2025-11-01' }, { occasions }))).toBe('2025-10-06');
  });
});

describe('one person', () => {
  it('stands on two rows: everything that either says is so', () => {
    const { rounds, faults } = read({
      people: [
        {
          unit: 'Biblioteket',
          name: 'Anna',
          email: 'anna@example.org',
          session1: true,
          from: '2025-01-01',
          course: '2025-09-20',
        },
        {
          unit: 'Biblioteket',
          email: 'Anna@Example.org ',
          session2: 'ja',
          roles: 'läkare',
          from: '2024-01-01',
          to: '2025-11-30',
        },
      ],
    });
    expect(rounds[0]?.people).toMatchObject([
      { name: 'Anna', attended: 3, roles: ['doctor'], from: day('2024-01-01'), to: null, course: day('2025-09-20') },
    ]);
    expect(told(faults)).toEqual(['Deltagare!D4 Personen står två gånger på verksamheten och räknas som en.']);
  });

  it('may be an id without name and address', () => {
    const { rounds, all } = read({ people: [{ unit: 'Biblioteket', personId: 'M-17', session1: true }] });
    expect(all).toEqual([]);
    expect(rounds[0]?.people).toMatchObject([{ id: 'M-17', email: '', attended: 1 }]);
  });

  it('is counted by the name where address and id are missing, with a remark', () => {
    const { rounds, all } = read({ people: [{ unit: 'Biblioteket', name: 'Anna A', email: 'vet inte' }] });
    expect(rounds[0]?.people).toMatchObject([{ id: 'anna a', email: '' }]);
    expect(told(all)).toEqual([
      'Deltagare!D3 Kan inte läsas: ”vet inte”. Skriv en (1) e-postadress, till exempel namn@example.org.',
      'Deltagare!D3 Personen saknar e-post och medarbetar-id och känns igen på namnet.',
    ]);
  });

  it('is counted on both units and named, unless the employment on one has ended', () => {
    const units = [unit({}), unit({ id: 's1', unit: 'Norra' })];
    const person = (name: string, to = ''): Record<string, string> => ({ unit: name, email: 'a@example.org', to });
    expect(told(read({ units, people: [person('Biblioteket'), person('Norra')] }).faults)).toEqual([
      'Deltagare!D4 Personen står även på Biblioteket och räknas på båda. Skriv datum i Slutat om hen har bytt.',
    ]);
    expect(read({ units, people: [person('Biblioteket', '2025-10-01'), person('Norra')] }).faults).toEqual([]);
  });
});

describe('a row without a number belongs to the first round', () => {
  const first = unit({ decision: 'Antagen' });
  const second = (decision: string) => unit({ id: 's1', round: 2, decision });
  const planned = { unit: 'Biblioteket', session: 1, starts: '2026-03-01' };
  const TO_FIRST =
    'Tillfällen!B3 Tillfället räknas till omgång 1. Skriv 2 i kolumnen Omgång om det gäller omgång 2, annars 1.';

  it.each<[string, string, Record<string, string | number>, string[]]>([
    ['and is asked about when the unit is admitted to a second', 'Antagen', planned, [TO_FIRST]],
    ['silently when it has only signed up for a second', '', planned, []],
    ['silently when it was declined the second', 'Avböjd', planned, []],
    ['silently when the session was held', 'Antagen', { ...planned, starts: '2025-10-06', state: 'Genomförd' }, []],
    ['which may be said', 'Antagen', { ...planned, round: 1 }, []],
    ['unless it has another', 'Antagen', { ...planned, round: 2 }, []],
  ])('%s', (_, decision, occasion, expected) => {
    const { faults } = read({ units: [first, second(decision)], occasions: [occasion] });
    expect(told(faults)).toEqual(expected);
  });

  it('and a person on two of them is asked about', () => {
    const person = { unit: 'Biblioteket', email: 'a@example.org' };
    expect(told(read({ units: [first, second('Antagen')], people: [person, person] }).faults)).toEqual([
      'Deltagare!B4 Personen står två gånger på verksamheten och räknas som en. Skriv 2 i kolumnen Omgång om raden gäller omgång 2.',
    ]);
    expect(read({ units: [first, second('Antagen')], people: [person, { ...person, round: 2 }] }).faults).toEqual([]);
  });
});

describe('what cannot be right is named with its cell and kept out', () => {
  it.each<[string, TabRows, string]>([
    [
      'a unit that is not there',
      { people: [{ unit: 'Bibloteket', email: 'a@example.org' }] },
      'Deltagare!A3 Verksamheten ”Bibloteket” finns inte. Menade du Biblioteket?',
    ],
    [
      'a row without a unit',
      { people: [{ email: 'a@example.org' }] },
      'Deltagare!A3 Raden saknar verksamhet. Välj i listan. Dela upp sammanfogade celler först.',
    ],
    [
      'a round that is not there',
      { people: [{ unit: 'Biblioteket', round: 3, email: 'a@example.org' }] },
      'Deltagare!A3 ”Biblioteket” har ingen omgång 3. Skriv något av: 1.',
    ],
    [
      'a session that the programme lacks',
      { occasions: [{ unit: 'Biblioteket', session: 3, starts: '2025-10-06' }] },
      'Tillfällen!C3 Träff 3 finns inte. Hbtq-diplomering i Västerbotten har träff 1–2.',
    ],
    [
      'a tick at such a session',
      { people: [{ unit: 'Biblioteket', email: 'a@example.org', session4: true }] },
      'Deltagare!N3 Träff 4 finns inte: programmet har bara 2 träffar. Ta bort krysset.',
    ],
    [
      'a leave that ends before it starts',
      { people: [{ unit: 'Biblioteket', email: 'a@example.org', leave: '2025-10-02–2025-10-01' }] },
      'Deltagare!I3 Kan inte läsas: ”2025-10-02–2025-10-01”. Skriv från och till som 2025-10-01–2025-12-31, med till-datumet sist. Semikolon mellan flera.',
    ],
    [
      'an employment that ends before it starts',
      { people: [{ unit: 'Biblioteket', email: 'a@example.org', from: '2025-10-02', to: '2025-10-01' }] },
      'Deltagare!H3 Slutat är före Anställd från. Rätta ett av datumen.',
    ],
    [
      'a plan before the first session',
      {
        units: [unit({ planOn: '2025-10-05' })],
        occasions: [{ unit: 'Biblioteket', session: 1, starts: '2025-10-06' }],
      },
      'Verksamheter!U3 Planen har ett datum före första träffen. Rätta datumet för planen eller för träffen.',
    ],
    [
      'a session held in the future',
      { occasions: [{ unit: 'Biblioteket', session: 1, starts: '2025-12-02', state: 'Genomförd' }] },
      'Tillfällen!I3 Träffen ligger i framtiden och kan inte vara genomförd. Den läses som planerad.',
    ],
    [
      'a follow-up without a date',
      { followUps: [{ unit: 'Biblioteket', kind: 'Enkät' }] },
      'Uppföljning!D3 Raden saknar datum. Skriv dagen då uppföljningen gjordes.',
    ],
    [
      'an error of a formula',
      { units: [unit({ planOn: '#REF!' })] },
      'Verksamheter!U3 Formeln ger fel: ”#REF!”. Skriv ett datum som 2025-10-06.',
    ],
    [
      'a choice that is not in the list',
      { units: [unit({ decision: 'Antagn' })] },
      'Verksamheter!P3 Finns inte i listan: ”Antagn”. Menade du Antagen?',
    ],
    [
      'two rows for the same round',
      { units: [unit({}), unit({ id: 'r2' })] },
      'Verksamheter!D4 Biblioteket finns redan på rad 3. Skriv 2 i kolumnen Omgång, eller ta bort raden.',
    ],
    [
      'a copied row',
      { units: [unit({}), unit({})] },
      'Verksamheter!B4 Raden är en kopia av rad 3 och räknas inte. Ta bort den.',
    ],
    [
      'a unit without a name',
      { units: [unit({ unit: '' })] },
      'Verksamheter!B3 Raden saknar verksamhetens namn. Skriv namnet, eller ta bort raden.',
    ],
    [
      'a unit without a programme',
      { units: [unit({ programme: '' })] },
      'Verksamheter!C3 Raden saknar program. Välj ett program i listan.',
    ],
  ])('%s', (_, rows, text) => {
    expect(told(read(rows).all)).toEqual([text]);
  });

  it.each([
    ['2025-11-30', true],
    ['2025-12-01', true],
    ['2025-12-02', false],
  ])('a fact of %s, the day before, the day of and the day after today', (on, taken) => {
    const dated = [
      'interestOn',
      'decisionOn',
      'planOn',
      'reviewOn',
      'developmentTaskOn',
      'selfReflectionOn',
      'presentationOn',
      'diplomaOn',
      'personDiplomaOn',
      'withdrawnOn',
    ] as const;
    const { rounds, all } = read({
      units: [
        unit({ decision: 'Antagen', withdrawnReason: 'Annat', ...Object.fromEntries(dated.map((key) => [key, on])) }),
      ],
      people: [{ unit: 'Biblioteket', email: 'a@example.org', course: on, reflection: on, catchUp: on, refresher: on }],
      followUps: [{ unit: 'Biblioteket', kind: 'Enkät', on }],
    });
    const round = rounds[0];
    const person = round?.people[0];
    for (const key of dated) expect(round?.[key], key).toBe(taken ? day(on) : null);
    for (const key of ['course', 'reflection', 'catchUp', 'refresher'] as const)
      expect(person?.[key], key).toBe(taken ? day(on) : null);
    expect(round?.followUps.length).toBe(taken ? 1 : 0);
    expect(round?.decision).toBe(taken ? 'admit' : null);
    expect(all.length).toBe(taken ? 0 : 15);
    for (const fault of all) expect(fault.text).toBe('Datumet ligger i framtiden. Skriv dagen då det har skett.');
  });

  it('of several refreshers the latest counts, the others are kept, and one in the future is named', () => {
    const refresher = '2025-05-10; 2028-05-01; 2022-04-28';
    const { rounds, all } = read({ people: [{ unit: 'Biblioteket', email: 'a@example.org', refresher }] });
    expect(rounds[0]?.people[0]).toMatchObject({
      refresher: day('2025-05-10'),
      earlierRefreshers: [day('2022-04-28')],
    });
    expect(all.map(({ column, text }) => [column, text])).toEqual([
      ['refresher', 'Datumet ligger i framtiden. Skriv dagen då det har skett.'],
    ]);
  });

  it.each([
    ['2025-12-31', 1989, false],
    ['2025-12-31', 1990, true],
    ['2025-12-31', 2025, true],
    ['2025-12-31', 2026, false],
    ['2026-01-01', 2026, true],
    ['2026-01-01', 2027, false],
  ])('on %s an earlier diploma of the year %i is taken: %s', (today, earlierDiploma, taken) => {
    const people = [{ unit: 'Biblioteket', email: 'a@example.org', earlierDiploma }];
    const { rounds, all } = read({ people }, { ...CONTEXT, today: day(today) });
    expect(rounds[0]?.people).toMatchObject([{ earlierDiploma: taken ? earlierDiploma : null }]);
    expect(told(all)).toEqual(
      taken
        ? []
        : [
            `Deltagare!J3 ${earlierDiploma} är inget år som har varit. Skriv årtalet med fyra siffror, till exempel 2016.`,
          ],
    );
  });

  it('keeps the rest of a row of which one cell cannot be read', () => {
    const { rounds } = read({
      people: [{ unit: 'Biblioteket', email: 'a@example.org', course: 'snart', session1: 'kanske', session2: 'ja' }],
    });
    expect(rounds[0]?.people).toMatchObject([{ attended: 2, course: null }]);
  });

  it('names the same unknown role once, however many rows have it', () => {
    const people = ['a', 'b', 'c'].map((name) => ({
      unit: 'Biblioteket',
      email: `${name}@example.org`,
      roles: 'Kurator',
    }));
    expect(told(read({ people }).all)).toEqual([
      'Deltagare!F3 Finns inte i listan: ”Kurator”. Det som räknas är: Chef, Läkare, Kommun, Hbtq-grupp, Medarbetare.',
    ]);
  });
});

describe('a session on several occasions', () => {
  const occasion = (label: string, starts: string): Record<string, string | number> => ({
    unit: 'Biblioteket',
    session: 1,
    label,
    starts,
  });

  it('keeps the labels that people give', () => {
    const { rounds, all } = read({ occasions: [occasion('b', '2025-10-13'), occasion('A', '2025-10-06')] });
    expect(all).toEqual([]);
    expect(rounds[0]?.occasions.map((one) => one.id)).toEqual(['1:A', '1:B']);
  });

  it('gives the later ones a letter where none stands, the same however the tab is sorted', () => {
    const rows = [occasion('', '2025-10-06'), occasion('', '2025-10-13')];
    const ids = (occasions: typeof rows): (string | null)[][] =>
      (read({ occasions }).rounds[0]?.occasions ?? []).map((one) => [
        one.id,
        one.day === null ? null : formatDay(one.day),
      ]);
    expect(ids(rows)).toEqual([
      ['1:', '2025-10-06'],
      ['1:B', '2025-10-13'],
    ]);
    expect(ids([...rows].reverse())).toEqual(ids(rows));
  });
});

describe('a duplicated row', () => {
  it('that has been made into another unit loses the id of the original, wherever it stands', () => {
    const { units } = readings({ units: [unit({ unit: 'Södra' }), unit({})] });
    const ids = (unitOf: (id: string) => string | null): string[] =>
      separateCopies(units, unitOf).records.map((row) => row.id);
    expect(ids((id) => (id === 'r1' ? 'Biblioteket' : null))).toEqual(['', 'r1']);
    expect(ids(() => null)).toEqual(['r1', '']);
  });

  it('that says the same keeps it and is named', () => {
    const { units } = readings({ units: [unit({}), unit({})] });
    expect(separateCopies(units, () => null).records.map((row) => row.id)).toEqual(['r1', 'r1']);
  });
});
