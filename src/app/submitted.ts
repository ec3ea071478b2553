/** A form has been sent in: its facts go into the register, its receipt leaves at once. */
import { type Day, formatDay } from '../domain/calendar.ts';
import { dayOfStamp, type Stamp } from '../domain/mail-times.ts';
import { receiptNotice } from '../domain/notices.ts';
import {
  type Answers,
  type FormDeclaration,
  type InterestSubmission,
  type Submission,
  submissionOf,
} from '../forms/index.ts';
import { isSafeAddress } from '../messages/index.ts';
import {
  canonical,
  KEY_ROW,
  newRow,
  type PersonRow,
  peopleTab,
  readFollowUps,
  readOccasions,
  readPeople,
  readUnits,
  roundFinder,
  roundsOf,
  textForTextCell,
  UNITS_TAB,
  type UnitRow,
} from '../workbook/index.ts';
import { columnsToRead } from '../workbook/tab.ts';
import { advance, newMail } from './advance.ts';
import { writeCells } from './cells.ts';
import { commit } from './commit.ts';
import type { JournalEvent } from './events.ts';
import { type FullRun, fullRun, openState } from './full-run.ts';
import { composeLetter, recipientOf } from './letters.ts';
import type { Cell, Ports } from './ports.ts';
import { type Rulebook, readUnitCells, roundContext, rulebook, stampNow } from './register.ts';
import type { RoundState } from './round-state.ts';
import { isSending, leftBehind, sendAll } from './sending.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Head, StateTab, Unmatched } from './state-tab.ts';

const LOCK_WAIT = 25_000;
/** Unmatched answers are shown to the coordinator this long at the most; the answer itself stays in the form. */
const MOST_UNMATCHED = 50;

interface Scene {
  readonly ports: Ports;
  readonly tab: StateTab;
  readonly head: Head;
  readonly rules: Rulebook;
  readonly settings: Settings;
  readonly now: Stamp;
  readonly today: Day;
}

/**
 * Ignores the empty second event that Forms may send.
 * @param find the form and its answers, once the head tells which form it was
 */
export function submitted(
  ports: Ports,
  find: (head: Head) => { readonly form: FormDeclaration; readonly answers: Answers } | null,
): void {
  if (!ports.lock.take(LOCK_WAIT)) return;
  const tab = openState(ports);
  const found = tab?.head ? find(tab.head) : null;
  const submission = found && submissionOf(found.form, found.answers);
  if (!tab?.head || !submission) return;
  const now = stampNow(ports.now());
  const scene: Scene = {
    ports,
    tab,
    head: tab.head,
    rules: rulebook(tab.head.ruleRows),
    settings: readSettings(tab.head.settings).settings,
    now,
    today: dayOfStamp(now),
  };
  take(scene, submission);
}

/** Puts what a submission says into the register; used too by the nightly run for answers whose event was lost. */
function take(scene: Scene, submission: Submission): void {
  switch (submission.kind) {
    case 'interest':
      interest(scene, submission);
      return;
    case 'staff-change':
    case 'plan':
    case 'reflection':
      aboutUnit(scene, submission);
      return;
    case 'survey':
      // How many have answered is read from the form itself, so that nothing is counted twice.
      return;
  }
}

function uniqueReceipt(scene: Scene, form: string, address: string, roundId: string) {
  const notice = receiptNotice(roundId, form, address, scene.today);
  const code = notice.subject.split('.')[1];
  // At most one receipt an address and day, whatever the form or the unit.
  const alreadyToday = scene.tab.rows.some(
    (row) =>
      row
        .state()
        ?.mails.some(
          (mail) => mail.kind === 'receipt' && mail.notice.reference === scene.today && mail.to === address,
        ) ||
      Object.keys(row.state()?.told ?? {}).some(
        (key) => key.includes(`/receipt/${formatDay(scene.today)}/`) && key.endsWith(`.${code}`),
      ),
  );
  return alreadyToday || !isSafeAddress(address) ? null : notice;
}

