import { describe, expect, it } from 'vitest';
import type { GivenAnswer } from '../../../scripts/host/form/answers.ts';
import type { ItemKind, ItemOf, TextRuleName } from '../../../scripts/host/form/item.ts';
import { checkAnswers, editResponse, submit } from '../../../scripts/host/form/submission.ts';
import { addItem, choices, makeStore } from './builders.ts';

const NOW = Date.UTC(2025, 8, 1, 6);

function verdict<K extends ItemKind>(kind: K, fields: Partial<ItemOf<K>>, answer: GivenAnswer): string | null {
  const store = makeStore();
  const form = store.create('F');
  addItem(store, form, kind, { title: 'Fråga', ...fields });
  return checkAnswers(form, { Fråga: answer })[0]?.message ?? null;
}

describe('required questions', () => {
  it.each<[string, ItemKind, GivenAnswer]>([
    ['a text left out', 'TEXT', undefined],
    ['an empty text', 'PARAGRAPH_TEXT', ''],
    ['null', 'DATE', null],
    ['no ticked box', 'CHECKBOX', []],
    ['no choice', 'LIST', undefined],
  ])('refuse %s', (_, kind, answer) => {
    expect(verdict(kind, { required: true }, answer)).toBe('Det här är en obligatorisk fråga');
  });

  it('ask a grid for an answer on every row', () => {
    const grid = { required: true, rows: ['a', 'b'], columns: ['1', '2'] };
    expect(verdict('GRID', grid, { a: '1' })).toBe('Den här frågan kräver ett svar per rad');
    expect(verdict('CHECKBOX_GRID', grid, { a: ['1'] })).toBe('Den här frågan kräver minst ett svar per rad');
    expect(verdict('GRID', grid, { a: '1', b: '1' })).toBeNull();
  });

  it('leave a question alone that is not required', () => {
    expect(verdict('TEXT', { required: false }, '')).toBeNull();
  });
});

describe('rules for texts', () => {
  const rule = (name: TextRuleName, numbers: number[] = [], pattern = '') => ({
    rule: { rule: name, numbers, pattern, helpText: '' },
  });
  it.each<[TextRuleName, number[], string, string, string, string]>([
    ['number', [], '', '12,5', 'tolv', 'Måste vara ett tal'],
    ['wholeNumber', [], '', '-3', '3.5', 'Måste vara ett heltal'],
    ['equalTo', [5], '', '5', '6', 'Måste vara ett tal som är lika med 5'],
    ['notEqualTo', [5], '', '4', '5', 'Måste vara ett tal som inte är lika med 5'],
    ['greaterThan', [0], '', '1', '0', 'Måste vara ett tal som är större än 0'],
    ['greaterThanOrEqualTo', [1], '', '1', '0', 'Måste vara ett tal som är större än eller lika med 1'],
    ['lessThan', [1.5], '', '1', '1.5', 'Måste vara ett tal som är mindre än 1,5'],
    ['lessThanOrEqualTo', [1], '', '1', '2', 'Måste vara ett tal som är mindre än eller lika med 1'],
    ['between', [1, 100], '', '100', '101', 'Måste vara ett tal mellan 1 och 100'],
    ['notBetween', [1, 3], '', '4', '3', 'Måste vara ett tal som inte är mellan 1 och 3'],
    ['email', [], '', 'a.b@example.org', 'a@b', 'Måste vara en giltig e-postadress'],
    ['url', [], '', 'https://example.org/x', 'hej hej', 'Måste vara en giltig webbadress'],
    ['contains', [], '[0-9]', 'a1', 'a', 'Måste innehålla [0-9]'],
    ['doesNotContain', [], 'x', 'a', 'axa', 'Får inte innehålla x'],
    ['matches', [], '[A-Z]{2}', 'AB', 'ABC', 'Måste matcha mönstret'],
    ['doesNotMatch', [], 'AB', 'ABC', 'AB', 'Får inte matcha mönstret'],
    ['minLength', [3], '', 'åäö', 'åä', 'Måste innehålla minst 3 tecken'],
    ['maxLength', [2], '', 'å😀', 'abc', 'Får innehålla högst 2 tecken'],
  ])('%s takes what obeys and refuses what does not', (name, numbers, pattern, good, bad, message) => {
    expect(verdict('TEXT', rule(name, numbers, pattern), good)).toBeNull();
    expect(verdict('TEXT', rule(name, numbers, pattern), bad)).toBe(message);
  });

  it('show the form maker’s own message', () => {
    const own = { rule: { rule: 'email' as const, numbers: [], pattern: '', helpText: 'Skriv din e-postadress' } };
    expect(verdict('TEXT', own, 'nej')).toBe('Skriv din e-postadress');
  });

  it('do not concern a text left empty', () => {
    expect(verdict('TEXT', rule('email'), '')).toBeNull();
  });

  it('see a line break in a short answer as a space, and keep it in a long one', () => {
    const store = makeStore();
    const form = store.create('F');
    addItem(store, form, 'TEXT', { title: 'Kort' });
    addItem(store, form, 'PARAGRAPH_TEXT', { title: 'Lång' });
    const { response } = submit(store, form, { Kort: 'a\r\nb', Lång: 'a\nb' }, { now: NOW });
    expect(response?.answers.map(({ answer }) => answer)).toEqual(['a b', 'a\nb']);
  });
});

