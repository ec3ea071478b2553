import { describe, expect, it } from 'vitest';
import {
  OUTBOX_TAB,
  RULES_TAB,
  readOutbox,
  readRules,
  readSettingRows,
  readTemplates,
  SETTINGS_TAB,
  TEMPLATES_TAB,
} from '../../src/workbook/index.ts';
import { day, grid, PROGRAMMES } from './builders.ts';

describe('Regler', () => {
  const rule = { programme: 'Hbtq-klivet', from: '1/1 2026', path: 'Närvaro: andel som krävs', value: '95 %' };

  it('reads programme, day and rule, and gives the value on as it was typed', () => {
    const { records, faults } = readRules(
      grid(RULES_TAB, [rule, { ...rule, programme: 'varmland', path: 'validity', value: 'P3Y', confirmed: 'ja' }]),
      PROGRAMMES,
    );
    expect(faults).toEqual([]);
    expect(records).toMatchObject([
      { programme: 'hbtq-klivet', from: day('2026-01-01'), path: 'attendance.share', value: '95 %', valueCell: 'D3' },
      { programme: 'varmland', path: 'validity', value: 'P3Y', valueCell: 'D4', confirmed: true },
    ]);
  });

  it.each([
    [0.95, '95 %'],
    [0.905, '90,5 %'],
    [1, '100 %'],
    [95, '95'],
    [true, 'ja'],
    [false, 'nej'],
  ])('shows %j as the sheet would', (value, expected) => {
    expect(readRules(grid(RULES_TAB, [{ ...rule, value }]), PROGRAMMES).records[0]?.value).toBe(expected);
  });

  it('names a rule that there is not', () => {
    const { records, faults } = readRules(grid(RULES_TAB, [{ ...rule, path: 'Närvaro: andl som krävs' }]), PROGRAMMES);
    expect(records).toMatchObject([{ path: '' }]);
    expect(faults).toMatchObject([
      { cell: 'C3', text: 'Finns inte i listan: ”Närvaro: andl som krävs”. Menade du Närvaro: andel som krävs?' },
    ]);
  });
});

describe('Inställningar', () => {
  const labels = { dryRun: 'Torrkörning', holdMinutes: 'Väntetid' };

  it('finds a setting by its hidden name, whatever the label says, or by the label alone', () => {
    const rows = [
      { setting: 'dryRun', label: 'Omdöpt', value: true },
      { setting: '', label: 'väntetid ', value: 30 },
      { label: 'Egen rad', value: 'x' },
    ];
    expect(readSettingRows(grid(SETTINGS_TAB, rows), labels)).toMatchObject({
      records: [
        { setting: 'dryRun', value: true, valueCell: 'C3' },
        { setting: 'holdMinutes', value: 30, valueCell: 'C4' },
      ],
      faults: [],
    });
  });

  it('uses the upper of two rows and names the lower', () => {
    const rows = [
      { setting: 'holdMinutes', label: 'Väntetid', value: 15 },
      { setting: 'holdMinutes', label: 'Väntetid', value: 0 },
    ];
    const { records, faults } = readSettingRows(grid(SETTINGS_TAB, rows), labels);
    expect(records.map((row) => row.value)).toEqual([15]);
    expect(faults.map((fault) => fault.cell)).toEqual(['B4']);
  });
});

describe('Mallar', () => {
  it('keeps the lines of a text and the programme by its id', () => {
    const { records } = readTemplates(
      grid(TEMPLATES_TAB, [
        { kind: 'admitted', programme: 'Hbtq-klivet', subject: ' Hej ', body: 'Rad ett\r\n\r\nRad två' },
      ]),
      PROGRAMMES,
    );
    expect(records).toMatchObject([
      { kind: 'admitted', programme: 'hbtq-klivet', subject: 'Hej', body: 'Rad ett\n\nRad två' },
    ]);
  });
});

describe('a template’s kind', () => {
  it.each([
    ['Antagen', ['admitted'], []],
    ['admitted', ['admitted'], []],
    ['Antagn', [], ['Finns inte i listan: ”Antagn”. Menade du Antagen?']],
    ['', [], ['Raden saknar slag. Välj i listan.']],
  ])('%j', (kind, kinds, texts) => {
    const { records, faults } = readTemplates(grid(TEMPLATES_TAB, [{ kind, subject: 'Hej' }]), PROGRAMMES);
    expect(records.map((row) => row.kind)).toEqual(kinds);
    expect(faults.map((fault) => fault.text)).toEqual(texts);
  });
});

describe('Utskick', () => {
  it('reads what a person has chosen, and names a choice that there is not', () => {
    const { records, faults } = readOutbox(
      grid(OUTBOX_TAB, [
        { id: 'm1', action: 'skicka nu', kind: 'admitted', state: 'I kö', late: false },
        { id: 'm2', action: 'Kasta', state: 'Osäkert' },
      ]),
    );
    expect(records).toMatchObject([
      { id: 'm1', action: 'send-now' },
      { id: 'm2', action: null },
    ]);
    expect(faults.map((fault) => fault.cell)).toEqual(['B4']);
  });
});
