/** Each verb goes through the door that a person would use: a form, an edit or a paste in the workbook, a menu. */
import { DECISION_REASONS, EXTENSION_REASONS, OVERRIDE_REASONS, WITHDRAWAL_REASONS } from '../../src/domain/reasons.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';
import type { Host } from '../host/index.ts';
import { formOf, LABELS, sendForm } from './fill-form.ts';
import { Refused } from './refused.ts';
import type { Arguments } from './scenario.ts';
import { type CellValue, letters, same, type TabView } from './tab-view.ts';
import { Typing } from './typing.ts';

const SWEDISH = {
  decision: { admit: 'Antagen', waitlist: 'I kö', decline: 'Avböjd' },
  role: { manager: 'Chef', doctor: 'Läkare', municipal: 'Kommun', group: 'Hbtq-grupp' },
  occasion: { planned: 'Planerad', held: 'Genomförd', cancelled: 'Inställd' },
  followUp: {
    contact: 'Kontakt med chefen',
    'plan-revision': 'Planen reviderad',
    'follow-up': 'Uppföljning',
    survey: 'Enkät',
  },
} as const;

const REASONS = {
  decisionReason: DECISION_REASONS,
  extensionReason: EXTENSION_REASONS,
  overrideReason: OVERRIDE_REASONS,
  withdrawnReason: WITHDRAWAL_REASONS,
} as const;

/** An occasion that bears no letter is a session's first. */
const FIRST_OCCASION = 'A';

/** What a coordinator would type for a person's roles. */
function rolesText(roles: readonly string[]): string {
  return roles.map((role) => SWEDISH.role[role as keyof typeof SWEDISH.role] ?? role).join(', ');
}

export class Verbs extends Typing {
  private readonly programme: string;

  constructor(host: Host, programme: string) {
    super(host);
    this.programme = programme;
  }

  /** The latest round of a unit. */
  unitRow(unit: string): number {
    const view = this.tab('Verksamheter');
    const found = view
      .rows('unit')
      .filter((row) => same(view.get(row, 'unit'), unit))
      .sort((a, b) => Number(view.get(b, 'round') ?? 1) - Number(view.get(a, 'round') ?? 1));
    const row = found[0];
    if (row === undefined) throw new Refused(`Verksamheten ${unit} finns inte på fliken Verksamheter.`);
    return row;
  }

  private round(unit: string): number {
    const view = this.tab('Verksamheter');
    return Number(view.get(this.unitRow(unit), 'round') ?? 1) || 1;
  }

  private programmeOf(unit: string): string {
    const view = this.tab('Verksamheter');
    const name = String(view.get(this.unitRow(unit), 'programme') ?? '');
    return PROGRAMMES.find((one) => same(LABELS.get(one.id), name) || one.id === name)?.id ?? name;
  }

  private setUnit(unit: string, key: string, value: CellValue): void {
    const view = this.tab('Verksamheter');
    this.type(view, this.unitRow(unit), view.column(key), value);
  }

  private personRows(unit: string): number[] {
    const view = this.tab('Deltagare');
    const round = this.round(unit);
    return view
      .rows('unit')
      .filter((row) => same(view.get(row, 'unit'), unit) && (Number(view.get(row, 'round') ?? 1) || 1) === round);
  }

  private personRow(unit: string, email: string): number {
    const view = this.tab('Deltagare');
    const row = this.personRows(unit).find(
      (one) => same(view.get(one, 'email'), email) || same(view.get(one, 'personId'), email),
    );
    if (row === undefined) throw new Refused(`${email} finns inte på fliken Deltagare för ${unit}.`);
    return row;
  }

  interest(args: Arguments<'interest'>): void {
    const programme = args.programme ?? this.programme;
    const form = formOf('interest', programme);
    if (!form) throw new Refused(`Programmet ${programme} finns inte.`);
    const given: Record<string, unknown> = {
      unit: args.unit,
      staff: args.staff,
      managerName: args.managerName,
      managerEmail: args.managerEmail,
      unitType: args.unitType,
      administration: args.administration,
      package: args.package,
      ...args.answers,
    };
    sendForm(this.host, form, given);
  }

  decide(args: Arguments<'decide'>): void {
    if (args.reason !== undefined) this.reason(args.unit, 'decisionReason', args.reason);
    this.setUnit(args.unit, 'decision', SWEDISH.decision[args.decision]);
  }

