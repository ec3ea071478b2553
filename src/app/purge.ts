/**
 * Gallring: what is about persons and no longer needed goes, under a decision whose reference and date stand in Inställningar. Figures stay: a person who has left becomes
 * an id, and a declined unit keeps its name and its dates.
 */
import { addMonths, type Day, formatDay } from '../domain/calendar.ts';
import type { Round } from '../domain/facts.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import { canonical, KEY_ROW, peopleTab, readPeople, type rowIdentity, UNITS_TAB } from '../workbook/index.ts';
import { writeCells } from './cells.ts';
import { fullRun, openLocked } from './full-run.ts';
import { keptTab, STATE_VERSION } from './migrations.ts';
import { keepCopies } from './people-copies.ts';
import type { Ports } from './ports.ts';
import { rulebook, stampNow } from './register.ts';
import type { RoundState } from './round-state.ts';
import type { Settings } from './settings.ts';
import { cellsOf } from './tab-rows.ts';

type RowIdentity = typeof rowIdentity;

/** In front of the id of a person whose name and address are gone. */
const PURGED = 'gallrad-';

/** The last day that is old enough. */
const limitOf = (settings: Settings, today: Day): Day => addMonths(today, -settings.purgeAfterMonths);

const hasLeft = (to: Day | null, limit: Day): boolean => to !== null && to <= limit;

const isOldDecline = ({ decision, decisionOn, managerName, managerEmail }: RoundState['facts'], limit: Day): boolean =>
  decision === 'decline' && decisionOn !== null && decisionOn <= limit && managerName + managerEmail !== '';

/** What there is to purge, in Swedish; empty where there is nothing. */
export function purgeText(
  rounds: Iterable<Round>,
  states: Iterable<RoundState>,
  settings: Settings,
  today: Day,
): string {
  const limit = limitOf(settings, today);
  const left = [...rounds].flatMap((round) =>
    round.people.filter(({ to, id }) => id.includes('@') && hasLeft(to, limit)),
  ).length;
  const declined = [...states].filter(({ facts }) => isOldDecline(facts, limit)).length;
  if (left + declined === 0) return '';
  return `${left} medarbetare som har slutat och ${declined} avböjda anmälningar är äldre än ${settings.purgeAfterMonths} månader.`;
}

/** Whether there is a decision to purge under, and its day has come. */
export function mayPurge(settings: Settings, today: Day): boolean {
  return settings.purgeReference !== '' && settings.purgeDecidedOn !== null && settings.purgeDecidedOn <= today;
}

const SELF = ['unit', 'round', 'email', 'name'];

/** First the id and then what it stands in for, so that the row can be told from others all the way. */
function purgePeople(ports: Ports, sessions: number, limit: Day): number {
  const tab = peopleTab(sessions);
  const self: RowIdentity = (row, place) => SELF.map((key) => row[place(key)] ?? '').join('#');
  const byPersonId: RowIdentity = (row, place) => String(row[place('personId')] ?? '');
  const cells = cellsOf(ports.workbook, tab);
  const place = (key: string): number => (cells[KEY_ROW - 1] ?? []).indexOf(key);
  return readPeople(cells, sessions).records.filter(({ to, email, name, row }) => {
    if (email + name === '' || !hasLeft(to, limit)) return false;
    const personId = PURGED + ports.newId();
    return (
      writeCells(ports, tab, { row: self(cells[row - 1] ?? [], place), values: { personId } }, undefined, self) &&
      writeCells(ports, tab, { row: personId, values: { name: '', email: '' } }, undefined, byPersonId)
    );
  }).length;
}

const NOTHING_ABOUT_PERSONS = { managerName: '', managerEmail: '', consider: '', note: '', basis: '' };

/**
 * Purges what is old enough, in the tabs and in the forms, and leaves a protocol in the journal.
 * @returns in Swedish what has been done. @throws in Swedish where it may not or cannot be done
 */
export function purge(ports: Ports, settings: Settings): string {
  const tab = openLocked(ports);
  const { forms } = tab.head;
  const now = stampNow(ports.now());
  const today = dayOfStamp(now);
  if (!mayPurge(settings, today)) throw new Error('Det finns inget gallringsbeslut på fliken Inställningar.');
  const limit = limitOf(settings, today);
  const declined = tab.rows.flatMap((row) => {
    const facts = row.state()?.facts;
    return facts && isOldDecline(facts, limit) ? [facts] : [];
  });
  const units = declined.filter(({ id }) => writeCells(ports, UNITS_TAB, { row: id, values: NOTHING_ABOUT_PERSONS }));
  const names = new Set(units.map(({ unit }) => canonical(unit)));
  const counts = {
    people: purgePeople(ports, rulebook(tab.head.ruleRows).sessions, limit),
    declined: units.length,
    reflections: forms.reflection ? ports.forms.forget(forms.reflection, ({ at }) => at.day <= limit) : 0,
    answers: 0,
  };
  for (const [id, form] of Object.entries(forms)) {
    if (!id.startsWith('interest') || names.size === 0) continue;
    counts.answers += ports.forms.forget(
      form,
      ({ at, answers }) => at.day <= limit && names.has(canonical(String(answers.unit ?? ''))),
    );
  }
  const run = fullRun(ports, tab, {
    by: 'purge',
    now,
    events: Object.entries(counts).map(([about, count]) => ({
      what: 'purged',
      about,
      from: formatDay(limit),
      to: String(count),
      why: formatDay(settings.purgeDecidedOn ?? today),
    })),
  });
  keepCopies(ports.workbook, run, today, true);
  for (let version = 1; version < STATE_VERSION; version += 1) ports.workbook.drop(keptTab(version));
  return `Gallrat: ${counts.people} medarbetare, ${counts.declined} avböjda anmälningar, ${counts.reflections} reflektioner och ${counts.answers} formulärsvar.`;
}
