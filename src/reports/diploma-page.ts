/** The diploma as one page that becomes a PDF: plain elements and styles on them, which every converter reads. */
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
  readonly caseNumber: string;
}

export interface Page {
  /** Name of the file, without its ending. */
  readonly name: string;
  readonly html: string;
}

const STYLE = {
  body: 'margin:0;padding:72px 64px;font-family:Georgia,serif;color:#1f2933;text-align:center;background:#ffffff',
  kind: 'margin:0;font-size:16px;letter-spacing:2px;text-transform:uppercase;color:#1f4e5f',
  title: 'margin:24px 0 8px;font-size:44px;font-weight:normal;color:#1f4e5f',
  holder: 'margin:40px 0 8px;font-size:30px;font-weight:bold',
  text: 'margin:8px 0;font-size:18px;line-height:1.5',
  issuer: 'margin:64px 0 0;padding-top:16px;font-size:16px;border-top:1px solid #1f4e5f',
  small: 'margin:8px 0 0;font-size:12px;color:#47525e',
} as const;

/** A name that every file system takes. */
function fileName(text: string): string {
  return (
    text
      .replace(/[^\p{L}\p{N} .-]/gu, '')
      .replace(/ {2,}/g, ' ')
      .replace(/^[. ]+|[. ]+$/g, '')
      .slice(0, 80) || 'Diplom'
  );
}

export function diplomaPage(diploma: DiplomaText): Page {
  const { unit, person, programmeName, on, validThrough, issuer, caseNumber } = diploma;
  const paragraph = (style: keyof typeof STYLE, text: string): string =>
    `<p style="${STYLE[style]}">${escapeHtml(text)}</p>`;
  const holder = person ?? unit;
  const lines = [
    paragraph('kind', programmeName),
    `<h1 style="${STYLE.title}">Diplom</h1>`,
    paragraph('holder', holder),
    paragraph(
      'text',
      person === null ? 'har uppfyllt kraven för diplomering' : `medarbetare vid ${unit}, har gått hela utbildningen`,
    ),
    paragraph('text', dayInWords(on)),
    validThrough === null ? '' : paragraph('text', `Diplomet gäller till och med ${dayInWords(validThrough)}.`),
    paragraph('issuer', issuer),
    caseNumber === '' ? '' : paragraph('small', `Diarienummer ${caseNumber}`),
  ];
  const title = escapeHtml(`Diplom – ${holder}`);
  return {
    name: fileName(`Diplom ${holder}`),
    html: `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${title}</title></head><body style="${STYLE.body}">${lines.join('')}</body></html>`,
  };
}
