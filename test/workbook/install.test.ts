import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../src/domain/decision.ts';
import { statusLabel } from '../../src/domain/text.ts';
import { COLOURS } from '../../src/workbook/colours.ts';
import { installation, peopleTab, type TabLayout } from '../../src/workbook/index.ts';
import { PROGRAMMES } from './builders.ts';

const LAYOUTS = installation(PROGRAMMES);
const cases = LAYOUTS.map((layout): [string, TabLayout] => [layout.name, layout]);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(left: string, right: string): number {
  const [dark = 0, light = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the installed workbook', () => {
  it('has its tabs in order, the hidden ones last', () => {
    expect(LAYOUTS.map((layout) => layout.name)).toEqual([
      ...['Start', 'Verksamheter', 'Deltagare', 'Tillfällen', 'Uppföljning', 'Utskick'],
      ...['Händelser', 'Regler', 'Inställningar', 'Mallar', 'Rapport', 'Läge', 'Kopior'],
    ]);
    expect(LAYOUTS.filter((layout) => layout.hidden).map((layout) => layout.name)).toEqual(['Läge', 'Kopior']);
  });

  it.each(cases)('%s has headings and keys of its own', (_, layout) => {
    const keys = layout.columns.map((column) => column.key);
    expect(new Set(layout.columns.map((column) => column.heading)).size).toBe(keys.length);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every((key) => /^[a-z][A-Za-z0-9]*$/.test(key))).toBe(true);
    expect(layout.gridColumns).toBeGreaterThan(keys.length);
    expect(layout.frozenRows).toBe(2);
    expect(layout.hiddenRows).toEqual([2]);
  });

  it.each(cases)('%s shades and guards what the product works out', (_, layout) => {
    for (const column of layout.columns) {
      if (column.formula === null) continue;
      expect(column).toMatchObject({
        background: COLOURS.computed,
        validation: null,
        protected: true,
        numberFormat: 'General',
      });
      expect(column.formula.startsWith('=')).toBe(true);
    }
  });

  it('offers the programmes by name, decisions by label and units by what stands in Verksamheter', () => {
    const find = (tab: string, key: string) =>
      LAYOUTS.find((layout) => layout.key === tab)?.columns.find((column) => column.key === key)?.validation;
    expect(find('units', 'programme')).toMatchObject({
      kind: 'list',
      values: PROGRAMMES.map((programme) => programme.name),
    });
    expect(find('units', 'decision')).toMatchObject({ kind: 'list', values: ['Antagen', 'I kö', 'Avböjd'] });
    expect(find('people', 'unit')).toMatchObject({ kind: 'column', tab: 'units', column: 'unit' });
    expect(find('people', 'session1')).toMatchObject({ kind: 'tick' });
    expect(find('units', 'planOn')).toMatchObject({ kind: 'date' });
    expect(find('outbox', 'action')).toMatchObject({ kind: 'list' });
    expect(find('outbox', 'state')).toBeNull();
  });

  it.each([
    [2, 4],
    [4, 4],
    [6, 6],
  ])('has tick boxes enough for a programme with %i sessions', (sessions, expected) => {
    const layout = installation([{ id: 'x', name: 'X', sessions }]).find((one) => one.key === 'people');
    expect(layout?.columns.filter((column) => column.heading.startsWith('Träff ')).length).toBe(expected);
    expect(peopleTab(sessions).columns.filter((column) => column.type === 'boolean').length).toBe(sessions);
  });

  it('can be read: every text stands out from its ground', () => {
    const pairs: [string, string][] = [
      [COLOURS.headingText, COLOURS.heading],
      [COLOURS.headingText, COLOURS.productHeading],
      [COLOURS.computedText, COLOURS.computed],
      ...LAYOUTS.flatMap((layout) =>
        layout.conditionalFormats.map((format): [string, string] => [format.text, format.background]),
      ),
    ];
    for (const [text, ground] of pairs)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('colours only statuses that there are, each by its own words', () => {
    const labels = STATUSES.map(statusLabel);
    const units = LAYOUTS.find((layout) => layout.key === 'units');
    const coloured =
      units?.conditionalFormats.filter((format) => format.condition === 'text-is').map((format) => format.value) ?? [];
    for (const label of coloured) expect(labels).toContain(label);
  });

  it('names no column in a conditional colour that the tab lacks', () => {
    for (const layout of LAYOUTS) {
      const keys = layout.columns.map((column) => column.key);
      for (const format of layout.conditionalFormats) {
        expect(keys).toContain(format.column);
        for (const [, key] of format.condition === 'formula' ? format.value.matchAll(/\{(\w+)\}/g) : [])
          expect(keys).toContain(key);
      }
    }
  });
});
