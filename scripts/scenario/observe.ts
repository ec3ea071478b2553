/** What the workbook and the mailbox show, in the words of the scenario language. Reads, and runs nothing. */

import { readJournal, standingEvents } from '../../src/app/journal.ts';
import { rulebook } from '../../src/app/register.ts';
import type { MailEntry, RoundState } from '../../src/app/round-state.ts';
import type { Head, Sending } from '../../src/app/state-tab.ts';
import { type Day, formatDay, parseDay } from '../../src/domain/calendar.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { byUrgency, MAIL_KINDS, type MailKind } from '../../src/domain/mail-kinds.ts';
import { formatStamp } from '../../src/domain/mail-times.ts';
import { formatShare } from '../../src/domain/share.ts';
import { isCounted } from '../../src/domain/staff.ts';
import { dutyText } from '../../src/domain/text.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import { MAIL_STATE_CHOICES } from '../../src/workbook/choices.ts';
import { type Cell, peopleOfRounds, readPeople } from '../../src/workbook/index.ts';
import type { Host } from '../host/index.ts';
import { Refused } from './refused.ts';
import { FIRST_DATA_ROW, same, TabView } from './tab-view.ts';

const day = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : formatDay(value as Day);

interface Kept {
  readonly head: Head;
  readonly sending: Sending | null;
  readonly states: readonly RoundState[];
}

function json<T>(value: unknown): T | null {
  try {
    return JSON.parse(String(value ?? '')) as T;
  } catch {
    return null;
  }
}

/** The tab Läge, which is hidden but there for anyone to open. */
function kept(host: Host): Kept {
  const view = new TabView(host, 'Läge');
  let head: Head | null = null;
  let sending: Sending | null = null;
  const states: RoundState[] = [];
  for (const row of view.rows('id')) {
    const state = view.get(row, 'state');
    if (view.get(row, 'id') === 'head') {
      head = json<Head>(state);
      sending = json<Sending>(view.get(row, 'facts'));
      continue;
    }
    const facts = String(view.get(row, 'facts') ?? '');
    const rest = json<Omit<RoundState, 'facts' | 'peoplePrint'>>(state);
    const bare = json<RoundState['facts']>(facts.slice(facts.indexOf('|') + 1));
    if (rest && bare) states.push({ ...rest, facts: bare, peoplePrint: facts.slice(0, facts.indexOf('|')) });
  }
  if (!head) throw new Refused('Läge saknar sin första rad.');
  return { head, sending, states };
}

export function headOf(host: Host): Head {
  return kept(host).head;
}

export function stateOf(host: Host, unit: string): RoundState | null {
  const found = kept(host).states.filter(
    (state) => same(state.facts.unit, unit) || state.formerNames.some((name) => same(name, unit)),
  );
  return found.sort((a, b) => b.facts.number - a.facts.number)[0] ?? null;
}

function decisionOf(state: RoundState): Decision | null {
  return state.decision && 'status' in state.decision ? state.decision : null;
}

export function observeUnit(host: Host, unit: string): unknown {
  const state = stateOf(host, unit);
  if (!state) return { unit, status: null, summary: `Verksamheten ${unit} finns inte.` };
  const decision = decisionOf(state);
  const { shown, facts } = state;
  const common = {
    unit: facts.unit,
    programme: facts.programme,
    round: facts.number,
    label: shown.label,
    summary: shown.summary,
  };
  if (!decision)
    return {
      ...common,
      status: 'noRuleInForce',
      requirements: {},
      duties: [],
      deadlines: [],
      diploma: null,
      trainedToday: null,
    };
  const { trainedToday: trained } = decision;
  const programme = PROGRAMMES.find((one) => one.id === facts.programme);
  return {
    ...common,
    status: decision.status,
    requirements: Object.fromEntries(
      decision.requirements.map(({ id, state: its, have, of, need, short }) => [
        id,
        { state: its, have, of, need, short, text: shown.requirements[id] ?? '' },
      ]),
    ),
    duties: decision.duties.map((duty) => ({
      email: duty.personId,
      kind: duty.kind,
      due: day(duty.due),
      text: programme ? dutyText(duty, programme) : '',
    })),
    deadlines: decision.deadlines.map((one) => ({ kind: one.kind, due: day(one.due), state: one.state })),
    diploma: decision.diploma && {
      on: day(decision.diploma.on),
      validThrough: day(decision.diploma.validThrough),
      supplementNeeded: decision.diploma.supplementNeeded,
    },
    trainedToday: {
      have: trained.have,
      of: trained.of,
      percent: trained.of === 0 ? null : formatShare(trained.have, trained.of),
    },
  };
}

