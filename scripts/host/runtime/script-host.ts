import { FormAccess, formsOf } from '../services/form/access.ts';
import { Form as FormHandle } from '../services/form/form.ts';
import { services } from '../services/index.ts';
import { mailOf } from '../services/mail-store.ts';
import {
  type Body,
  isPublicName,
  pageArguments,
  pageResult,
  type RequestParameters,
  type Served,
  servedOf,
  webEvent,
} from '../services/page.ts';
import { bookOf } from '../services/spreadsheet/spreadsheet-app.ts';
import { visibleAddress } from './accounts.ts';
import type {
  ActResult,
  ExecutionRecord,
  Fault,
  HostOptions,
  Mail,
  Meanwhile,
  Menu,
  MeterLine,
  RunResult,
  TriggerInfo,
} from './api.ts';
import type { AuthMode, Container, Dialog, DialogAnswer, EntryKind } from './contract.ts';
import { CustomFunctions } from './custom-functions.ts';
import { Engine } from './engine.ts';
import { userOf } from './events.ts';
import type { Start } from './execution.ts';
import { momentOf } from './local-time.ts';
import { locksOf } from './lock-store.ts';
import { Postman } from './postman.ts';
import { Program } from './program.ts';
import { StateFolder } from './state-folder.ts';
import { DEFAULT_SWITCHES } from './switches.ts';
import { triggersOf } from './trigger-store.ts';
import { TriggerRunner } from './triggers.ts';
import { DocumentWindow } from './window.ts';
import { HostWorld, type WorldSnapshot } from './world.ts';

const DEFAULT_ZONE = 'Europe/Stockholm';
const DEFAULT_OWNER = 'agare@example.org';

function pageCall(name: string, args: readonly unknown[]): readonly unknown[] {
  if (!isPublicName(name)) throw new TypeError(`google.script.run.${name} is not a function`);
  return pageArguments(args);
}

/** What a host can be asked about the person who acts. */
export interface ActOptions {
  /** The person's account; default the owner. */
  readonly user?: string;
}

/** The part of a host that runs scripts: executions, menus, clock, limits, mail, state. */
export class ScriptHost {
  /** For acts on documents (`runtime/acts.ts`); other code has no need of it. */
  readonly world: HostWorld;
  readonly triggerRunner: TriggerRunner;
  readonly window: DocumentWindow;
  protected readonly engine: Engine;
  private readonly postman: Postman;
  private readonly folder: StateFolder | undefined;
  private listeners: ((record: ExecutionRecord) => void)[] = [];

  constructor(options: HostOptions) {
    const program = new Program(options.files);
    const timeZone = program.manifest.timeZone ?? options.timeZone ?? DEFAULT_ZONE;
    const seed = options.seed ?? 1;
    this.world = new HostWorld({
      now: momentOf(options.now, timeZone),
      timeZone,
      documentTimeZone: options.timeZone ?? timeZone,
      locale: options.locale ?? 'sv_SE',
      owner: options.owner ?? DEFAULT_OWNER,
      switches: { ...DEFAULT_SWITCHES, ...options.switches },
      files: options.files,
      seed,
    });
    this.world.container = this.newContainer(options.container ?? 'spreadsheet');
    this.engine = new Engine(this.world, program, services, seed);
    this.triggerRunner = new TriggerRunner(this.world, this.engine);
    const custom = new CustomFunctions(this.world, this.engine);
    this.world.customFunction = (name) => custom.find(name);
    this.window = new DocumentWindow(options.onDialog);
    this.postman = new Postman(options.mailTransport);
    this.folder = options.stateFolder === undefined ? undefined : new StateFolder(options.stateFolder);
    const goesOn = this.folder?.load((saved) => this.world.restore(saved)) ?? false;
    if (!goesOn && options.quota !== undefined) this.setQuota(options.quota);
    this.engine.onEnd = (record) => {
      this.save();
      for (const listener of this.listeners) listener(record);
    };
  }

  private newContainer(type: NonNullable<HostOptions['container']>): Container | null {
    if (type === 'none') return null;
    return { type, id: type === 'form' ? formsOf(this.world).create('Formulär utan titel').id : this.world.newId(44) };
  }

  // --- running -----------------------------------------------------------------------------------------------------

  private start(
    entry: string,
    kind: EntryKind,
    user: string,
    effectiveUser = user,
    authMode: AuthMode = 'FULL',
  ): Start {
    const activeUser = visibleAddress(this.world.owner, user);
    return { entry, kind, authMode, effectiveUser, activeUser, ui: this.window.session(user) };
  }

