/**
 * The contract between the runtime of the host and its services.
 *
 * A service class lives in the host's realm and knows nothing of sandboxes: the membrane checks each call of the script
 * by the published signatures, turns its arguments into host values (primitives, Date, arrays, plain objects, instances
 * of service classes, `EnumValue`, `ScriptFunction`) and turns what the method returns back. A class names itself by
 * `static readonly api = 'Spreadsheet.Range'` (namespace and interface in `@types/google-apps-script`) and implements
 * methods by their documented names; a documented member that a class lacks throws an error that names it. Returning
 * `this` gives the script the same object that it called. Data that a service keeps lie in a `Part` of the world.
 */

/** What a call that leaves the script does. It decides what the meter counts and which faults can hit it. */
export type BackendKind =
  | 'read'
  | 'write'
  | 'name'
  | 'lock'
  | 'property'
  | 'cache'
  | 'trigger'
  | 'form'
  | 'quota'
  | 'mail'
  | 'mail-box'
  | 'drive'
  | 'fetch'
  | 'ui'
  | 'free';

/** One call that leaves the script. `ui` and `free` are recorded for replays but count as nothing in the meter. */
export interface BackendCall {
  readonly kind: BackendKind;
  /** As the documentation names it, for example `Range.setValues`. */
  readonly method: string;
  /** How many cells a read or a write covers. */
  readonly cells?: number;
}

export type AuthMode = 'NONE' | 'CUSTOM_FUNCTION' | 'LIMITED' | 'FULL';

/** How an execution began. `run` is the editor's run button, `page` a call by google.script.run or a web app. */
export type EntryKind = 'run' | 'menu' | 'simple' | 'installable' | 'page';

/** The document that the script belongs to, or null for a script of its own. */
export interface Container {
  readonly type: 'spreadsheet' | 'form';
  readonly id: string;
}

export type LogLevel = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';

/** A plain value that can be kept on disk as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What a person sees when a script shows a dialog, and what she can answer. */
export interface Dialog {
  readonly kind: 'alert' | 'prompt' | 'sidebar' | 'modal' | 'modeless' | 'toast';
  readonly title: string;
  /** The text of an alert, prompt or toast; the HTML of a sidebar or a dialog. */
  readonly content: string;
  /** Names of the buttons (`OK`, `CANCEL`, `YES`, `NO`) of an alert or prompt. */
  readonly buttons: readonly string[];
  readonly width?: number;
  readonly height?: number;
}

/** `button` is a name out of the dialog's buttons, or `CLOSE`. */
export interface DialogAnswer {
  readonly button: string;
  readonly text?: string;
}

/** A menu item, separator or sub-menu as the script built it. */
export type MenuEntry =
  | { readonly type: 'item'; readonly caption: string; readonly functionName: string }
  | { readonly type: 'separator' }
  | { readonly type: 'menu'; readonly caption: string; readonly entries: readonly MenuEntry[] };

/** The editor window of a person. An execution has one only if somebody looks at the document (menus, onOpen, pages). */
export interface UiSession {
  readonly user: string;
  /** Shows a dialog and waits for the answer; sidebars, modeless dialogs and toasts answer at once with `CLOSE`. */
  show(dialog: Dialog): DialogAnswer;
  /** Puts a menu in the menu bar, in place of an earlier one with the same caption. */
  addMenu(menu: { readonly caption: string; readonly entries: readonly MenuEntry[] }): void;
  removeMenu(caption: string): void;
}

/** A store that belongs to the world: workbooks, forms, properties ... It is made when first asked for. */
export interface Part<T> {
  readonly name: string;
  create(world: World): T;
  /** Everything that must survive, as plain JSON. It may share nothing that changes with the state. */
  save(state: T): Json;
  load(saved: Json, world: World): T;
  /** True after a change since the last `markSaved`; left out where saving is cheap. */
  isChanged?(state: T): boolean;
  markSaved?(state: T): void;
}

/** What a function called from a formula came to. */
export type CustomResult = { readonly value: unknown } | { readonly error: string };

/** A function of the script as formulas call it: values of cells and rows of them go in. */
export type CustomFunction = (args: readonly unknown[]) => CustomResult;

/** Everything that outlives an execution. */
export interface World {
  /** The function of the script that formulas know under a name in any case, or undefined. */
  customFunction(name: string): CustomFunction | undefined;
  /** Milliseconds since 1970 on the host's clock. */
  readonly now: number;
  /** The script's zone, from the manifest. */
  readonly timeZone: string;
  /** The zone that new documents get; it may differ from the script's. */
  readonly documentTimeZone: string;
  /** The locale that new documents and the people have, for example `sv_SE`. */
  readonly locale: string;
  /** The account that owns the documents and the script. */
  readonly owner: string;
  readonly container: Container | null;
  readonly scriptId: string;
  readonly switches: Switches;
  /** The sources of the script by file name (`Code.js`, `page.html`, `appsscript.json`). */
  readonly files: Readonly<Record<string, string>>;
  /** The state of a store; the same object until the world is restored. */
  part<T>(part: Part<T>): T;
  /** A new id that no other object has, the same for the same seed. `length` is the number of characters. */
  newId(length?: number): string;
  /** A random integer from 0 up to but not including `below`, the same for the same seed. */
  randomInteger(below: number): number;
}

