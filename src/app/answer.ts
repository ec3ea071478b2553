/** What a form's answer says goes into the register, with a receipt in the queue. */
import { type Day, formatDay } from '../domain/calendar.ts';
import { nearest, quoted } from '../domain/clean-text.ts';
import { dayOfStamp, type Stamp } from '../domain/mail-times.ts';
import { receiptNotice } from '../domain/notices.ts';
import { isDone } from '../domain/staff.ts';
import type { InterestSubmission, PlanSubmission, Submission } from '../forms/index.ts';
import { isSafeAddress } from '../messages/index.ts';
import {
  canonical,
  FOLLOW_UPS_TAB,
  KEY_ROW,
  keyOfPerson,
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
import { advance, isDecision, newMail } from './advance.ts';
import { writeCells } from './cells.ts';
import { commit } from './commit.ts';
import type { JournalEvent } from './events.ts';
import { type FullRun, fullRun } from './full-run.ts';
import { composeLetter } from './letters.ts';
import { numbered } from './mail-queue.ts';
import type { Cell, Ports } from './ports.ts';
import { fingerprint, type Rulebook, readUnitCells, roundContext, rulebook, stampNow } from './register.ts';
import { roundOfAnswer } from './round-of-answer.ts';
import type { RoundState } from './round-state.ts';
import { readSettings, type Settings } from './settings.ts';
import type { Head, OpenState, Unmatched } from './state-tab.ts';
import { cellsOf, completeRow } from './tab-rows.ts';

/** Unmatched answers are shown to the coordinator this long at the most; the answer itself stays in the form. */
const MOST_UNMATCHED = 50;

/** Where and when an answer is taken in. */
export interface Scene {
  readonly ports: Ports;
  readonly tab: OpenState;
  readonly rules: Rulebook;
  readonly settings: Settings;
  readonly now: Stamp;
  /** When it was sent in: earlier than now where its event was lost. */
  readonly sentIn: Stamp;
  readonly today: Day;
  /** Tells the answer from others, so that it is taken in once. */
  readonly print: string;
  /** Had been sent in before, and has been changed. */
  readonly isCorrection: boolean;
}

export interface TakenIn {
  readonly states: ReadonlyMap<string, RoundState>;
  /** Where everything was read and decided anew. */
  readonly run: FullRun | null;
}

/** @param sentIn when the answer was sent in; now for one that has just come */
export function sceneOf(
  ports: Ports,
  tab: OpenState,
  submission: Submission,
  sentIn: Stamp,
  isCorrection = false,
): Scene {
  const { head } = tab;
  return {
    ports,
    tab,
    rules: rulebook(head.ruleRows),
    settings: readSettings(head.settings).settings,
    now: stampNow(ports.now()),
    sentIn,
    today: dayOfStamp(sentIn),
    print: printOf(submission),
    isCorrection,
  };
}

export function printOf(submission: Submission): string {
  return fingerprint(JSON.stringify(submission));
}

/** Puts what an answer says into the register; null where nothing of it belongs there. Must be called with the lock held. */
export function takeIn(scene: Scene, submission: Submission): TakenIn | null {
  switch (submission.kind) {
    case 'interest':
      return interest(scene, submission);
    case 'staff-change':
    case 'plan':
    case 'reflection':
      return aboutUnit(scene, submission);
    case 'survey':
      // How many have answered is read from the form itself, so that nothing is counted twice.
      return null;
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
): { readonly state: RoundState; readonly events: readonly JournalEvent[] } {
  const notice = uniqueReceipt(scene, form, address, state.roundId);
  const answers = { ...state.answers, [scene.print]: scene.today };
  const about = { roundId: state.roundId, from: '' };
  const received = { ...about, what: 'form', about: form, to: formatDay(scene.today), why: '' } as const;
  if (notice === null) return numbered({ state: { ...state, answers }, events: [received] });
  const { now, settings, ports } = scene;
  const caused = newMail(notice, { now, holdMinutes: settings.holdMinutes, newId: ports.newId }, scene.sentIn);
  const mail = { ...caused, to: address };
  const letter = composeLetter({ ...scene, head: scene.tab.head, rounds: new Map() }, state, [mail.notice]);
  const shown = letter === null ? mail : { ...mail, subject: letter.subject, text: letter.text };
  const queued = { ...about, what: 'mail', about: 'receipt', to: 'queued', why: notice.key } as const;
  return numbered({ state: { ...state, answers, mails: [...state.mails, shown] }, events: [received, queued] });
}

const CORRECTED =
  'Chefen har ändrat sin intresseanmälan, och det går inte att föra in av sig självt. Se svaret i formuläret och ändra på fliken Verksamheter.';

/** Rounds that may still take a corrected interest form; later ones are for the coordinator to change. */
const UNDECIDED = ['interested', 'waitlisted'];

function interest(scene: Scene, submission: InterestSubmission): TakenIn | null {
  const { ports, tab, rules } = scene;
  const cells = readUnitCells(ports.workbook);
  const units = readUnits(cells, rules.names);
  const same = units.records.filter((row) => canonical(row.unit) === canonical(submission.unit));
  const latest =
    same.reduce<UnitRow | null>((last, row) => (last === null || row.round > last.round ? row : last), null) ??
    (scene.isCorrection ? beforeRenaming(scene, submission, units.records) : null);
  const state = latest ? tab.byId.get(latest.id)?.state() : null;
  const status = state?.decision && 'status' in state.decision ? state.decision.status : null;
  const open =
    latest !== null && latest.programme === submission.programme && (status === null || UNDECIDED.includes(status));
  const values = unitValues(submission);
  // An execution that died may have written the row and no more; whoever has been decided on since stays as decided.
  const isWritten =
    scene.sentIn < scene.now && latest?.programme === submission.programme && latest.interestOn === scene.today;
  if (isWritten && !open) return withFullRun(scene, latest.id, 'interest', submission.managerEmail);
  if (open && latest.id !== '') {
    const typed = Object.entries(values).map(([key, value]) => [
      key,
      typeof value === 'string' ? textForTextCell(value) : (value ?? ''),
    ]);
    writeCells(ports, UNITS_TAB, { row: latest.id, values: Object.fromEntries(typed) }, cells);
    return withFullRun(scene, latest.id, 'interest', submission.managerEmail);
  }
  // Somebody has decided about it, or it bears another name and manager: what was sent in once is no second round.
  if (scene.isCorrection) return unmatched(scene, `${submission.unit}: ${CORRECTED}`, 'interest');
  const id = ports.newId();
  const row = completeRow(UNITS_TAB, cells[KEY_ROW - 1], {
    id,
    round: (latest?.round ?? 0) + 1,
    programme: rules.names.find((name) => name.id === submission.programme)?.name ?? submission.programme,
    interestOn: scene.today,
    ...values,
  });
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
  if (!round) return null;
  const step = advance(null, round, {
    now: scene.now,
    programme: rules.programmes.get(round.programme) ?? null,
    holdMinutes: scene.settings.holdMinutes,
    peoplePrint: '',
    newId: ports.newId,
    isFirstInstallation: false,
    isKept: () => false,
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
  return { states: new Map([[round.id, received.state]]), run: null };
}

/** The undecided row that an answer was about before its manager wrote another name in it; null where that cannot be told. */
function beforeRenaming({ tab }: Scene, submission: InterestSubmission, rows: readonly UnitRow[]): UnitRow | null {
  const [only = null, ...others] = rows.filter(({ id, programme, managerEmail }) => {
    const decision = tab.byId.get(id)?.state()?.decision ?? null;
    const isOpen = decision !== null && 'status' in decision && UNDECIDED.includes(decision.status);
    return isOpen && programme === submission.programme && managerEmail === submission.managerEmail;
  });
  return others.length === 0 ? only : null;
}

/** What has a column of its own; the programme has one too, in words. */
function unitValues(submission: InterestSubmission): Record<string, string | number | null> {
  const { kind: _kind, programme: _programme, preparations: _preparations, consider, ...values } = submission;
  return { ...values, consider: consider.join(' ') };
}

type AboutUnit = Exclude<Submission, { readonly kind: 'interest' } | { readonly kind: 'survey' }>;

function aboutUnit(scene: Scene, submission: AboutUnit): TakenIn {
  const states = scene.tab.rows.flatMap((row) => row.state() ?? []);
  const state = roundOfAnswer(states)(submission.unit);
  if (!state) {
    const look = roundFinder(
      states.map(({ facts }) => facts),
      new Map(),
    );
    const asked = look(submission.unit.name, 1);
    return unmatched(scene, 'problem' in asked ? asked.problem : '', submission.kind);
  }
  const { unit } = state.facts;
  const problem = write(scene, submission, state);
  if (problem !== null) return unmatched(scene, `${unit}: ${problem}`, submission.kind);
  const address = submission.kind === 'reflection' ? submission.person : submission.respondent;
  const remains = remainder(submission, unit, scene.today);
  return withFullRun(scene, state.roundId, submission.kind, address, remains);
}

/** Null when it is in the register; else what the coordinator must do. */
function write(scene: Scene, submission: AboutUnit, state: RoundState): string | null {
  const { ports, today } = scene;
  const { facts, formerNames } = state;
  if (submission.kind === 'plan') return writePlan(scene, submission, state);
  const tab = peopleTab(scene.rules.sessions);
  const cells = cellsOf(ports.workbook, tab);
  const person = submission.kind === 'reflection' ? submission.person : submission.email;
  const names = [facts.unit, ...formerNames].map(canonical);
  const staff = readPeople(cells, scene.rules.sessions).records.filter(
    (one) => names.includes(canonical(one.unit)) && (one.round ?? 1) === facts.number,
  );
  const known = staff.find((one) => person !== '' && [one.email, canonical(one.personId)].includes(person));
  const row = known ? `${canonical(known.unit)}#${facts.number}#${canonical(keyOfPerson(known))}` : '';
  const change = (values: Record<string, Cell>): string | null =>
    known && writeCells(ports, tab, { row, values }, cells) ? null : notListed(person, staff);
  const add = (values: Parameters<typeof newRow>[2]): string | null => {
    const added = newRow(tab, cells[KEY_ROW - 1] ?? [], { unit: facts.unit, round: facts.number, ...values });
    if (added === null) return 'Fliken Deltagare saknar en kolumn. Välj Diplomering → Installera.';
    ports.workbook.append(tab.name, added);
    return null;
  };
  if (submission.kind === 'reflection') {
    // Sent in again, or changed: the first day stands, since a diploma may rest on it.
    return known && isDone(known.reflection, today) ? null : change({ reflection: formatDay(today) });
  }
  const from = submission.from ?? today;
  switch (submission.change) {
    case 'new': {
      const { name, email, roles } = submission;
      if (known) return scene.isCorrection ? change({ name: textForTextCell(name), from: formatDay(from) }) : null;
      if (scene.isCorrection && staff.some((one) => canonical(one.name) === canonical(name))) {
        return 'Chefen har rättat e-postadressen till en ny medarbetare. Rätta den på fliken Deltagare.';
      }
      return add({ name, email, roles, from });
    }
    case 'leaving':
      return change({ to: formatDay(submission.to ?? today) });
    case 'leave': {
      if (scene.isCorrection) return 'Chefen har rättat en ledighet. Rätta den på fliken Deltagare.';
      const until = submission.to === null ? '' : formatDay(submission.to);
      const earlier = (known?.leave ?? []).map(
        (one) => `${formatDay(one.from)}–${one.to === null ? '' : formatDay(one.to)}`,
      );
      return change({ leave: textForTextCell([...earlier, `${formatDay(from)}–${until}`].join('; ')) });
    }
    case 'new-manager': {
      if (!known) add({ name: submission.name, email: submission.email, roles: ['manager'], from });
      if (laterManager(submission, today) !== null) return null;
      return writeUnit(ports, facts.id, {
        managerName: textForTextCell(submission.name),
        managerEmail: textForTextCell(submission.email),
      });
    }
    case 'confirmed':
      return writeUnit(ports, facts.id, { staffConfirmedOn: formatDay(today) });
  }
}

function notListed(person: string, staff: readonly PersonRow[]): string {
  // Everybody's address ends alike.
  const local = (address: string): string => address.split('@')[0] ?? '';
  const addresses = staff.map(({ email }) => email).filter((email) => email !== '');
  // Of two letters, everything is near.
  const name = local(person).length > 2 ? nearest(local(person), addresses.map(local)) : null;
  const near = addresses.find((address) => local(address) === name);
  const hint = near === undefined ? '' : ` Menas ${near}?`;
  return `Personen ${quoted(person)} finns inte på fliken Deltagare.${hint} Lägg till raden, eller rätta e-postadressen.`;
}

/**
 * A plan that comes again brings its link, and leaves the day on which there first was one that counts, since a diploma may rest on it. After the diploma it is
 * the year's revision, where the programme has one.
 */
function writePlan(
  { ports, today, isCorrection }: Scene,
  submission: PlanSubmission,
  state: RoundState,
): string | null {
  const { facts, decision } = state;
  const settled = isDecision(decision) && (decision.diploma !== null || decision.status === 'completed');
  const values: Record<string, Cell> = {};
  const counts =
    isDecision(decision) && decision.requirements.some(({ id, state }) => id === 'plan' && state === 'met');
  const on = submission.on ?? (counts ? null : today);
  if (!settled && on !== null) values.planOn = formatDay(on);
  if (!settled && submission.areas.length > 0) values.planAreas = submission.areas.join(', ');
  if (submission.link !== '') values.planLink = textForTextCell(submission.link);
  const isRevision = settled && !isCorrection && decision.deadlines.some(({ kind }) => kind === 'plan-revision');
  if (isRevision && !facts.followUps.some((one) => one.kind === 'plan-revision' && one.on === today)) {
    const keys = cellsOf(ports.workbook, FOLLOW_UPS_TAB)[KEY_ROW - 1];
    const revision = { unit: facts.unit, round: facts.number, kind: 'plan-revision', on: today };
    ports.workbook.append(FOLLOW_UPS_TAB.name, completeRow(FOLLOW_UPS_TAB, keys, revision));
  }
  return Object.keys(values).length === 0 ? null : writeUnit(ports, facts.id, values);
}

function writeUnit(ports: Ports, id: string, values: Record<string, Cell>): string | null {
  const done = writeCells(ports, UNITS_TAB, { row: id, values });
  return done ? null : 'Raden på fliken Verksamheter hittades inte. För in uppgiften för hand.';
}

/** An answer that belongs to no unit or person we know is put before the coordinator, with a suggestion. */
function unmatched(scene: Scene, problem: string, form: string): TakenIn {
  const run = fullRun(scene.ports, scene.tab, {
    by: 'submitted',
    now: scene.now,
    head: putBefore(scene, problem, form),
    events: [{ what: 'form', about: form, from: '', to: 'unmatched', why: '' }],
  });
  return { states: run.states, run };
}

/** The head with something for the coordinator to see to. */
function putBefore({ today, print }: Scene, problem: string, form: string): (head: Head) => Head {
  const one: Unmatched = { on: today, form, problem, print };
  return (head) => ({ ...head, unmatched: [...head.unmatched, one].slice(-MOST_UNMATCHED) });
}

/** What remains to be done on a later day with an answer that is in the register; empty where nothing does. */
function remainder(submission: AboutUnit, unit: string, today: Day): string {
  const from = laterManager(submission, today);
  if (from === null) return '';
  return `${unit}: Ny chef från och med ${formatDay(from)}. Byt Chef och Chefens e-post på fliken Verksamheter den dagen.`;
}

/** The day on which a new manager begins, when it has not come: until then mail goes to the one that the unit has. */
function laterManager(submission: AboutUnit, today: Day): Day | null {
  if (submission.kind !== 'staff-change' || submission.change !== 'new-manager') return null;
  return submission.from !== null && submission.from > today ? submission.from : null;
}

/** Recomputes with the new fact, and puts the receipt in the queue. */
function withFullRun(scene: Scene, roundId: string, form: string, address: string, remains = ''): TakenIn {
  const run = fullRun(scene.ports, scene.tab, {
    by: 'submitted',
    now: scene.now,
    ...(remains !== '' && { head: putBefore(scene, remains, form) }),
    also: (state) => (state.roundId === roundId ? withReceipt(scene, state, form, address) : null),
  });
  return { states: run.states, run };
}