  /** An item of the product's list, or "annat" with the words in the note. */
  private reason(unit: string, key: keyof typeof REASONS, reason: string): void {
    const listed = REASONS[key];
    const item = listed.find((one) => same(one.label, reason) || one.code === reason);
    if (!item) this.setUnit(unit, 'note', reason);
    this.setUnit(unit, key, item?.label ?? 'Annat');
  }

  people(args: Arguments<'people'>): void {
    const view = this.tab('Deltagare');
    const round = this.round(args.unit);
    const keys = ['unit', 'round', 'name', 'email', 'personId', 'roles', 'from', 'to', 'leave', 'earlierDiploma'];
    const rows = (args.add ?? []).map((person) => this.personCells(args.unit, round, person));
    if (rows.length > 0) this.pasteRows(view, keys, rows);
    for (const person of args.change ?? []) {
      const row = this.personRow(args.unit, person.email);
      const cells = this.personCells(args.unit, round, person);
      for (const key of keys.slice(2)) {
        if (key === 'email' || cells[key] === undefined) continue;
        this.type(view, row, view.column(key), cells[key] ?? null);
      }
    }
  }

  private personCells(
    unit: string,
    round: number,
    person: NonNullable<Arguments<'people'>['add']>[number],
  ): Record<string, CellValue | undefined> {
    const isAddress = person.email.includes('@');
    return {
      unit,
      round: round === 1 ? null : round,
      name: person.name,
      ...(isAddress ? { email: person.email } : { personId: person.email }),
      roles: person.roles && rolesText(person.roles),
      from: person.from,
      to: person.to,
      leave: person.leave?.map((one) => `${one.from}–${one.to ?? ''}`).join('; '),
      earlierDiploma: person.earlierDiploma,
    };
  }

  /** Pastes rows below the last one. Columns that stand side by side are one paste; where people have moved them, one paste each run. */
  private pasteRows(
    view: TabView,
    keys: readonly string[],
    rows: readonly Readonly<Record<string, CellValue | undefined>>[],
  ): void {
    const first = view.nextRow('unit');
    const columns = keys.map((key) => ({ key, column: view.column(key) })).sort((a, b) => a.column - b.column);
    let run: typeof columns = [];
    const paste = (): void => {
      const [start] = run;
      if (!start) return;
      const values = rows.map((row) => run.map(({ key }) => row[key] ?? null));
      const range = `${view.address(first, start.column)}:${letters(start.column + run.length - 1)}${first + rows.length}`;
      this.host.paste({ sheet: view.name, range, values });
      run = [];
    };
    // The unit's name last: until then the rows belong to nobody and no half-filled person is judged.
    for (const one of columns) {
      const last = run.at(-1);
      if (last && one.column !== last.column + 1) paste();
      run.push(one);
    }
    paste();
  }

  occasion(args: Arguments<'occasion'>): void {
    const view = this.tab('Tillfällen');
    const row = this.occasionRow(args.unit, args.session, args.occasion);
    if (row === undefined) {
      const round = this.round(args.unit);
      this.pasteRows(
        view,
        ['unit', 'round', 'session', 'label', 'starts', 'digital', 'place', 'state'],
        [
          {
            unit: args.unit,
            round: round === 1 ? null : round,
            session: args.session,
            label: args.occasion ?? null,
            starts: args.starts?.replace('T', ' ') ?? null,
            digital: args.digital ?? null,
            place: args.place ?? null,
            state: SWEDISH.occasion[args.status ?? 'planned'],
          },
        ],
      );
      return;
    }
    if (args.starts !== undefined) this.type(view, row, view.column('starts'), args.starts.replace('T', ' '));
    if (args.digital !== undefined) this.type(view, row, view.column('digital'), args.digital);
    if (args.place !== undefined) this.type(view, row, view.column('place'), args.place);
    // What is cancelled and gets a new time is to be held again.
    const isBack = args.starts !== undefined && same(view.get(row, 'state'), SWEDISH.occasion.cancelled);
    const status = args.status ?? (isBack ? 'planned' : undefined);
    if (status !== undefined) this.type(view, row, view.column('state'), SWEDISH.occasion[status]);
  }