describe('choices, dates and scales', () => {
  it.each<[string, ItemKind, object, GivenAnswer, string | null]>([
    ['a choice that exists', 'LIST', { choices: choices('Ja', 'Nej') }, 'Nej', null],
    ['a choice that does not', 'LIST', { choices: choices('Ja', 'Nej') }, 'Kanske', 'Välj ett av alternativen'],
    ['an own answer', 'MULTIPLE_CHOICE', { choices: choices('Ja'), other: true }, 'Kanske', null],
    ['a box that does not exist', 'CHECKBOX', { choices: choices('a', 'b') }, ['a', 'c'], 'Välj ett av alternativen'],
    [
      'too few boxes',
      'CHECKBOX',
      { choices: choices('a', 'b'), countRule: { rule: 'atLeast', count: 2, helpText: '' } },
      ['a'],
      'Välj minst 2 alternativ',
    ],
    ['the top of a scale', 'SCALE', { lower: 0, upper: 10 }, 10, null],
    ['above a scale', 'SCALE', { lower: 0, upper: 10 }, 11, 'Välj ett av alternativen'],
    ['below a rating', 'RATING', { levels: 5 }, 0, 'Välj ett av alternativen'],
    ['a leap day', 'DATE', {}, '2024-02-29', null],
    ['a day that is none', 'DATE', {}, '2025-02-29', 'Ogiltigt datum'],
    ['a date without year', 'DATE', { year: false }, '02-29', null],
    ['a date and time', 'DATETIME', {}, '2025-09-01 8:05', null],
    ['a time', 'TIME', {}, '23:59', null],
    ['an hour too late', 'TIME', {}, '24:00', 'Ogiltig tid'],
    ['a length of time', 'DURATION', {}, '1:02:03', null],
    [
      'a column chosen twice',
      'GRID',
      { rows: ['a', 'b'], columns: ['1', '2'], columnRule: { helpText: '' } },
      ['1', '1'],
      'Välj högst ett svar per kolumn',
    ],
  ])('judge %s', (_, kind, fields, answer, message) => {
    expect(verdict(kind, fields, answer)).toBe(message);
  });
});

describe('a form as a whole', () => {
  it('gives every refusal at once, with the item', () => {
    const store = makeStore();
    const form = store.create('F');
    const first = addItem(store, form, 'TEXT', { title: 'Ett', required: true });
    addItem(store, form, 'TEXT', { title: 'Två' });
    const third = addItem(store, form, 'TEXT', { title: 'Tre', required: true });
    const { refused, response } = submit(store, form, { Två: 'x' }, { now: NOW });
    expect(refused.map(({ item, title }) => [item, title])).toEqual([
      [first.id, 'Ett'],
      [third.id, 'Tre'],
    ]);
    expect(response).toBeNull();
    expect(form.responses).toEqual([]);
  });

  it('names a question that it does not have', () => {
    const store = makeStore();
    expect(submit(store, store.create('F'), { Bort: 'x' }, { now: NOW }).refused).toEqual([
      { item: null, title: 'Bort', message: 'Formuläret har ingen fråga som heter ”Bort”.' },
    ]);
  });

  it('takes no response unpublished or closed, and shows its own message', () => {
    const store = makeStore();
    const form = store.create('Intresse', false);
    expect(submit(store, form, {}, { now: NOW }).refused[0]?.message).toBe('Formuläret är inte publicerat.');
    Object.assign(form, { published: true, acceptingResponses: false });
    expect(submit(store, form, {}, { now: NOW }).refused[0]?.message).toBe(
      'Formuläret Intresse tar inte längre emot svar.',
    );
    form.closedMessage = 'Välkommen åter';
    expect(submit(store, form, {}, { now: NOW }).refused[0]?.message).toBe('Välkommen åter');
  });

  it('keeps the address only where it collects addresses', () => {
    const store = makeStore();
    const form = store.create('F');
    expect(submit(store, form, {}, { now: NOW, email: 'a@example.org' }).response?.email).toBeNull();
    form.collectEmail = true;
    expect(submit(store, form, {}, { now: NOW }).refused[0]).toEqual({
      item: null,
      title: 'E-postadress',
      message: 'Det här är en obligatorisk fråga',
    });
    expect(submit(store, form, {}, { now: NOW, email: 'a@example.org' }).response?.email).toBe('a@example.org');
  });

  it('takes one response per person where it is told to', () => {
    const store = makeStore();
    const form = store.create('F');
    form.limitOneResponse = true;
    expect(submit(store, form, {}, { now: NOW, email: 'a@example.org' }).refused).toEqual([]);
    expect(submit(store, form, {}, { now: NOW, email: 'a@example.org' }).refused[0]?.message).toBe(
      'Du har redan svarat.',
    );
    expect(submit(store, form, {}, { now: NOW, email: 'b@example.org' }).refused).toEqual([]);
  });
});

