import { canonical } from '../domain/clean-text.ts';
import { collect, type Reading, rowReader } from './reading.ts';
import type { Cell, SettingRow } from './records.ts';
import { openTable } from './table.ts';
import { SETTINGS_TAB } from './tabs/settings.ts';

/**
 * The rows of Inställningar, found by the hidden name, or by the label where a person has emptied it. What a value means is for the caller to say.
 * @param values the tab from row 1 on
 * @param labels label of every setting by its name
 */
export function readSettingRows(
  values: readonly (readonly Cell[])[],
  labels: Readonly<Record<string, string>>,
): Reading<SettingRow> {
  const table = openTable(SETTINGS_TAB, values);
  const [nameColumn, labelColumn] = SETTINGS_TAB.columns;
  const read = rowReader(table, [nameColumn, labelColumn]);
  const byLabel = new Map(Object.entries(labels).map(([setting, text]) => [canonical(text), setting]));
  const seen = new Set<string>();
  return collect(table, (cells, row) => {
    const { setting: name, label } = read(cells, row);
    const setting = name || (byLabel.get(canonical(label)) ?? '');
    if (setting === '') return null;
    if (seen.has(setting)) {
      table.fault('fault', 'label', row, 'Inställningen står två gånger. Den översta används. Ta bort den andra.');
      return null;
    }
    seen.add(setting);
    return { row, setting, value: cells[table.place('value')] ?? '', valueCell: table.cell('value', row) };
  });
}
