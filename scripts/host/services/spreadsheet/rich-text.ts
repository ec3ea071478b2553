import { ApiError } from '../../runtime/contract.ts';
import type { RichText, TextRun } from '../../sheet/rules.ts';
import { type TextFields, TextStyle } from './text-style.ts';

/** A text whose parts look differently or carry links (reference: spreadsheet/RichTextValue). */
export class RichTextValue {
  static readonly api = 'Spreadsheet.RichTextValue';
  readonly text: string;
  readonly runs: readonly TextRun[];
  /** The looks of the cell that the text was read from. */
  private readonly looks: TextFields;
  private readonly start: number;

  constructor(text: string, runs: readonly TextRun[], looks: TextFields = {}, start = 0) {
    this.text = text;
    this.runs = runs;
    this.looks = looks;
    this.start = start;
  }

  toStore(): RichText {
    return { text: this.text, runs: this.runs };
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.text, this.runs);
  }

  getText(): string {
    return this.text;
  }

  getStartIndex(): number {
    return this.start;
  }

  getEndIndex(): number {
    return this.start + this.text.length;
  }

  /** null when parts of the text differ. */
  getLinkUrl(startOffset = 0, endOffset = this.text.length): string | null {
    const links = new Set(this.covering(startOffset, endOffset).map((run) => run.link));
    return links.size === 1 ? ([...links][0] ?? null) : null;
  }

  getTextStyle(startOffset = 0, endOffset = this.text.length): TextStyle {
    return new TextStyle({ ...this.looks, ...this.ownFields(startOffset, endOffset) });
  }

  /** What the runs of a stretch say in common; a field in which they differ is not said. */
  ownFields(startOffset = 0, endOffset = this.text.length): TextFields {
    const runs = this.covering(startOffset, endOffset);
    const fields: Record<string, string | number | boolean> = {};
    for (const [name, value] of Object.entries(runs[0]?.style ?? {})) {
      if (runs.every((run) => run.style[name] === value)) fields[name] = value;
    }
    return fields;
  }

  /** The stretches of the text, those without looks of their own included. */
  private covering(start: number, end: number): TextRun[] {
    return stretches(this.text.length, this.runs).filter((run) => run.start < end && run.end > start);
  }

  getRuns(): RichTextValue[] {
    return stretches(this.text.length, this.runs).map((run) => {
      const text = this.text.slice(run.start, run.end);
      return new RichTextValue(text, [{ ...run, start: 0, end: text.length }], this.looks, run.start);
    });
  }
}

/** The whole length as runs: gaps become runs without looks, equal neighbours are joined. */
function stretches(length: number, runs: readonly TextRun[]): TextRun[] {
  const all: TextRun[] = [];
  let at = 0;
  for (const run of [...runs].sort((a, b) => a.start - b.start)) {
    if (run.start > at) all.push({ start: at, end: run.start, style: {}, link: null });
    all.push(run);
    at = run.end;
  }
  if (at < length || all.length === 0) all.push({ start: at, end: length, style: {}, link: null });
  return all;
}

/** Makes rich texts (reference: spreadsheet/RichTextValueBuilder). */
export class RichTextValueBuilder {
  static readonly api = 'Spreadsheet.RichTextValueBuilder';
  private text: string;
  private runs: readonly TextRun[];

  constructor(text = '', runs: readonly TextRun[] = []) {
    this.text = text;
    this.runs = runs;
  }

  setText(text: string): this {
    this.text = text;
    this.runs = [];
    return this;
  }

  setTextStyle(...args: unknown[]): this {
    const [style, start, end] = this.stretch(args);
    const fields: TextFields = style instanceof TextStyle ? style.fields : {};
    const plain: Record<string, string | number | boolean> = Object.fromEntries(Object.entries(fields));
    return this.mark(start, end, (run) => ({ ...run, style: style === null ? {} : { ...run.style, ...plain } }));
  }

  setLinkUrl(...args: unknown[]): this {
    const [link, start, end] = this.stretch(args);
    return this.mark(start, end, (run) => ({ ...run, link: typeof link === 'string' ? link : null }));
  }

  private stretch(args: readonly unknown[]): [unknown, number, number] {
    if (args.length < 3) return [args[0], 0, this.text.length];
    const [start, end, value] = args;
    if (typeof start !== 'number' || typeof end !== 'number' || start < 0 || end > this.text.length || start >= end) {
      throw new ApiError('Illegal argument.');
    }
    return [value, start, end];
  }

  private mark(start: number, end: number, change: (run: TextRun) => TextRun): this {
    const next: TextRun[] = [];
    for (const run of stretches(this.text.length, this.runs)) {
      const from = Math.max(run.start, start);
      const to = Math.min(run.end, end);
      if (from >= to) next.push(run);
      else {
        if (run.start < from) next.push({ ...run, end: from });
        next.push(change({ ...run, start: from, end: to }));
        if (run.end > to) next.push({ ...run, start: to });
      }
    }
    this.runs = next.filter((run) => run.link !== null || Object.keys(run.style).length > 0);
    return this;
  }

  build(): RichTextValue {
    return new RichTextValue(this.text, this.runs);
  }
}