function withReceipt(
  scene: Scene,
  state: RoundState,
  form: string,
  address: string,
): { state: RoundState; events: JournalEvent[] } {
  const notice = uniqueReceipt(scene, form, address, state.roundId);
  const formEvent: JournalEvent = {
    roundId: state.roundId,
    number: state.events,
    what: 'form',
    about: form,
    from: '',
    to: formatDay(scene.today),
    why: '',
  };
  if (notice === null) return { state: { ...state, events: state.events + 1 }, events: [formEvent] };
  const mail = {
    ...newMail(
      notice,
      { now: scene.now, holdMinutes: scene.settings.holdMinutes, newId: scene.ports.newId },
      scene.now,
    ),
    to: address,
  };
  return {
    state: { ...state, mails: [...state.mails, mail], events: state.events + 2 },
    events: [
      formEvent,
      {
        roundId: state.roundId,
        number: state.events + 1,
        what: 'mail',
        about: 'receipt',
        from: '',
        to: 'queued',
        why: notice.key,
      },
    ],
  };
}

/** Rounds that may still take a corrected interest form; later ones are for the coordinator to change. */
const UNDECIDED = ['interested', 'waitlisted'];

function interest(scene: Scene, submission: InterestSubmission): void {
  const { ports, tab, rules } = scene;
  const cells = readUnitCells(ports.workbook);
  const units = readUnits(cells, rules.names);
  const same = units.records.filter((row) => canonical(row.unit) === canonical(submission.unit));
  const latest = same.reduce<UnitRow | null>(
    (last, row) => (last === null || row.round > last.round ? row : last),
    null,
  );
  const state = latest ? tab.byId.get(latest.id)?.state() : null;
  const status = state?.decision && 'status' in state.decision ? state.decision.status : null;
  const open =
    latest !== null && latest.programme === submission.programme && (status === null || UNDECIDED.includes(status));
  const values = unitValues(submission);
  if (open && latest.id !== '') {
    writeCells(
      ports,
      UNITS_TAB,
      () => readUnitCells(ports.workbook),
      unitIdentity,
      {
        row: latest.id,
        values: Object.fromEntries(
          Object.entries(values).map(([key, value]) => [
            key,
            typeof value === 'string' ? textForTextCell(value) : (value ?? ''),
          ]),
        ),
      },
      cells,
    );
    finishWithFullRun(scene, latest.id, 'interest', submission.managerEmail);
    return;
  }
  const id = ports.newId();
  const row = newRow(UNITS_TAB, cells[KEY_ROW - 1] ?? [], {
    id,
    round: (latest?.round ?? 0) + 1,
    programme: rules.names.find((name) => name.id === submission.programme)?.name ?? submission.programme,
    interestOn: scene.today,
    ...values,
  });
  if (row === null) throw new Error('Fliken Verksamheter saknar en kolumn. Välj Diplomering → Installera.');
  ports.workbook.append(UNITS_TAB.name, row);
  const shown = row.map((cell) => (typeof cell === 'string' ? cell.trim() : cell));
  const { rounds } = roundsOf(
    {
      units: readUnits([...cells.slice(0, KEY_ROW), shown], rules.names),
      occasions: readOccasions([]),
      followUps: readFollowUps([]),
      people: readPeople([], rules.sessions),
    },
    roundContext(tab, rules, scene.now),
  );
  const round = rounds.find((one) => one.id === id);
  if (!round) return;
  const step = advance(null, round, {
    now: scene.now,
    programme: rules.programmes.get(round.programme) ?? null,
    holdMinutes: scene.settings.holdMinutes,
    peoplePrint: '',
    newId: ports.newId,
  });
  const received = withReceipt(scene, step.state, 'interest', submission.managerEmail);
  commit(ports, tab, {
    by: 'submitted',
    at: scene.now,
    events: [...step.events, ...received.events],
    states: [received.state],
    head: null,
    tips: null,
  });
  sendReceipts(scene, new Map([[round.id, received.state]]), null);
}