  /** Runs a function as the owner does with the editor's run button. Arguments are plain values. */
  run(name: string, ...args: readonly unknown[]): RunResult {
    return this.engine.run(this.start(name, 'run', this.world.owner), { args: () => args });
  }

  /**
   * Calls a function as a page of the script does by google.script.run. Throws what the browser throws for a private name
   * (`name_`) and for arguments that may not cross (dates, functions); a result that may not cross arrives as null.
   */
  call(name: string, args: readonly unknown[], options: ActOptions = {}): RunResult {
    const copies = pageCall(name, args);
    const start = this.start(name, 'page', options.user ?? this.world.owner);
    return this.engine.run(start, { args: () => copies, read: pageResult });
  }

  /** Asks the web app as a browser does with GET: `doGet` gets the parameters in its event object. */
  get(parameters: RequestParameters = {}, options: ActOptions & { readonly path?: string } = {}) {
    return this.request('doGet', webEvent(parameters, options.path ?? ''), options);
  }

  /** Asks the web app with POST: `doPost` gets the body as `postData`. */
  post(body: string | Body, parameters: RequestParameters = {}, options: ActOptions & { readonly path?: string } = {}) {
    const posted = typeof body === 'string' ? { contents: body } : body;
    return this.request('doPost', webEvent(parameters, options.path ?? '', posted), options);
  }

  /** Asks the script's web app: `doGet` or `doPost` with its event object. Runs as the owner. */
  request(
    method: 'doGet' | 'doPost',
    event: Readonly<Record<string, unknown>>,
    options: ActOptions = {},
  ): RunResult & { readonly served?: Served } {
    const user = options.user ?? this.world.owner;
    const start = { ...this.start(method, 'page', user, this.world.owner), ui: null };
    const result = this.engine.run(start, { args: () => [event], read: servedOf });
    return result.status === 'completed' ? { ...result, served: result.value as Served } : result;
  }

  /** Opens the bound document: the menus are built anew by onOpen and by installed open triggers. */
  open(user: string = this.world.owner): readonly ExecutionRecord[] {
    this.window.menus = [];
    this.window.opened = true;
    const { container } = this.world;
    if (!container) return [];
    const fields = this.documentFields(container.id);
    return [
      ...this.triggerRunner.fireSimple('onOpen', user, this.window.session(user), fields),
      ...this.triggerRunner.fireInstalled('ON_OPEN', container.id, user, fields),
    ];
  }

  private documentFields(id: string) {
    return (execution: Parameters<typeof userOf>[0]) => ({
      source:
        this.world.container?.type === 'form'
          ? new FormHandle(new FormAccess(execution, id))
          : bookOf(execution, id).spreadsheet(),
      user: userOf(execution),
    });
  }

  /** The menus that the script has put in the document's menu bar. Opens the document if nobody has. */
  menus(): readonly Menu[] {
    if (!this.window.opened) this.open();
    return this.window.menus;
  }

  private menuStart(label: string | readonly string[], options: ActOptions, later: boolean): Start {
    const user = options.user ?? this.world.owner;
    if (!this.window.opened) this.open(user);
    const name = this.window.functionOf(label);
    if (name === undefined) {
      throw new Error(`There is no menu item ${typeof label === 'string' ? label : label.join('/')}`);
    }
    return { ...this.start(name, 'menu', user), ui: this.window.session(user, later) };
  }

  /**
   * Chooses a menu item by its caption or by the captions from the menu bar down, as the person. Throws if there is no
   * such item.
   */
  menu(label: string | readonly string[], options: ActOptions = {}): RunResult {
    return this.engine.run(this.menuStart(label, options, false), { args: () => [] });
  }

  /**
   * The same where a real person answers the dialogs in her own time: `ask` is told of each alert and prompt, and other
   * executions may run until it has its answer.
   */
  menuAsking(
    label: string | readonly string[],
    ask: (dialog: Dialog) => Promise<DialogAnswer>,
    options: ActOptions = {},
  ): Promise<RunResult> {
    return this.engine.runAsking(this.menuStart(label, options, true), { args: () => [] }, ask);
  }

  /** The same for a call from a page of the script. */
  callAsking(
    name: string,
    args: readonly unknown[],
    ask: (dialog: Dialog) => Promise<DialogAnswer>,
    options: ActOptions = {},
  ): Promise<RunResult> {
    const user = options.user ?? this.world.owner;
    const copies = pageCall(name, args);
    const start = { ...this.start(name, 'page', user), ui: this.window.session(user, true) };
    return this.engine.runAsking(start, { args: () => copies, read: pageResult }, ask);
  }

  /** Queues the answer to the next alert or prompt. */
  answer(button: string, text = ''): void {
    this.window.answers.push({ button, text });
  }

