/** Settings, rules and mail texts as their tabs say; kept in Läge's head, so that an edit of people needs not read them. */

import { formatDay } from '../domain/calendar.ts';
import { isMailKind } from '../domain/mail-kinds.ts';
import { changedTemplates, checkTemplate, type TemplateRow } from '../messages/index.ts';
import {
  type Fault,
  type Reading,
  RULES_TAB,
  readRules,
  readSettingRows,
  readTemplates,
  SETTINGS_TAB,
  type SettingRow,
  TEMPLATES_TAB,
  type TemplateRow as TypedTemplate,
} from '../workbook/index.ts';
import type { FullRunOptions } from './full-run.ts';
import type { Ports } from './ports.ts';
import { type LastRows, lastRow, rulebook, ruleFaults } from './register.ts';
import { type KeptRule, sortRules } from './rule-confirmation.ts';
import { readSettings, SETTING_LABELS } from './settings.ts';
import type { Head, ShownFault } from './state-tab.ts';
import { cellsOf } from './tab-rows.ts';

type HeadEvents = NonNullable<FullRunOptions['events']>;

export interface HeadTabs {
  readonly head: Head;
  readonly events: HeadEvents;
  /** Of the tabs read here. */
  readonly lastRows: LastRows;
}

const shown = ({ tabName, cell, text, level }: Fault): ShownFault => ({ tab: tabName, cell, text, level });

const faultAt = (tab: string, cell: string, text: string): ShownFault => ({ tab, cell, text, level: 'fault' });

function settingFaults(reading: Reading<SettingRow>, settings: Head['settings']): ShownFault[] {
  return readSettings(settings).faults.map(({ setting, text }) => {
    const cell = reading.records.find((row) => row.setting === setting)?.valueCell ?? '';
    return faultAt(SETTINGS_TAB.name, cell, text);
  });
}

function usableTemplates(reading: Reading<TypedTemplate>): { templates: TemplateRow[]; faults: ShownFault[] } {
  const templates: TemplateRow[] = [];
  const faults: ShownFault[] = [];
  for (const { row, kind, programme, subject, body } of reading.records) {
    if (!isMailKind(kind) || kind === 'digest') continue;
    const template = { kind, programme, subject, body };
    const wrong = checkTemplate(template);
    if (wrong.length === 0) templates.push(template);
    faults.push(...wrong.map(({ field, text }) => faultAt(TEMPLATES_TAB.name, reading.cell(field, row), text)));
  }
  return { templates, faults };
}

function ruleEvents(before: Head['ruleRows'], after: Head['ruleRows']): HeadEvents[number][] {
  const byRule = (rows: Head['ruleRows']): Map<string, string> =>
    new Map(
      rows.map(({ programme, path, from, value }) => [
        `${programme} ${path} ${from === null ? '' : formatDay(from)}`,
        value,
      ]),
    );
  const [old, now] = [byRule(before), byRule(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((rule) => old.get(rule) !== now.get(rule))
    .map((rule) => ({ what: 'rules', about: rule, from: old.get(rule) ?? '', to: now.get(rule) ?? '', why: '' }));
}

/** Three calls. */
export function readHeadTabs(ports: Ports, head: Head): HeadTabs {
  const { names } = rulebook([]);
  const settingRows = readSettingRows(cellsOf(ports.workbook, SETTINGS_TAB), SETTING_LABELS);
  const ruleRows = readRules(cellsOf(ports.workbook, RULES_TAB), names);
  const templateRows = readTemplates(cellsOf(ports.workbook, TEMPLATES_TAB), names);
  const settings = settingRows.usable
    ? Object.fromEntries(settingRows.records.map((row) => [row.setting, row.value]))
    : head.settings;
  const events: HeadEvents[number][] = Object.entries(settings)
    .filter(([name, value]) => head.settings[name] !== undefined && String(head.settings[name]) !== String(value))
    // What a setting was is no secret, but some are addresses: the journal says only which was changed.
    .map(([name]) => ({ what: 'settings', about: name, from: '', to: '', why: '' }));
  const rules = ruleRows.usable
    ? sortRules(ruleRows.records, head)
    : { inForce: head.ruleRows, drafts: head.ruleDrafts };
  const wrong = ruleFaults(rules.inForce);
  const isWrong = (rule: KeptRule): boolean => wrong.some(({ cell }) => cell === rule.valueCell);
  const inForce = rules.inForce.filter((rule) => !isWrong(rule));
  const drafts = [...rules.drafts, ...rules.inForce.filter(isWrong)];
  events.push(...ruleEvents(head.ruleRows, inForce));
  const templates = usableTemplates(templateRows);
  return {
    head: {
      ...head,
      settings,
      ruleRows: inForce,
      ruleDrafts: drafts,
      templates: templateRows.usable ? changedTemplates(templates.templates) : head.templates,
      tabFaults: [
        ...[...settingRows.faults, ...ruleRows.faults, ...templateRows.faults].map(shown),
        ...settingFaults(settingRows, settings),
        ...ruleFaults([...inForce, ...drafts]).map(({ cell, text }) => faultAt(RULES_TAB.name, cell, text)),
        ...templates.faults,
      ],
    },
    events,
    lastRows: { rules: lastRow(ruleRows) },
  };
}