interface OutboxEntry {
  readonly id: string;
  readonly at: string;
  readonly to: string;
  readonly kind: string;
  readonly kinds: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly state: string;
  readonly on: string | null;
  readonly late: boolean;
  readonly unit: string;
}

const codeOf = (label: string): string => MAIL_STATE_CHOICES.find((choice) => choice.label === label)?.code ?? label;

/** The rows of Utskick, and what Läge keeps that the tab does not show yet. */
function outbox(host: Host): OutboxEntry[] {
  const { states, head, sending } = kept(host);
  const view = new TabView(host, 'Utskick');
  const rows = new Map<string, OutboxEntry>();
  for (const row of view.rows('id')) {
    const text = (key: string): string => String(view.get(row, key) ?? '');
    rows.set(text('id'), {
      id: text('id'),
      at: text('at').replace(' ', 'T'),
      to: text('to'),
      // People read the kind in Swedish; the hidden column beside it holds the codes, the most urgent first.
      kind: text('kinds').split(', ')[0] ?? '',
      kinds: text('kinds').split(', ').filter(Boolean),
      subject: text('subject'),
      text: text('text'),
      state: codeOf(text('state')),
      on: (text('sentAt') || null)?.replace(' ', 'T') ?? null,
      late: view.get(row, 'late') === true,
      unit: text('unit'),
    });
  }
  const dryRun = /^ja$/i.test(String(head.settings.dryRun ?? 'ja'));
  for (const state of states) {
    const groups = new Map<string, MailEntry[]>();
    for (const mail of state.mails) groups.set(mail.id, [...(groups.get(mail.id) ?? []), mail]);
    for (const [id, mails] of groups) {
      const [mail] = mails;
      if (!mail) continue;
      const left = sending?.sent.find(({ ids }) => ids.includes(id));
      const shown = rows.get(id);
      const its = left ? 'sent' : mail.state === 'queued' && dryRun ? 'held' : mail.state;
      rows.set(id, {
        id,
        at: formatStamp(mail.caused),
        to: mail.to || shown?.to || state.facts.managerEmail,
        kind: mail.kind,
        kinds: byUrgency(mails.map((one) => one.kind)),
        subject: mail.subject || (shown?.subject ?? ''),
        text: mail.text || (shown?.text ?? ''),
        state: its,
        on: its === 'sent' || its === 'unsure' ? formatStamp(left?.on ?? mail.changed) : null,
        late: mail.late,
        unit: state.facts.unit,
      });
    }
  }
  return [...rows.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const letters = (text: string): string => text.replace(/\s+/g, '');

export function observeMail(host: Host): unknown {
  const rows = outbox(host);
  const counts: Record<string, number> = Object.fromEntries(MAIL_KINDS.map((kind): [MailKind, number] => [kind, 0]));
  const delivered = host.mail.map((mail) => ({
    to: mail.to.join(', '),
    subject: mail.subject,
    attachments: mail.attachments.map((one) => one.name),
  }));
  const left = rows.filter((row) => row.state === 'sent' || row.state === 'unsure');
  const used = new Set<OutboxEntry>();
  for (const mail of host.mail) {
    const alike = left.filter((one) => one.subject === mail.subject && mail.to.includes(one.to));
    const exact = alike.filter((one) => letters(one.text) === letters(mail.text));
    // A mail that arrived a second time has no row left of its own: it carried what the first one carried.
    const row = [...exact, ...alike].find((one) => !used.has(one)) ?? exact[0] ?? alike[0];
    const kinds = row ? row.kinds : mail.subject.startsWith('Att göra i dag') ? ['digest'] : [];
    for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
    if (row) used.add(row);
  }
  return {
    outbox: rows.map(({ id: _id, at: _at, ...row }) => row),
    delivered,
    counts,
  };
}

export function observeEvents(host: Host): unknown {
  const view = new TabView(host, 'Händelser');
  const { states } = kept(host);
  const names = new Map(states.map((state) => [state.roundId, state.facts.unit]));
  const cells = view.rows('commit').map((row) =>
    [
      'at',
      'id',
      'unit',
      'what',
      'from',
      'to',
      'why',
      'commit',
      'parents',
      'hash',
      ...Array.from({ length: 8 }, (_, index) => `data${index + 1}`),
    ].map((key) => {
      const value = key === 'unit' ? '' : view.get(row, key);
      return key === 'at' ? String(value ?? '').replace(' ', 'T') : String(value ?? '');
    }),
  );
  // The hashes have been checked by the nightly run; here only the content is read.
  const { commits } = readJournal(cells, FIRST_DATA_ROW, null, () => '', false);
  return standingEvents(commits).map((event) => ({
    on: formatStamp(event.at).slice(0, 10),
    unit: names.get(event.roundId) ?? '',
    what: event.about === '' ? event.what : `${event.what}:${event.about}`,
    from: event.from,
    to: event.to,
    why: event.why,
  }));
}

/** What the health check lists: faults in cells, and answers that belong to nobody, which Start shows. */
export function observeHealth(host: Host): unknown {
  const { faults, unmatched } = headOf(host);
  return [...faults, ...unmatched.map(({ problem }) => ({ tab: 'Start', cell: '', text: problem }))];
}

/** The tab's cells from row 1 on as a script would read them. */
function cellsOf(view: TabView): Cell[][] {
  const { rows, columns } = view.size;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => view.computed(row, column) ?? ''),
  );
}