  /** All dialogs, sidebars and toasts that scripts have shown, oldest first. */
  get dialogs(): readonly Dialog[] {
    return this.window.shown;
  }

  /** Runs what two acts start interleaved at their backend calls, one call each in turn, the first act first. */
  both(first: () => unknown, second: () => unknown): readonly [readonly RunResult[], readonly RunResult[]] {
    return this.engine.interleave(first, second);
  }

  // --- time --------------------------------------------------------------------------------------------------------

  /** Milliseconds since 1970 on the host's clock. */
  get now(): number {
    return this.world.now;
  }

  /**
   * Moves the clock to a Date, a number of milliseconds or a local time (`2025-12-16`, `2025-12-16T09:00`) and fires what
   * falls due on the way. Throws RangeError for an earlier time.
   */
  advance(to: Date | number | string): ActResult {
    const moment = momentOf(to, this.world.timeZone);
    if (moment < this.world.now) throw new RangeError(`The clock is past ${new Date(moment).toISOString()} already`);
    const executions = this.triggerRunner.advance(moment);
    this.save();
    return { executions };
  }

  /** Keeps all triggers from firing until a moment; what they would have done is not made up for. */
  outage(until: Date | number | string): void {
    this.triggerRunner.outageUntil = momentOf(until, this.world.timeZone);
  }

  /** The installed triggers of all accounts. */
  get triggers(): readonly TriggerInfo[] {
    return triggersOf(this.world).records.map(({ schedule, lastAt, nextAt, ...info }) => ({
      ...info,
      ...(nextAt !== undefined && { nextAt }),
    }));
  }

  /** When the next clock trigger falls due, or undefined. */
  get nextDue(): number | undefined {
    return this.triggerRunner.nextDue();
  }

  // --- limits and failures -----------------------------------------------------------------------------------------

  /** Sets how many more recipients the account (default the owner) may write to during the next 24 hours. */
  setQuota(mailsLeft: number, user: string = this.world.owner): void {
    mailOf(this.world).setLeft(user, mailsLeft);
  }

  /** Plans the failure of the nth call of a kind from now on. */
  fault(fault: Fault): void {
    this.engine.faults.add(fault);
  }

  /** Plans what a person does just before the nth call of a kind from now on. */
  meanwhile(plan: Meanwhile): void {
    this.engine.faults.add(plan);
  }

  /** Forgets planned failures, and what people were to do meanwhile, that have not come. */
  clearFaults(): void {
    this.engine.faults.clear();
  }

  /** Lets somebody outside hold a lock until a moment. */
  holdLock(scope: 'script' | 'document', until: Date | number | string): void {
    locksOf(this.world).hold(scope, momentOf(until, this.world.timeZone));
  }

  /** What the executions since the last call of this method cost. */
  meter(): { readonly executions: readonly MeterLine[] } {
    return { executions: this.engine.takeMeter() };
  }

  /** The last executions, oldest first. */
  get executions(): readonly ExecutionRecord[] {
    return this.engine.records;
  }

  /** Tells of the end of each execution; gives a function that stops it. */
  onExecution(listener: (record: ExecutionRecord) => void): () => void {
    this.listeners.push(listener);
    return () => {
      this.listeners = this.listeners.filter((other) => other !== listener);
    };
  }

  // --- mail --------------------------------------------------------------------------------------------------------

  /** All mail that was handed over, oldest first. */
  get mail(): readonly Mail[] {
    return mailOf(this.world).mails;
  }

  /** The message as it goes over the wire (RFC 5322). */
  rawMail(mail: Mail): Promise<Buffer> {
    return this.postman.compose(mail);
  }

  /** Waits until all mail has been given to the mail server. Rejects with the first failure. */
  settled(): Promise<void> {
    return this.postman.settled();
  }

  // --- state -------------------------------------------------------------------------------------------------------

  /** Everything that outlives executions, to be put back by `restore`. */
  snapshot(): WorldSnapshot {
    return this.world.snapshot();
  }

  /** Puts back a state of this host or of one with the same files. Failures and outages that were planned meanwhile are forgotten. */
  restore(snapshot: WorldSnapshot): void {
    this.world.restore(snapshot);
    this.clearFaults();
    this.triggerRunner.outageUntil = 0;
    this.folder?.replace(snapshot);
    this.save();
  }

  /** Writes what has changed to the state folder, if there is one, and hands new mail to the mail server. */
  save(): void {
    this.folder?.save(this.world.head(), this.world.changedParts());
    this.postman.take(mailOf(this.world).takeFresh());
  }

  /** Saves and lets go of everything. */
  async close(): Promise<void> {
    this.save();
    await this.postman.close();
    this.folder?.close();
  }
}
