/** Diplomas as a document that becomes a PDF, a page each: plain elements and styles on them, which every converter reads. */
import type { Day } from '../domain/calendar.ts';
import { dayInWords } from '../domain/text.ts';
import { escapeHtml } from './html.ts';

export interface DiplomaText {
  readonly unit: string;
  /** Only where the programme gives personal diplomas. */
  readonly person: string | null;
  readonly programmeName: string;
  readonly on: Day;
  /** Null where the programme states no end. */
  readonly validThrough: Day | null;
  /** Who gives it: "Folkhälsoenheten, Region …". */
  readonly issuer: string;
}

const STYLE = {
  body: 'margin:0;font-family:Georgia,serif;color:#1f2933;background:#ffffff',
  page: 'padding:72px 64px;text-align:center',
  kind: 'margin:0;font-size:16px;letter-spacing:2px;text-transform:uppercase;color:#1f4e5f',
  title: 'margin:24px 0 8px;font-size:44px;font-weight:normal;color:#1f4e5f',
  holder: 'margin:40px 0 8px;font-size:30px;font-weight:bold',
  text: 'margin:8px 0;font-size:18px;line-height:1.5',
  issuer: 'margin:64px 0 0;padding-top:16px;font-size:16px;border-top:1px solid #1f4e5f',
} as const;

function diploma({ unit, person, programmeName, on, validThrough, issuer }: DiplomaText): string {
  const paragraph = (style: keyof typeof STYLE, text: string): string =>
    `<p style="${STYLE[style]}">${escapeHtml(text)}</p>`;
  return [
    paragraph('kind', programmeName),
    `<h1 style="${STYLE.title}">Diplom</h1>`,
    paragraph('holder', person ?? unit),
    paragraph(
      'text',
      person === null ? 'har uppfyllt kraven för diplomering' : `medarbetare vid ${unit}, har gått hela utbildningen`,
    ),
    paragraph('text', dayInWords(on)),
    validThrough === null ? '' : paragraph('text', `Diplomet gäller till och med ${dayInWords(validThrough)}.`),
    paragraph('issuer', issuer),
  ].join('');
}

/** @param title of the document, for whoever hears it read aloud */
export function diplomaDocument(title: string, diplomas: readonly DiplomaText[]): string {
  const pages = diplomas.map(
    (one, index) => `<div style="${index > 0 ? 'page-break-before:always;' : ''}${STYLE.page}">${diploma(one)}</div>`,
  );
  return `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body style="${STYLE.body}">${pages.join('')}</body></html>`;
}
