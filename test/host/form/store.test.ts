import { describe, expect, it } from 'vitest';
import {
  editUrl,
  parseFormUrl,
  prefilledAnswers,
  prefilledUrl,
  publishedUrl,
} from '../../../scripts/host/form/links.ts';
import { FormStore, moveItem, removeItem } from '../../../scripts/host/form/store.ts';
import { addItem, choices, makeStore } from './builders.ts';

describe('the store of forms', () => {
  it('finds forms by both links, title and file name', () => {
    const store = makeStore();
    const form = store.create('Fil');
    form.title = 'Titel';
    for (const url of [editUrl(form), publishedUrl(form), `${publishedUrl(form)}?usp=sf_link`]) {
      expect(store.byUrl(url)).toBe(form);
    }
    expect([store.find('Fil'), store.find('Titel'), store.find(form.id)]).toEqual([form, form, form]);
    expect(parseFormUrl('https://example.org/forms/d/abc/edit')).toBeNull();
  });

  it('comes back from JSON as it was', () => {
    const store = makeStore();
    const form = store.create('F');
    addItem(store, form, 'MULTIPLE_CHOICE', { title: 'x', choices: choices('a') });
    const saved = JSON.stringify(store.save());
    const again = new FormStore({ now: 0, owner: '', newId: () => '', randomInteger: () => 1 }, JSON.parse(saved));
    expect(JSON.stringify(again.save())).toBe(saved);
  });

  it('lets choices that led to a removed page go on to the next', () => {
    const store = makeStore();
    const form = store.create('F');
    const choice = addItem(store, form, 'LIST');
    const page = addItem(store, form, 'PAGE_BREAK');
    choice.choices = [{ value: 'a', correct: false, navigation: { type: 'GO_TO_PAGE', page: page.id } }];
    removeItem(form, 1);
    expect(choice.choices[0]?.navigation).toEqual({ type: 'CONTINUE', page: null });
  });

  it('moves items and copies them with new ids', () => {
    const store = makeStore();
    const form = store.create('F');
    const [a, b, c] = ['a', 'b', 'c'].map((title) => addItem(store, form, 'TEXT', { title }));
    moveItem(form, 0, 2);
    expect(form.items).toEqual([b, c, a]);
    const copy = store.duplicateItem(form, form.items[0] ?? addItem(store, form, 'TEXT'));
    expect(copy.title).toBe('b');
    expect(copy.id).not.toBe(b?.id);
  });
});

describe('prefilled links', () => {
  it('carry answers there and back', () => {
    const store = makeStore();
    const form = store.create('F');
    const text = addItem(store, form, 'TEXT');
    const boxes = addItem(store, form, 'CHECKBOX', { choices: choices('a', 'b'), other: true });
    const grid = addItem(store, form, 'GRID', { rows: ['x', 'y'], columns: ['1', '2'] });
    const url = prefilledUrl(form, [
      { item: text.id, answer: 'Å & ä' },
      { item: boxes.id, answer: ['b', 'annat'] },
      { item: grid.id, answer: [null, '2'] },
    ]);
    expect(url).toContain(`/viewform?usp=pp_url&entry.${text.entry}=%C3%85%20%26%20%C3%A4`);
    expect(prefilledAnswers(form, url)).toEqual(
      new Map<number, unknown>([
        [text.id, 'Å & ä'],
        [boxes.id, ['b', 'annat']],
        [grid.id, [null, '2']],
      ]),
    );
  });
});