  private occasionRow(unit: string, session: number, label: string | undefined): number | undefined {
    const view = this.tab('Tillfällen');
    const round = this.round(unit);
    return view
      .rows('unit')
      .filter(
        (row) =>
          same(view.get(row, 'unit'), unit) &&
          (Number(view.get(row, 'round') ?? 1) || 1) === round &&
          Number(view.get(row, 'session')) === session,
      )
      .find((row) => label === undefined || same(view.get(row, 'label') || FIRST_OCCASION, label));
  }

  attendance(args: Arguments<'attendance'>, today: string): void {
    const view = this.tab('Deltagare');
    const rows = this.personRows(args.unit);
    const column = view.column(`session${args.session}`);
    const absent = args.absent ?? [];
    const named = (row: number, list: readonly string[]): boolean =>
      list.some((one) => same(view.get(row, 'email'), one) || same(view.get(row, 'personId'), one));
    if (args.present !== '*') for (const email of args.present) this.personRow(args.unit, email);
    const present = args.present;
    const tick = (row: number): CellValue => {
      if (named(row, absent)) return false;
      if (present === '*') return this.isEmployed(row, today) ? true : view.cell(row, column);
      return named(row, present) ? true : view.cell(row, column);
    };
    const [first, last] = [rows[0], rows.at(-1)];
    if (first !== undefined && last !== undefined) {
      const values: CellValue[][] = [];
      for (let row = first; row <= last; row += 1)
        values.push([rows.includes(row) ? tick(row) : view.cell(row, column)]);
      this.host.paste({
        sheet: view.name,
        range: `${view.address(first, column)}:${letters(column)}${last + 1}`,
        values,
      });
    }
    const occasions = this.tab('Tillfällen');
    let row = this.occasionRow(args.unit, args.session, args.occasion);
    if (row === undefined) {
      this.occasion({
        unit: args.unit,
        session: args.session,
        starts: today,
        ...(args.occasion === undefined ? {} : { occasion: args.occasion }),
      });
      row = this.occasionRow(args.unit, args.session, args.occasion);
    }
    if (row === undefined) throw new Refused(`Träff ${args.session} har inget tillfälle.`);
    this.type(occasions, row, occasions.column('state'), SWEDISH.occasion.held);
    this.type(occasions, row, occasions.column('attendanceComplete'), true);
  }

  private isEmployed(row: number, today: string): boolean {
    const view = this.tab('Deltagare');
    const day = (key: string): string => dayText(view.get(row, key));
    return (day('from') === '' || day('from') <= today) && (day('to') === '' || day('to') >= today);
  }

  complete(args: Arguments<'complete'>, today: string): void {
    const unitWide: Partial<Record<typeof args.activity, string>> = {
      'development-task': 'developmentTaskOn',
      review: 'reviewOn',
    };
    const klivet = this.programmeOf(args.unit) === 'hbtq-klivet' && args.activity === 'reflection';
    const unitKey = klivet ? 'selfReflectionOn' : unitWide[args.activity];
    if (unitKey !== undefined) {
      this.setUnit(args.unit, unitKey, args.on);
      return;
    }
    const view = this.tab('Deltagare');
    const keys = { course: 'course', reflection: 'reflection', 'catch-up': 'catchUp', refresher: 'refresher' } as const;
    const key = args.activity in keys ? keys[args.activity as keyof typeof keys] : 'course';
    const column = view.column(key);
    const people = args.people ?? '*';
    const rows =
      people === '*'
        ? this.personRows(args.unit).filter((row) => this.isEmployed(row, today))
        : people.map((email) => this.personRow(args.unit, email));
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    if (rows.length === 0) return;
    const values: CellValue[][] = [];
    for (let row = first; row <= last; row += 1) {
      const present = dateCell(view.cell(row, column));
      // Earlier refreshers have carried earlier periods: a coordinator lets them stand.
      const added = key === 'refresher' && present && present !== args.on ? `${present}; ${args.on}` : args.on;
      values.push([rows.includes(row) ? added : present]);
    }
    this.host.paste({
      sheet: view.name,
      range: `${view.address(first, column)}:${letters(column)}${last + 1}`,
      values,
    });
  }

  reflection(args: Arguments<'reflection'>): void {
    const form = formOf('reflection');
    if (form)
      sendForm(this.host, form, {
        unit: args.unit,
        code: this.code(args.unit),
        email: args.person,
        text: args.text ?? 'Tankar efter utbildningen.',
      });
  }

  private code(unit: string): string {
    return String(this.tab('Verksamheter').get(this.unitRow(unit), 'id') ?? '');
  }