describe('sections', () => {
  function branching() {
    const store = makeStore();
    const form = store.create('F');
    const choice = addItem(store, form, 'MULTIPLE_CHOICE', { title: 'Väg' });
    const second = addItem(store, form, 'PAGE_BREAK', { title: 'Andra' });
    addItem(store, form, 'TEXT', { title: 'På andra', required: true });
    const third = addItem(store, form, 'PAGE_BREAK', { title: 'Tredje' });
    addItem(store, form, 'TEXT', { title: 'På tredje', required: true });
    choice.choices = [
      { value: 'andra', correct: false, navigation: { type: 'GO_TO_PAGE', page: second.id } },
      { value: 'tredje', correct: false, navigation: { type: 'GO_TO_PAGE', page: third.id } },
      { value: 'klar', correct: false, navigation: { type: 'SUBMIT', page: null } },
      { value: 'om', correct: false, navigation: { type: 'RESTART', page: null } },
    ];
    return { store, form, third };
  }

  it.each([
    ['klar', []],
    ['tredje', ['På tredje']],
    ['andra', ['På andra', 'På tredje']],
  ])('ask only what stands on the way of "%s"', (way, missing) => {
    const { form } = branching();
    expect(checkAnswers(form, { Väg: way }).map(({ title }) => title)).toEqual(missing);
  });

  it('follow the page break after a page when no choice leads elsewhere', () => {
    const { form, third } = branching();
    third.navigation = { type: 'SUBMIT', page: null };
    expect(checkAnswers(form, { Väg: 'andra' }).map(({ title }) => title)).toEqual(['På andra']);
  });

  it('drop answers on pages never reached, and say which', () => {
    const { store, form } = branching();
    const sent = submit(store, form, { Väg: 'klar', 'På andra': 'x' }, { now: NOW });
    expect(sent.unreached).toEqual(['På andra']);
    expect(sent.response?.answers).toHaveLength(1);
  });

  it('never send a form that leads back to its beginning', () => {
    const { form } = branching();
    expect(checkAnswers(form, { Väg: 'om' })[0]?.message).toBe('Svaren leder tillbaka till formulärets början.');
  });
});

describe('edited responses', () => {
  it('keep what is not named, clear what is null and say what changed', () => {
    const store = makeStore();
    const form = store.create('F');
    form.allowResponseEdits = true;
    const one = addItem(store, form, 'TEXT', { title: 'Ett' });
    const two = addItem(store, form, 'TEXT', { title: 'Två' });
    const three = addItem(store, form, 'TEXT', { title: 'Tre' });
    const sent = submit(store, form, { Ett: '1', Två: '2', Tre: '3' }, { now: NOW }).response;
    const edit = editResponse(form, sent?.id ?? '', { Två: 'två', Tre: null }, { now: NOW + 1000 });
    expect(edit.changed).toEqual([two.id, three.id]);
    expect(edit.response).toMatchObject({ id: sent?.id, timestamp: NOW + 1000 });
    expect(edit.response?.answers).toEqual([
      { item: one.id, answer: '1' },
      { item: two.id, answer: 'två' },
    ]);
    expect(form.responses).toHaveLength(1);
  });

  it('are refused unless the form allows them', () => {
    const store = makeStore();
    const form = store.create('F');
    const sent = submit(store, form, {}, { now: NOW }).response;
    expect(editResponse(form, sent?.id ?? '', {}, { now: NOW }).refused[0]?.message).toBe(
      'Det går inte att redigera svar i det här formuläret.',
    );
  });
});
