/** Settings, rules and mail texts as their tabs say; kept in Läge's head, so that an edit of people needs not read them. */

import { isMailKind } from '../domain/mail-kinds.ts';
import { changedTemplates, checkTemplate, type TemplateRow } from '../messages/index.ts';
import {
  columnsToRead,
  RULES_TAB,
  readRules,
  readSettingRows,
  readTemplates,
  SETTINGS_TAB,
  TEMPLATES_TAB,
} from '../workbook/index.ts';
import type { FullRunOptions } from './full-run.ts';
import type { Cell, Ports } from './ports.ts';
import { rulebook } from './register.ts';
import { SETTINGS } from './settings.ts';
import type { Head } from './state-tab.ts';

const LABELS = Object.fromEntries(Object.entries(SETTINGS).map(([name, { label }]) => [name, label]));

/** Three calls. */
export function readHeadTabs(
  ports: Ports,
  head: Head,
): { readonly head: Head; readonly events: NonNullable<FullRunOptions['events']> } {
  const { names } = rulebook([]);
  const read = (tab: typeof SETTINGS_TAB | typeof RULES_TAB | typeof TEMPLATES_TAB): readonly (readonly Cell[])[] =>
    ports.workbook.read(tab.name, columnsToRead(tab)) ?? [];
  const settingRows = readSettingRows(read(SETTINGS_TAB), LABELS);
  const ruleRows = readRules(read(RULES_TAB), names);
  const templateRows = readTemplates(read(TEMPLATES_TAB), names);
  const settings = settingRows.usable
    ? Object.fromEntries(settingRows.records.map((row) => [row.setting, row.value]))
    : head.settings;
  const events = Object.entries(settings)
    .filter(([name, value]) => head.settings[name] !== undefined && String(head.settings[name]) !== String(value))
    // What a setting was is no secret, but some are addresses: the journal says only which was changed.
    .map(([name]) => ({ what: 'settings' as const, about: name, from: '', to: '', why: '' }));
  const templates = templateRows.records.flatMap(({ kind, programme, subject, body }): TemplateRow[] =>
    isMailKind(kind) && kind !== 'digest' ? [{ kind, programme, subject, body }] : [],
  );
  return {
    head: {
      ...head,
      settings,
      ruleRows: ruleRows.usable ? ruleRows.records.map(({ row: _row, ...rule }) => rule) : head.ruleRows,
      templates: templateRows.usable
        ? changedTemplates(templates.filter((row) => checkTemplate(row).length === 0))
        : head.templates,
    },
    events,
  };
}