  plan(args: Arguments<'plan'>): void {
    if (args.via === 'form') {
      const form = formOf('plan', this.programmeOf(args.unit));
      const view = this.tab('Verksamheter');
      const respondent = String(view.get(this.unitRow(args.unit), 'managerEmail') ?? '');
      if (form)
        sendForm(this.host, form, {
          unit: args.unit,
          code: this.code(args.unit),
          respondent,
          on: args.on,
          areas: args.areas,
          link: null,
        });
      return;
    }
    if (args.areas !== undefined) this.setUnit(args.unit, 'planAreas', args.areas.join(', '));
    this.setUnit(args.unit, 'planOn', args.on);
  }

  presentation(args: Arguments<'presentation'>): void {
    this.setUnit(args.unit, 'presentationOn', args.on);
  }

  certify(args: Arguments<'certify'>): void {
    if (args.override !== undefined && args.override !== false) {
      this.reason(args.unit, 'overrideReason', args.override === true ? 'Annat' : args.override);
    }
    this.setUnit(args.unit, 'diplomaOn', args.on);
  }

  withdraw(args: Arguments<'withdraw'>, today: string): void {
    this.reason(args.unit, 'withdrawnReason', args.reason ?? 'Annat');
    this.setUnit(args.unit, 'withdrawnOn', today);
  }

  extend(args: Arguments<'extend'>): void {
    const keys = { plan: 'planDue', 'catch-up': 'catchUpDue', survey: 'surveyDue' } as const;
    this.reason(args.unit, 'extensionReason', args.reason ?? 'Annat');
    this.setUnit(args.unit, keys[args.deadline], args.to);
  }

  followUp(args: Arguments<'followUp'>): void {
    const view = this.tab('Uppföljning');
    const round = this.round(args.unit);
    const row = {
      unit: args.unit,
      round: round === 1 ? null : round,
      kind: SWEDISH.followUp[args.kind],
      on: args.on,
      missed: args.missed ?? null,
    };
    this.pasteRows(view, Object.keys(row), [row]);
  }

  survey(args: Arguments<'survey'>): void {
    const kind = args.wave === 'follow-up' ? 'survey' : 'self-assessment';
    const form = formOf(kind);
    if (!form) throw new Refused(`Det finns ingen enkät för ${args.wave}.`);
    if (!this.host.forms.some((one) => one.title === form.title)) {
      // A unit that assesses itself has asked the coordinator for the form, who switches it on.
      this.setting({ selfAssessment: true });
      this.host.open();
      this.host.menu('Installera');
    }
    const unit = { unit: args.unit, code: this.code(args.unit), wave: args.wave };
    for (const answers of args.answers) sendForm(this.host, form, { ...unit, ...answers });
  }

  rule(args: Arguments<'rule'>): void {
    const view = this.tab('Regler');
    const id = args.programme ?? this.programme;
    const programme = LABELS.get(id) ?? id;
    const rows = Object.entries(args.set).map(([path, value]) => ({
      programme,
      from: args.from,
      path,
      value: typeof value === 'boolean' ? (value ? 'ja' : 'nej') : value,
    }));
    const first = view.nextRow('programme');
    for (const [index, row] of rows.entries()) {
      for (const [key, value] of Object.entries(row)) this.type(view, first + index, view.column(key), value);
      if (args.confirm === true) this.type(view, first + index, view.column('confirmed'), true);
    }
  }

  setting(args: Arguments<'setting'>): void {
    const view = this.tab('Inställningar');
    for (const [name, value] of Object.entries(args)) {
      const row = view
        .rows('label')
        .find((one) => same(view.get(one, 'setting'), name) || same(view.get(one, 'label'), name));
      if (row === undefined) throw new Refused(`Inställningen ${name} finns inte.`);
      this.type(view, row, view.column('value'), value === true ? 'ja' : value === false ? 'nej' : value);
    }
  }
}

const MILLISECONDS_A_DAY = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A date cell as `YYYY-MM-DD`: the sheet keeps a serial number. */
function dayText(value: CellValue): string {
  if (typeof value === 'number')
    return new Date(SERIAL_ZERO + Math.floor(value) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
  return String(value ?? '').slice(0, 10);
}

const dateCell = (value: CellValue): CellValue => (typeof value === 'number' ? dayText(value) : value);
