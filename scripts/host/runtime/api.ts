import type { BackendKind, Dialog, DialogAnswer, EntryKind, LogLevel, MenuEntry, Switches } from './contract.ts';

/** What a new host is made of. Only `files` and `now` are needed. */
export interface HostOptions {
  /** The script's files by name: `Code.js`, `page.html`, `appsscript.json` ... in the order in which they are loaded. */
  readonly files: Readonly<Record<string, string>>;
  /** The first moment: a Date, milliseconds, or a local time in `timeZone` such as `2025-09-01T08:00`. */
  readonly now: Date | number | string;
  /** Zone of the new workbook and of the script if its manifest names none. Default `Europe/Stockholm`. */
  readonly timeZone?: string;
  /** Locale of new workbooks and of the people. Default `sv_SE`. */
  readonly locale?: string;
  /** Everything random follows from it. Default 1. */
  readonly seed?: number;
  /** The account that owns the workbook. Default `agare@example.org`. */
  readonly owner?: string;
  /** What the script belongs to. Default a new spreadsheet; `form` for a new form, `none` for a script of its own. */
  readonly container?: 'spreadsheet' | 'form' | 'none';
  /** A folder that keeps everything between runs of Node; each execution's end is saved as a whole or not at all. */
  readonly stateFolder?: string;
  /** Where mail goes besides `host.mail`: an SMTP server such as `smtp://127.0.0.1:2525`. */
  readonly mailTransport?: { readonly smtpUrl: string };
  /** How many more recipients mail may have on the first day. Default `switches.mailsPerDay`. */
  readonly quota?: number;
  readonly switches?: Partial<Switches>;
  /** Answers alerts and prompts when no answer was queued by `host.answer`. Default: the first button, no text. */
  readonly onDialog?: (dialog: Dialog) => DialogAnswer;
}

/** An error as a script or its author sees it. `stack` has script frames only. */
export interface ScriptError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

export interface LogLine {
  readonly at: number;
  readonly level: LogLevel;
  readonly text: string;
}

/** One line of `host.meter()`. */
export interface MeterLine {
  /** The function that ran. */
  readonly entry: string;
  /** Calls that left the script. */
  readonly backend: number;
  /** All calls of members of Apps Script objects. */
  readonly host: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Mails handed over (messages, not recipients). */
  readonly mails: number;
  /** What the backend calls would cost at Google by published measurements, in milliseconds. */
  readonly modelledMs: number;
}

/** One execution as the log of executions shows it. */
export interface ExecutionRecord extends MeterLine {
  readonly id: string;
  readonly kind: EntryKind;
  readonly user: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly status: 'completed' | 'failed' | 'killed' | 'timed out';
  readonly error?: ScriptError;
  /** Errors of the host itself; each is a fault in the host, to be reported with its stack. */
  readonly hostFaults?: readonly unknown[];
  readonly log: readonly LogLine[];
  /** Every counted call in order. */
  readonly calls: readonly { readonly kind: BackendKind; readonly method: string; readonly cells: number }[];
}

/** What came of a function that was started from outside. */
export interface RunResult extends ExecutionRecord {
  /** What the function returned, as a plain value; undefined after an error. */
  readonly value: unknown;
  /** True for a simple trigger that the script does not have; it left no trace in the log. */
  readonly missing?: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** A mail that was handed over, in the order of sending. */
export interface Mail {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  /** The sender's name as shown; empty if the script gave none. */
  readonly fromName: string;
  readonly replyTo: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Empty for a mail with plain text only. */
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** Pictures that the HTML shows by `cid:`. */
  readonly inlineImages: readonly (Attachment & { readonly contentId: string })[];
}

/** A planned failure of the `nth` call of a kind or of a member from now on, counted over all executions. */
export interface Fault {
  /** A kind of call, or a member by its class: `Range.setValues`, `MailApp.sendEmail`. */
  readonly on: BackendKind | 'any' | `${string}.${string}`;
  readonly nth: number;
  /** `after`: the call has its effect and then fails. */
  readonly when: 'before' | 'after';
  /** `throw`: an exception that the script can catch. `kill`: the execution ends there, nothing in it runs on. */
  readonly kind: 'throw' | 'kill';
  /** The text of the exception. Default a server error as Apps Script words it. */
  readonly message?: string;
}

/** What a person does while a script runs: just before the `nth` call from now on, counted over all executions. */
export interface Meanwhile {
  /** As `Fault.on`. */
  readonly on: Fault['on'];
  readonly nth: number;
  /** An act of the host: the executions that it starts run to their end before the call is made. */
  readonly act: () => void;
}

/** What a person types: text as typed, or a ready value. */
export type Typed = string | number | boolean | Date | null;

export interface Refusal {
  /** The text that the person sees. */
  readonly message: string;
}

/** What came of an act of a person in a document: whether it was refused and which executions it started. */
export interface ActResult {
  readonly refused?: Refusal;
  readonly executions: readonly ExecutionRecord[];
}

/** An answer by item title or item id. Several for check boxes, rows for grids, null or a missing key for none. */
export type Answer = string | number | readonly string[] | readonly (readonly string[])[] | Date | null;

export interface FormRefusal {
  readonly item: number | null;
  readonly title: string;
  readonly message: string;
}

export interface SubmitResult {
  readonly refused?: readonly FormRefusal[];
  readonly responseId?: string;
  readonly editUrl?: string;
  readonly executions: readonly ExecutionRecord[];
}

export interface TriggerInfo {
  readonly id: string;
  readonly functionName: string;
  readonly eventType: 'CLOCK' | 'ON_OPEN' | 'ON_EDIT' | 'ON_FORM_SUBMIT' | 'ON_CHANGE' | 'ON_EVENT_UPDATED';
  readonly source: 'SPREADSHEETS' | 'CLOCK' | 'FORMS' | 'DOCUMENTS' | 'CALENDAR';
  readonly sourceId: string;
  readonly user: string;
  /** When a clock trigger fires next, in milliseconds since 1970. */
  readonly nextAt?: number;
}

export interface Menu {
  readonly caption: string;
  readonly entries: readonly MenuEntry[];
}
