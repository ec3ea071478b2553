/** What a manager tells with the form Personaländring, from the form to the tabs. */
import { beforeEach, describe, expect, it } from 'vitest';
import { observePeople, observeUnit } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { workbookWith } from '../pages/stage.ts';

const unit = 'Biblioteket';
const told = await workbookWith([
  { interest: { unit, staff: 3, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { decide: { unit, decision: 'admit' } },
  {
    people: {
      unit,
      add: [
        { email: 'kim@example.org', name: 'Kim Ek', roles: ['manager'] },
        { email: 'lo@example.org', name: 'Lo Al' },
        { email: 'bo@example.org', name: 'Bo Ax' },
      ],
    },
  },
  { advance: '2025-09-02T10:00' },
]);
const begin = told.snapshot();
beforeEach(() => told.restore(begin));

const ASK = 'Vad vill du anmäla?';
const tell = (answers: Readonly<Record<string, string | readonly string[]>>) => {
  const sent = told.submitForm('Personaländring', {
    'Verksamhetens namn': ' biblioteket',
    'Din e-post': 'kim@example.org',
    ...answers,
  });
  expect(sent.refused ?? []).toEqual([]);
  expect(sent.executions.map(({ status }) => status)).toEqual(['completed']);
};
const peopleOf = () => Object(observePeople(told, unit)) as readonly Record<string, unknown>[];
const person = (email: string) => peopleOf().find((one) => one.email === email);
const rowOf = (tab: string, key: string, value: string) => {
  const view = new TabView(told, tab);
  const row = view.rows(key).find((one) => view.get(one, key) === value) ?? -1;
  return (column: string) => view.get(row, column);
};
const unitCell = (key: string) => rowOf('Verksamheter', 'unit', unit)(key);
const startTexts = (): string[] => {
  const view = new TabView(told, 'Start');
  return view.rows('text').map((row) => `${view.get(row, 'section')}: ${view.get(row, 'text')}`);
};

describe('a staff change', () => {
  it('adds somebody new to the list, once, with the roles that were ticked', () => {
    const answers = {
      [ASK]: 'En ny medarbetare',
      'Den nya medarbetarens namn': 'Åsa =1+1',
      'Den nya medarbetarens e-post': 'Asa@Example.org',
      'Första anställningsdag': '2025-10-01',
      'Kryssa i det som stämmer': ['Läkare'],
    };
    tell(answers);
    tell(answers);
    expect(peopleOf().filter(({ email }) => email === 'asa@example.org')).toEqual([
      expect.objectContaining({ name: 'Åsa =1+1', roles: ['doctor'] }),
    ]);
    expect(rowOf('Deltagare', 'email', 'asa@example.org')('from')).not.toBeNull();
  });

  it('takes who leaves off the head-count from the day after the last', () => {
    tell({
      [ASK]: 'En medarbetare som slutar',
      'E-post till den som slutar': 'bo@example.org',
      'Sista anställningsdag': '2025-09-02',
    });
    expect(observeUnit(told, unit)).toMatchObject({ requirements: { attendance: { of: 3 } } });
    told.advance('2025-09-03T10:00');
    expect(observeUnit(told, unit)).toMatchObject({ requirements: { attendance: { of: 2 } } });
  });

  it('puts one leave after the other, without a cause', () => {
    const leave = {
      [ASK]: 'En medarbetare som är ledig en längre tid',
      'E-post till den som är ledig': 'lo@example.org',
    };
    tell({ ...leave, 'Ledig från och med': '2025-10-01', 'Ledig till och med': '2025-10-31' });
    tell({ ...leave, 'Ledig från och med': '2026-01-01' });
    expect(rowOf('Deltagare', 'email', 'lo@example.org')('leave')).toBe('2025-10-01–2025-10-31; 2026-01-01–');
    expect(person('lo@example.org')).toBeDefined();
  });

  it('makes the new manager the one who gets mail', () => {
    tell({
      [ASK]: 'En ny chef',
      'Den nya chefens namn': 'Ny Chef',
      'Den nya chefens e-post': 'ny@example.org',
      'Chef från och med': '2025-09-02',
    });
    expect([unitCell('managerName'), unitCell('managerEmail')]).toEqual(['Ny Chef', 'ny@example.org']);
    expect(person('ny@example.org')).toMatchObject({ roles: ['manager'] });
  });

  it('lets mail go to the manager there is until the new one begins, and reminds the coordinator', () => {
    const receipts = told.mail.length;
    tell({
      [ASK]: 'En ny chef',
      'Den nya chefens namn': 'Ny Chef',
      'Den nya chefens e-post': 'ny@example.org',
      'Chef från och med': '2025-09-03',
    });
    expect(unitCell('managerEmail')).toBe('kim@example.org');
    expect(rowOf('Deltagare', 'email', 'ny@example.org')('roles')).toBe('Chef');
    told.menu('Uppdatera alla');
    expect(startTexts()).toContain(
      'Svar att ta hand om: Personaländring: Biblioteket: Ny chef från och med 2025-09-03. Byt Chef och Chefens e-post på fliken Verksamheter den dagen.',
    );
    // The manager is told that the answer has arrived.
    expect(told.mail.slice(receipts).map(({ to, subject }) => [to.join(), subject])).toEqual([
      ['kim@example.org', 'Vi har tagit emot din personaländring'],
    ]);
  });

  it('finds the people of a unit that has another name since, by either name', () => {
    told.edit({ sheet: 'Verksamheter', range: 'B3', value: 'Stadsbiblioteket' });
    tell({
      [ASK]: 'En medarbetare som slutar',
      'E-post till den som slutar': 'bo@example.org',
      'Sista anställningsdag': '2025-09-01',
    });
    tell({
      'Verksamhetens namn': 'Stadsbiblioteket',
      [ASK]: 'En medarbetare som slutar',
      'E-post till den som slutar': 'lo@example.org',
      'Sista anställningsdag': '2025-09-01',
    });
    expect(observeUnit(told, 'Stadsbiblioteket')).toMatchObject({ requirements: { attendance: { of: 1 } } });
    told.menu('Uppdatera alla');
    expect(startTexts().filter((text) => text.startsWith('Svar'))).toEqual([]);
  });

  it('says of an answer about somebody who is not on the list what to do, and loses nothing', () => {
    tell({
      [ASK]: 'En medarbetare som slutar',
      'E-post till den som slutar': 'boo@example.org',
      'Sista anställningsdag': '2025-09-02',
    });
    told.menu('Uppdatera alla');
    const said =
      /Personaländring: Biblioteket: Personen ”boo@example\.org” finns inte på fliken Deltagare\. Menas bo@example\.org\?/;
    expect(startTexts().join()).toMatch(said);
    const view = (value: unknown) => Object(value).unmatched as readonly { readonly print: string }[];
    const [answer, ...others] = view(told.call('healthView', []).value);
    expect(others).toEqual([]);
    // By the button Klart in Hälsokoll; neither the night nor a repeated reading of the form brings it back.
    expect(view(told.call('settleAnswer', [answer?.print]).value)).toEqual([]);
    expect(startTexts().join()).not.toMatch(said);
    told.advance('2025-09-04T12:00');
    expect(view(told.call('healthView', []).value)).toEqual([]);
    const events = new TabView(told, 'Händelser');
    expect(events.rows('what').map((row) => [events.get(row, 'what'), events.get(row, 'to')])).toEqual(
      expect.arrayContaining([
        ['Formulär: Personaländring', 'hör inte till någon'],
        ['Formulär: Personaländring', 'avklarat'],
      ]),
    );
  });
});

describe('the list of staff that is to be confirmed every half year', () => {
  const confirm = () => tell({ [ASK]: 'Inget har ändrats, listan stämmer' });
  const asks = () => startTexts().filter((text) => text.startsWith('Personallistor: '));
  const skipTo = (at: string): void => {
    told.outage(at);
    told.advance(at);
    told.menu('Uppdatera alla');
  };

  it('bears the day on which the manager said that it is right', () => {
    expect(unitCell('staffConfirmedOn')).toBeNull();
    confirm();
    expect(new TabView(told, 'Verksamheter').rows('staffConfirmedOn')).toHaveLength(1);
  });

  it.each([
    ['the day before', '2026-02-28T12:00', false],
    ['the day itself', '2026-03-01T12:00', false],
    ['the day after', '2026-03-02T12:00', true],
  ])('is asked for on Start when half a year has passed since the decision: %s', (_, at, asked) => {
    skipTo(at);
    expect(asks()).toEqual(
      asked
        ? ['Personallistor: Be chefen bekräfta personallistan. Det är mer än ett halvår sedan för Biblioteket.']
        : [],
    );
  });

  it.each([
    ['the day itself', '2026-03-02T12:00', 0],
    ['the day after', '2026-03-03T12:00', 1],
  ])('is asked for again half a year after it was confirmed: %s', (_, at, count) => {
    confirm();
    skipTo(at);
    expect(asks()).toHaveLength(count);
  });
});
