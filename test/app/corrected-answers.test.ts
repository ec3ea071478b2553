/** Answers that a manager changes after having sent them in: Google's event tells only what is new. */
import { beforeEach, describe, expect, it } from 'vitest';
import { observeUnit } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { workbookWith } from '../pages/stage.ts';

const unit = 'Biblioteket';
const told = await workbookWith([
  { interest: { unit, staff: 3, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { interest: { unit: 'Museet', staff: 9, managerName: 'Bo Ax', managerEmail: 'bo@example.org' } },
]);
const begin = told.snapshot();
const verbs = new Verbs(told, 'vasterbotten');
beforeEach(() => told.restore(begin));

const INTEREST = 'Intresseanmälan – Hbtq-diplomering, Region Västerbotten';
const correct = (title: string, answers: Readonly<Record<string, string>>, place = -1) => {
  const response = told.form(title)?.responses.at(place);
  const sent = told.editResponse(title, response?.id ?? '', answers);
  expect(sent.refused ?? []).toEqual([]);
  expect(sent.executions.map(({ status }) => status)).toEqual(['completed']);
};
/** The interest form of the library, which was sent in first. */
const correctInterest = (answers: Readonly<Record<string, string>>) => correct(INTEREST, answers, 0);
const cells = (tab: string, ...keys: readonly string[]) => {
  const view = new TabView(told, tab);
  return view.rows('unit').map((row) => keys.map((key) => view.get(row, key)));
};
const units = () => cells('Verksamheter', 'unit', 'staff', 'managerEmail');
const OTHER = ['Museet', 9, 'bo@example.org'];
const toDo = (): string[] => {
  told.menu('Uppdatera alla');
  const view = new TabView(told, 'Start');
  return view
    .rows('text')
    .filter((row) => view.get(row, 'section') === 'Svar att ta hand om')
    .map((row) => String(view.get(row, 'text')));
};

describe('a corrected interest form', () => {
  it.each([
    ['the number of staff', { 'Antal medarbetare': '7' }, [unit, 7, 'kim@example.org']],
    ['the name of the unit', { 'Verksamhetens namn': 'Stadsbiblioteket' }, ['Stadsbiblioteket', 3, 'kim@example.org']],
    ["the manager's address", { 'Chefens e-post': 'k.ek@example.org' }, [unit, 3, 'k.ek@example.org']],
    [
      'the name and the number',
      { 'Verksamhetens namn': 'Stadsbiblioteket', 'Antal medarbetare': '4' },
      ['Stadsbiblioteket', 4, 'kim@example.org'],
    ],
  ])('changes %s in the row that it made, now and not again at night', (_, answers, expected) => {
    correctInterest(answers);
    expect(units()).toEqual([expected, OTHER]);
    const receipts = () =>
      told.mail.filter(({ subject }) => subject === 'Vi har tagit emot din intresseanmälan').length;
    const sent = receipts();
    told.advance('2025-09-03T06:00');
    expect(units()).toEqual([expected, OTHER]);
    expect(receipts()).toBe(sent);
  });

  it('is nothing new when nothing was changed', () => {
    const events = () => new TabView(told, 'Händelser').rows('commit').length;
    const before = events();
    correctInterest({});
    expect(events()).toBe(before);
    expect(units()).toEqual([[unit, 3, 'kim@example.org'], OTHER]);
  });

  it('is put before the coordinator once there is a decision, and begins no second round', () => {
    verbs.decide({ unit, decision: 'admit' });
    correctInterest({ 'Antal medarbetare': '7' });
    expect(units()).toEqual([[unit, 3, 'kim@example.org'], OTHER]);
    expect(toDo()).toEqual([expect.stringContaining('Biblioteket: Chefen har ändrat sin intresseanmälan')]);
    told.advance('2025-09-03T06:00');
    expect(units()).toHaveLength(2);
  });

  it('is put before the coordinator when name and address are both others', () => {
    correctInterest({ 'Verksamhetens namn': 'Arkivet', 'Chefens e-post': 'ny@example.org' });
    expect(units()).toEqual([[unit, 3, 'kim@example.org'], OTHER]);
    expect(toDo()).toEqual([expect.stringContaining('Arkivet: Chefen har ändrat sin intresseanmälan')]);
  });
});

it('is a new answer when somebody has given a question another title', () => {
  const form = told.form(INTEREST);
  const [response] = form?.responses ?? [];
  const item = form?.items.find(({ title }) => title === 'Antal medarbetare');
  if (!form || !response || !item) throw new Error('The form is not as it was');
  item.title = 'Hur många är ni?';
  const answers = response.answers.map((one) => [
    form.items.find(({ id }) => id === one.item)?.title ?? '',
    one.answer,
  ]);
  const sent = told.submitForm(INTEREST, { ...Object.fromEntries(answers), 'Verksamhetens namn': 'Arkivet' });
  expect(sent.refused ?? []).toEqual([]);
  expect(units()).toContainEqual(['Arkivet', null, 'kim@example.org']);
  expect(toDo()).toEqual([]);
  // The form itself knows its questions by more than their titles.
  told.advance('2025-09-02T06:00');
  expect(units()).toContainEqual(['Arkivet', 3, 'kim@example.org']);
});

describe('a corrected plan', () => {
  it('brings its new link and keeps its day', () => {
    verbs.decide({ unit, decision: 'admit' });
    told.submitForm('Handlingsplan', {
      'Verksamhetens namn': unit,
      'Din e-post': 'kim@example.org',
      'Länk till planen': 'https://plan.example.org/1',
    });
    const plan = () => cells('Verksamheter', 'planLink')[0];
    expect(plan()).toEqual(['https://plan.example.org/1']);
    told.advance('2025-09-01T12:00');
    correct('Handlingsplan', { 'Länk till planen': 'https://plan.example.org/2' });
    expect(plan()).toEqual(['https://plan.example.org/2']);
    expect(toDo()).toEqual([]);
  });
});

describe('a corrected staff change', () => {
  const people = () => cells('Deltagare', 'name', 'email');
  beforeEach(() => {
    verbs.decide({ unit, decision: 'admit' });
    told.submitForm('Personaländring', {
      'Verksamhetens namn': unit,
      'Din e-post': 'kim@example.org',
      'Vad vill du anmäla?': 'En ny medarbetare',
      'Den nya medarbetarens namn': 'Lo Al',
      'Den nya medarbetarens e-post': 'lo@example.org',
      'Första anställningsdag': '2025-10-01',
    });
    expect(people()).toEqual([['Lo Al', 'lo@example.org']]);
  });

  it('changes the name of who is new', () => {
    correct('Personaländring', { 'Den nya medarbetarens namn': 'Lo Ahl' });
    expect(people()).toEqual([['Lo Ahl', 'lo@example.org']]);
    expect(observeUnit(told, unit)).toMatchObject({ status: 'admitted' });
  });

  it('leaves a leave that was told wrong to the coordinator, who sees which days stand', () => {
    told.submitForm('Personaländring', {
      'Verksamhetens namn': unit,
      'Din e-post': 'kim@example.org',
      'Vad vill du anmäla?': 'En medarbetare som är ledig en längre tid',
      'E-post till den som är ledig': 'lo@example.org',
      'Ledig från och med': '2025-10-01',
      'Ledig till och med': '2026-03-31',
    });
    correct('Personaländring', { 'Ledig till och med': '2025-12-31' });
    expect(cells('Deltagare', 'leave')).toEqual([['2025-10-01–2026-03-31']]);
    expect(toDo()).toEqual([expect.stringContaining('Chefen har rättat en ledighet.')]);
  });

  it('leaves a new address to the coordinator instead of making one person two', () => {
    correct('Personaländring', { 'Den nya medarbetarens e-post': 'l.al@example.org' });
    expect(people()).toEqual([['Lo Al', 'lo@example.org']]);
    expect(toDo()).toEqual([expect.stringContaining('Chefen har rättat e-postadressen till en ny medarbetare.')]);
  });
});