/** One run of the script, from its start to its end. Every service instance is handed the one it belongs to. */
export interface Execution {
  readonly id: string;
  /** The function that was started. */
  readonly entry: string;
  readonly kind: EntryKind;
  readonly authMode: AuthMode;
  /** The account whose authority the script runs with. */
  readonly effectiveUser: string;
  /** The account at the keyboard; empty where Apps Script does not tell. */
  readonly activeUser: string;
  readonly world: World;
  /** Scopes that the manifest lists; undefined where Google would find them from the code. */
  readonly scopes: readonly string[] | undefined;
  /** The window of the person who waits, or null (time triggers, form submissions, edits). */
  readonly ui: UiSession | null;
  now(): number;
  /** Seeded; the same sequence in every replay of the same execution. */
  random(): number;
  /**
   * Makes a call that leaves the script and waits for its answer. Reads, names and writes first commit the writes that
   * wait. `effect` runs at most once per call, never in a replay: it must return data or objects of a store, never
   * instances of service classes, and must not call `backend` itself. Throws what the effect throws (`ApiError` for
   * what the script may see), a planned fault, or the end of the execution.
   */
  backend<T>(call: BackendCall, effect: () => T): T;
  /**
   * Makes a spreadsheet write that waits until the next read, `flush()` or the end of the execution. Check what Apps
   * Script checks at once (dimensions, signatures) before; an error of the effect surfaces where it is committed.
   */
  write(call: BackendCall, effect: () => void): void;
  /** Commits the writes that wait. Counts as nothing. */
  flush(): void;
  /**
   * Throws "You do not have permission to call MEMBER. Required permissions: SCOPE" unless the execution has authority and
   * the manifest, if it lists scopes, grants one of them. Call it at the start of a member that simple triggers may not use.
   */
  requireScope(member: string, ...oneOf: readonly string[]): void;
  /**
   * Waits, inside the effect of a backend call, until something is free; at most so many milliseconds on the host's clock.
   * Of two interleaved executions the other goes on meanwhile. `freeAt` is when it becomes free by itself, if known.
   */
  waitUntil(isFree: () => boolean, milliseconds: number, freeAt?: number): boolean;
  /** Lets time pass on the host's clock; ends the execution when its time is out. */
  sleep(milliseconds: number): void;
  log(level: LogLevel, text: string): void;
  /**
   * Runs a function body in the script's global scope and gives what it returns as a host value. What the script has
   * itself put on the object that stands for `owner` (`template.name = 'x'`) is visible to the body as variables.
   */
  evaluate(body: string, fileName: string, owner?: object): unknown;
}

/** Offers a service under a global name. The instance is made when the script first mentions the name. */
export interface ServiceRegistration {
  readonly global: string;
  create(execution: Execution): object;
}

/** A function of the script that was handed to a service. */
export interface ScriptFunction {
  readonly name: string;
  call(...args: readonly unknown[]): unknown;
}

/** An error that the script sees as Apps Script's own: `name` is `Exception` unless told. */
export class ApiError extends Error {
  constructor(message: string, name = 'Exception') {
    super(message);
    this.name = name;
  }
}

/** A value of an Apps Script enumeration. There is one object for each value, so `===` compares. */
export class EnumValue {
  /** `Namespace.Enum`, as in the published types. */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;
  constructor(type: string, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
  toString(): string {
    return this.name;
  }
}

/**
 * An instance together with plain properties that the script sees on it, as `e.range` shows `rowStart` and the like.
 * Only for values on their way to the script.
 */
export class WithFields {
  readonly instance: object;
  readonly fields: Readonly<Record<string, unknown>>;
  constructor(instance: object, fields: Readonly<Record<string, unknown>>) {
    this.instance = instance;
    this.fields = fields;
  }
}

/**
 * Every point where the host follows a guess, with the stricter guess as the default; the README explains each under
 * "To confirm on a live account". Add a field here, its default in `switches.ts` and a row in the README.
 */
export interface Switches {
  /** A form submission also fires onChange triggers. Default false. */
  readonly formSubmitFiresChange: boolean;
  /** An edited response carries "" for answers that did not change. Default true. */
  readonly editedResponseBlanksUnchanged: boolean;
  /** Modelled milliseconds of backend calls count towards the limits of an execution. Default false. */
  readonly latencyCountsTowardsLimits: boolean;
  /** Properties refuse a value above 9 KB instead of storing it. Default true. */
  readonly strictPropertySize: boolean;
  /** Utilities.formatDate and parseDate use the person's language for names of months and days. Default false: English. */
  readonly datesInUserLanguage: boolean;
  /** From this day (at midnight UTC) `FormApp.create(title)` makes unpublished forms. Default null: never. */
  readonly formsUnpublishedFrom: string | null;
  /** A form's response sheet stands before all other sheets. Default true. */
  readonly responseSheetFirst: boolean;
  /** Answers of UrlFetchApp by address; what is not here fails, for the host has no network. Default none. */
  readonly fetchAnswers: Readonly<Record<string, CannedAnswer>>;
  /** Recipients a day: 100 for consumer accounts, 1,500 for Workspace. */
  readonly mailsPerDay: number;
  /** Real milliseconds after which an endless loop is ended. */
  readonly wallMilliseconds: number;
}

/** What UrlFetchApp gets for an address: the status is 200 and the type plain text unless told. */
export interface CannedAnswer {
  readonly status?: number;
  readonly contentType?: string;
  readonly body: string;
}