function unitValues(submission: InterestSubmission): Record<string, string | number | null> {
  return {
    unit: submission.unit,
    unitType: submission.unitType,
    administration: submission.administration,
    package: submission.package,
    staff: submission.staff,
    managerName: submission.managerName,
    managerEmail: submission.managerEmail,
    consider: submission.consider.join(' '),
    basis: submission.basis,
  };
}

const unitIdentity = (row: readonly Cell[], place: (key: string) => number): string => String(row[place('id')] ?? '');

type AboutUnit = Exclude<Submission, { readonly kind: 'interest' } | { readonly kind: 'survey' }>;

function aboutUnit(scene: Scene, submission: AboutUnit): void {
  const facts = scene.tab.rows.flatMap((row) => row.state()?.facts ?? []);
  const byCode = facts.find((one) => one.id === submission.unit.code.trim());
  const latestFirst = [...facts].sort((a, b) => b.number - a.number);
  const found = byCode
    ? { round: byCode }
    : roundFinder(latestFirst, new Map())(submission.unit.name, latestNumber(latestFirst, submission.unit.name));
  const address = submission.kind === 'reflection' ? submission.email : submission.respondent;
  if ('problem' in found) {
    unmatched(scene, { on: scene.today, form: submission.kind, problem: found.problem });
    return;
  }
  const problem = write(scene, submission, found.round);
  if (problem !== null) {
    unmatched(scene, { on: scene.today, form: submission.kind, problem: `${found.round.unit}: ${problem}` });
    return;
  }
  finishWithFullRun(scene, found.round.id, submission.kind, address);
}

function latestNumber(facts: readonly { readonly unit: string; readonly number: number }[], name: string): number {
  return facts.find((one) => canonical(one.unit) === canonical(name))?.number ?? 1;
}

type Facts = RoundState['facts'];

/** Null when it is in the register; else what the coordinator must do. */
function write(scene: Scene, submission: AboutUnit, facts: Facts): string | null {
  const { ports, today } = scene;
  if (submission.kind === 'plan') {
    const values: Record<string, Cell> = { planOn: formatDay(submission.on ?? today) };
    if (submission.areas.length > 0) values.planAreas = submission.areas.join(', ');
    if (submission.link !== '') values.planLink = textForTextCell(submission.link);
    return writeUnit(ports, facts.id, values);
  }
  const tab = peopleTab(scene.rules.sessions);
  const read = (): Cell[][] => ports.workbook.read(tab.name, columnsToRead(tab)) ?? [];
  const cells = read();
  const keyRow = cells[KEY_ROW - 1] ?? [];
  const identity = personIdentity;
  const row = `${canonical(facts.unit)}#${facts.number}#${submission.email}`;
  const people = readPeople(cells, scene.rules.sessions).records;
  const known = people.find((person) => identityOf(person) === row);
  const change = (values: Record<string, Cell>): string | null =>
    known && writeCells(ports, tab, read, identity, { row, values }, cells)
      ? null
      : 'Personen finns inte på fliken Deltagare. Lägg till raden, eller rätta e-postadressen.';
  const add = (values: Parameters<typeof newRow>[2]): string | null => {
    const added = newRow(tab, keyRow, { unit: facts.unit, round: facts.number, ...values });
    if (added === null) return 'Fliken Deltagare saknar en kolumn. Välj Diplomering → Installera.';
    ports.workbook.append(tab.name, added);
    return null;
  };
  if (submission.kind === 'reflection') return change({ reflection: formatDay(today) });
  const from = submission.from ?? today;
  switch (submission.change) {
    case 'new':
      return known ? null : add({ name: submission.name, email: submission.email, roles: submission.roles, from });
    case 'leaving':
      return change({ to: formatDay(submission.to ?? today) });
    case 'leave': {
      const until = submission.to === null ? '' : formatDay(submission.to);
      const earlier = (known?.leave ?? []).map(
        (one) => `${formatDay(one.from)}–${one.to === null ? '' : formatDay(one.to)}`,
      );
      return change({ leave: textForTextCell([...earlier, `${formatDay(from)}–${until}`].join('; ')) });
    }
    case 'new-manager': {
      if (!known) add({ name: submission.name, email: submission.email, roles: ['manager'], from });
      return writeUnit(ports, facts.id, {
        managerName: textForTextCell(submission.name),
        managerEmail: textForTextCell(submission.email),
      });
    }
    case 'confirmed':
      return null;
  }
}