/** What the product counts of the people of a unit's latest round, read from Deltagare as it stands. */
export function observePeople(host: Host, unit: string): unknown {
  const state = stateOf(host, unit);
  if (!state) return [];
  const { head, states } = kept(host);
  const decision = decisionOf(state);
  const { names, sessions } = rulebook(head.ruleRows);
  const reading = readPeople(cellsOf(new TabView(host, 'Deltagare')), sessions);
  const { byRound } = peopleOfRounds(
    reading,
    states.filter((one) => !one.missing).map((one) => one.facts),
    {
      programmes: names,
      today: localDay(host.now),
      aliases: new Map(states.flatMap((one) => one.formerNames.map((name) => [name, one.roundId] as const))),
    },
  );
  const held = names.find((one) => one.id === state.facts.programme)?.sessions ?? 0;
  return (byRound.get(state.roundId) ?? []).map((person) => ({
    email: person.email || person.id,
    name: person.name,
    roles: person.roles,
    sessions: Object.fromEntries(
      Array.from({ length: held }, (_, index) => [String(index + 1), (person.attended & (1 << index)) !== 0]),
    ),
    course: day(person.course),
    reflection: day(person.reflection),
    catchUp: day(person.catchUp),
    refresher: day(person.refresher),
    counted: decision ? isCounted(person, decision.headCount) : false,
    owes: decision?.duties.filter((duty) => duty.personId === person.id).map((duty) => duty.kind) ?? [],
    diploma: day(state.personDiplomas?.[person.id]),
  }));
}

const SWEDISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

function localDay(moment: number): Day {
  const found = parseDay(SWEDISH_DAY.format(moment));
  if (found === null) throw new RangeError(`${moment} is no moment.`);
  return found;
}

/** The figures of the tab Rapport by id; groups as `byType: {"Bibliotek": {certified: 2}}`. */
export function observeReport(host: Host): Record<string, unknown> {
  const view = new TabView(host, 'Rapport');
  const figures: Record<string, unknown> = {};
  for (const row of view.rows('figure')) {
    const [id = '', part] = String(view.get(row, 'figure')).split('.');
    if (id === 'survey') continue;
    const shown = view.get(row, 'value');
    const value = typeof shown === 'string' && /^\d+([.,]\d+)?$/.test(shown) ? Number(shown.replace(',', '.')) : shown;
    if (part === undefined) figures[id] = value;
    else {
      const group = (figures[id] ?? {}) as Record<string, Record<string, unknown>>;
      const label = String(view.get(row, 'label') ?? '');
      if (id.startsWith('by')) group[label] = { ...group[label], [part]: value };
      else Object.assign(group, { [part]: value });
      figures[id] = group;
    }
  }
  return figures;
}

/** The results of one survey as Rapport shows them: units by name, and all together, each by question. */
export function observeSurvey(host: Host, wave: string): unknown {
  const view = new TabView(host, 'Rapport');
  const { states } = kept(host);
  const names = new Map(states.map((state) => [state.roundId, state.facts.unit]));
  const units: Record<string, Record<string, unknown>> = {};
  const totals: Record<string, unknown> = {};
  for (const row of view.rows('figure')) {
    const [survey, its, id = '', question = ''] = String(view.get(row, 'figure')).split('.');
    if (survey !== 'survey' || its !== wave) continue;
    const result: unknown = JSON.parse(String(view.get(row, 'data') ?? 'null'));
    if (id === 'total') totals[question] = result;
    else {
      const unit = names.get(id) ?? id;
      units[unit] = { ...units[unit], [question]: result };
    }
  }
  return { units, totals };
}
