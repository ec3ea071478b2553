import { describe, expect, it } from 'vitest';
import { link, syncColumns, writeResponse } from '../../../scripts/host/form/destination.ts';
import type { FormResponse } from '../../../scripts/host/form/form.ts';
import { editResponse, submit } from '../../../scripts/host/form/submission.ts';
import { addItem, choices, FakeBook, makeStore } from './builders.ts';

const NOW = Date.UTC(2025, 8, 1, 6);

function linked() {
  const store = makeStore();
  const form = store.create('F');
  const name = addItem(store, form, 'TEXT', { title: 'Namn' });
  addItem(store, form, 'SECTION_HEADER', { title: 'Rubrik' });
  addItem(store, form, 'CHECKBOX', { title: 'Dagar', choices: choices('må', 'ti') });
  addItem(store, form, 'GRID', { title: 'Hur', rows: ['mat', 'rum'], columns: ['bra', 'dåligt'] });
  const book = new FakeBook();
  link(form, book, 'bok');
  const send = (answers: Record<string, string | string[] | Record<string, string>>): FormResponse => {
    const { response } = submit(store, form, answers, { now: NOW });
    if (!response) throw new Error('refused');
    return response;
  };
  return { store, form, book, name, send };
}

describe('the response sheet', () => {
  it('is named after the first number free and has a column for each question and grid row', () => {
    const { book } = linked();
    expect(book.names).toEqual(['Blad1', 'Formulärsvar 1']);
    expect(book.cells).toEqual([["'Tidstämpel", "'Namn", "'Dagar", "'Hur [mat]", "'Hur [rum]"]]);
  });

  it('gets a row per response, below the last one', () => {
    const { form, book, send } = linked();
    const event = writeResponse(form, book, send({ Namn: '=1+1', Dagar: ['må', 'ti'], Hur: { rum: 'bra' } }));
    expect(book.cells[1]).toEqual(['2025-09-01T06:00', "'=1+1", 'må, ti', '', 'bra']);
    expect(event).toMatchObject({ row: 2, column: 1, columns: 5 });
    expect(event?.values).toEqual(['2025-09-01T06:00', '=1+1', 'må, ti', '', 'bra']);
    expect(event?.namedValues).toEqual({
      Tidstämpel: ['2025-09-01T06:00'],
      Namn: ['=1+1'],
      Dagar: ['må, ti'],
      'Hur [mat]': [''],
      'Hur [rum]': ['bra'],
    });
    expect(writeResponse(form, book, send({ Namn: 'B' }))?.row).toBe(3);
  });

  it('gets a column for a question added later, before columns of people', () => {
    const { store, form, book } = linked();
    book.write(77, 1, 6, { literal: 'Min kolumn' });
    addItem(store, form, 'TEXT', { title: 'Ny' });
    syncColumns(form, book);
    expect(book.cells[0]?.slice(5)).toEqual(["'Ny", "'Min kolumn"]);
  });

  it('follows a changed title but not a heading that a person wrote', () => {
    const { form, book, name } = linked();
    book.write(77, 1, 2, { literal: 'Mitt namn' });
    syncColumns(form, book);
    expect(book.cells[0]?.[1]).toBe("'Mitt namn");
    name.title = 'För- och efternamn';
    syncColumns(form, book);
    expect(book.cells[0]?.[1]).toBe("'För- och efternamn");
  });

  it('finds its columns and rows wherever they have moved', () => {
    const { form, book, send } = linked();
    form.allowResponseEdits = true;
    const first = send({ Namn: 'A' });
    writeResponse(form, book, first);
    writeResponse(form, book, send({ Namn: 'B' }));
    book.insert(77, 'column', 2);
    book.insert(77, 'row', 2);
    const edit = editResponse(form, first.id, { Namn: 'A2' }, { now: NOW + 60_000 });
    const event = writeResponse(form, book, first, edit.changed);
    expect(book.cells[2]?.[2]).toBe('A2');
    expect(event).toMatchObject({ row: 3, column: 1, columns: 6 });
  });

  it('finds the row of an edited response after a sort', () => {
    const { store, form, book } = linked();
    form.allowResponseEdits = true;
    const responses = ['A', 'B'].map((name, minute) => {
      const { response } = submit(store, form, { Namn: name }, { now: NOW + minute * 60_000 });
      if (response) writeResponse(form, book, response);
      return response;
    });
    const [head = [], a = [], b = []] = book.cells;
    book.cells.splice(0, 3, head, b, a);
    const [first] = responses;
    if (!first) throw new Error('refused');
    editResponse(form, first.id, { Namn: 'A2' }, { now: NOW + 3_600_000 });
    writeResponse(form, book, first);
    expect(book.cells.map((row) => row[1])).toEqual(["'Namn", 'B', 'A2']);
  });

  it('gives an edited response a new row when its own was deleted', () => {
    const { form, book, send } = linked();
    form.allowResponseEdits = true;
    const [a, b] = [send({ Namn: 'A' }), send({ Namn: 'B' })];
    for (const response of [a, b]) writeResponse(form, book, response);
    book.delete(2);
    editResponse(form, a.id, { Namn: 'A2' }, { now: NOW + 60_000 });
    writeResponse(form, book, a);
    expect(book.cells.map((row) => row[1])).toEqual(["'Namn", 'B', 'A2']);
  });

  it('carries "" in the event of an edit for answers that did not change', () => {
    const { form, book, name, send } = linked();
    const response = send({ Namn: 'A', Dagar: ['må'] });
    writeResponse(form, book, response);
    const event = writeResponse(form, book, response, [name.id]);
    expect(event?.values.slice(1, 3)).toEqual(['A', '']);
  });

  it('takes over the responses that came before it', () => {
    const { store, form, send } = linked();
    form.destination = null;
    send({ Namn: 'Tidig' });
    const book = new FakeBook('en');
    link(form, book, 'annan');
    expect(book.names).toContain('Form Responses 1');
    expect(book.cells[0]?.[0]).toBe("'Timestamp");
    expect(book.cells[1]?.[1]).toBe('Tidig');
    expect(store.find('F')).toBe(form);
  });
});