function writeUnit(ports: Ports, id: string, values: Record<string, Cell>): string | null {
  const done = writeCells(ports, UNITS_TAB, () => readUnitCells(ports.workbook), unitIdentity, { row: id, values });
  return done ? null : 'Raden på fliken Verksamheter hittades inte. För in uppgiften för hand.';
}

const identityOf = (person: PersonRow): string => `${canonical(person.unit)}#${person.round ?? 1}#${person.email}`;

const personIdentity = (row: readonly Cell[], place: (key: string) => number): string => {
  const unit = canonical(String(row[place('unit')] ?? ''));
  return unit === ''
    ? ''
    : `${unit}#${Number(row[place('round')]) || 1}#${canonical(String(row[place('email')] ?? ''))}`;
};

/** An answer that belongs to no unit or person we know is put before the coordinator, with a suggestion. */
function unmatched(scene: Scene, one: Unmatched): void {
  const head = { ...scene.head, unmatched: [...scene.head.unmatched, one].slice(-MOST_UNMATCHED) };
  fullRun(scene.ports, scene.tab, {
    by: 'submitted',
    now: scene.now,
    readsJournal: false,
    showsOutbox: false,
    head: () => head,
    events: [{ what: 'form', about: one.form, from: '', to: 'unmatched', why: '' }],
  });
}

/** Recomputes with the new fact, then sends the receipt. */
function finishWithFullRun(scene: Scene, roundId: string, form: string, address: string): void {
  const run = fullRun(scene.ports, scene.tab, {
    by: 'submitted',
    now: scene.now,
    readsJournal: false,
    showsOutbox: false,
    also: (state) => (state.roundId === roundId ? withReceipt(scene, state, form, address) : null),
  });
  sendReceipts(scene, run.states, run);
}

/** A receipt leaves at once, unless somebody else is sending: then it leaves with the next run. */
function sendReceipts(scene: Scene, states: ReadonlyMap<string, RoundState>, run: FullRun | null): void {
  const { ports, settings, now } = scene;
  // After a full run the sender's cell has been taken over; otherwise what it says must be carried on.
  const left = run === null ? leftBehind(scene.tab.sending, now) : null;
  if (settings.dryRun || isSending(scene.tab.sending, now) || (left?.unsure ?? null) !== null) return;
  const context = { now, rounds: run?.rounds ?? new Map(), rules: scene.rules, settings, head: scene.head };
  const letters = [...states.values()].flatMap((state) =>
    state.mails
      .filter((mail) => mail.kind === 'receipt' && mail.state === 'queued' && mail.caused === now)
      .flatMap((mail) => {
        const to = recipientOf(state, mail, undefined, settings);
        const letter = to === '' ? null : composeLetter(context, state, [mail]);
        if (letter === null) return [];
        const { subject, text, html, attachments } = letter;
        return [
          { ids: [mail.id] as const, mail: { to, subject, text, html, senderName: settings.office, attachments } },
        ];
      }),
  );
  if (letters.length === 0) return;
  ports.lock.release();
  if (ports.mail.remaining() < letters.length) return;
  sendAll(ports, letters, now, true, left?.sent);
}
