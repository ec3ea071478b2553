import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '../../src/domain/calendar.ts';
import { diplomaDocument, type PublicEntry, publicList, publicListPage } from '../../src/reports/index.ts';

function day(text: string): Day {
  const found = parseDay(text);
  if (found === null) throw new Error(`Not a day: ${text}`);
  return found;
}

const DIPLOMA = {
  unit: 'Biblioteket',
  person: null,
  programmeName: 'Hbtq-diplomering',
  on: day('2025-12-16'),
  validThrough: day('2028-12-16'),
  issuer: 'Folkhälsoenheten',
};

describe('the diploma', () => {
  it('says who, what, when and how long', () => {
    const html = diplomaDocument('Diplom – Biblioteket', [DIPLOMA]);
    for (const text of ['Biblioteket', '16 december 2025', 'gäller till och med 16 december 2028', 'lang="sv"']) {
      expect(html).toContain(text);
    }
  });

  it('of a person names the unit too', () => {
    expect(diplomaDocument('Diplom', [{ ...DIPLOMA, person: 'Anna A' }])).toContain(
      'medarbetare vid Biblioteket, har gått hela utbildningen',
    );
  });

  it('of several persons is a page each', () => {
    const html = diplomaDocument(
      'Diplom',
      ['Anna A', 'Bo B', 'Cilla C'].map((person) => ({ ...DIPLOMA, person })),
    );
    expect(html.match(/<h1/g)).toHaveLength(3);
    expect(html.match(/page-break-before:always/g)).toHaveLength(2);
  });

  it('leaves out what there is not', () => {
    const html = diplomaDocument('Diplom', [{ ...DIPLOMA, validThrough: null }]);
    expect(html).not.toMatch(/gäller till/);
  });

  it.each(['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "'&amp;"])('takes %s for a name', (unit) => {
    const html = diplomaDocument(`Diplom – ${unit}`, [{ ...DIPLOMA, unit }]);
    expect(html).not.toContain(unit);
    expect(html).not.toMatch(/<(script|img)/);
  });
});

describe('the public list', () => {
  const entry = (unit: string, changes: Partial<PublicEntry> = {}): PublicEntry => ({
    unit,
    unitType: 'Bibliotek',
    programmeName: 'Hbtq-diplomering',
    status: 'certified',
    on: day('2022-12-16'),
    validThrough: day('2025-12-16'),
    ...changes,
  });

  it.each([
    ['2025-12-15', 1],
    ['2025-12-16', 1],
    ['2025-12-17', 0],
  ])('on %s, the day before, the day of and the day after the last day', (today, length) => {
    expect(publicList([entry('Norra')], day(today))).toHaveLength(length);
  });

  it('holds valid diplomas alone, the latest of each unit, in Swedish order', () => {
    const list = publicList(
      [
        entry('Örat'),
        entry('Avdelning 10'),
        entry('Avdelning 9'),
        entry('Ännu en', { validThrough: null }),
        entry('Ännu en', { validThrough: null, on: day('2024-01-01') }),
        entry('Kö', { status: 'waitlisted', on: null }),
        entry('Framtiden', { on: day('2025-12-31') }),
      ],
      day('2025-12-01'),
    );
    expect(list.map((unit) => unit.unit)).toEqual(['Avdelning 9', 'Avdelning 10', 'Ännu en', 'Örat']);
    expect(list[2]?.on).toBe(day('2024-01-01'));
  });

  it('is a table that bears no markup of a name', () => {
    const page = publicListPage(
      publicList([entry('<b>Norra</b>')], day('2025-12-01')),
      day('2025-12-01'),
      'Diplomerade verksamheter',
    );
    expect(page).toContain('&lt;b&gt;Norra&lt;/b&gt;');
    expect(page).toContain('Verksamheter med giltigt diplom den 1 december 2025: 1');
  });
});
