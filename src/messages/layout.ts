/** The frame around every mail: heading, greeting, sections, whom to ask, who signs. Text and HTML say the same. */
import type { MailKind } from '../domain/mail-kinds.ts';
import { LETTER_PAGE, LETTER_STYLES } from './default-texts.ts';
import type { ComposedMail, MailAttachment } from './mail.ts';
import { type Block, blocksAsHtml, blocksAsText, escapeHtml } from './markup.ts';

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

interface Letter {
  readonly subject: string;
  readonly greeting: string;
  /** The first one's heading is the letter's; the others follow with headings of their own. */
  readonly sections: readonly Section[];
  /** Whom to ask, and who signs. */
  readonly closing: readonly Block[];
  /** Small print: why the reader has the mail. Empty = none. */
  readonly footer: string;
}

const underlined = (heading: string, mark: string): string =>
  `${heading}\n${mark.repeat(Math.min(heading.length, 60))}`;

function letterText(letter: Letter): string {
  const parts: string[] = [];
  for (const [index, { heading, blocks }] of letter.sections.entries()) {
    parts.push(underlined(heading, index === 0 ? '=' : '-'));
    if (index === 0) parts.push(letter.greeting);
    parts.push(blocksAsText(blocks));
  }
  parts.push(blocksAsText(letter.closing));
  if (letter.footer !== '') parts.push(letter.footer);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function letterHtml(letter: Letter): string {
  const { h1, h2, p, footer } = LETTER_STYLES;
  let asked = false;
  const isFirst = (): boolean => {
    const first = !asked;
    asked = true;
    return first;
  };
  const sections = letter.sections.map(({ heading, blocks }, index) => {
    const title = escapeHtml(heading);
    const first = `<h1 style="${h1}">${title}</h1>\n<p style="${p}">${escapeHtml(letter.greeting)}</p>`;
    return `${index === 0 ? first : `<h2 style="${h2}">${title}</h2>`}\n${blocksAsHtml(blocks, isFirst)}`;
  });
  const content = [...sections, blocksAsHtml(letter.closing, isFirst)];
  if (letter.footer !== '') content.push(`<p class="footer" style="${footer}">${escapeHtml(letter.footer)}</p>`);
  // By functions: a text may hold what would be a pattern of replace.
  return LETTER_PAGE.replace('{title}', () => escapeHtml(letter.subject)).replace('{content}', () =>
    content.join('\n'),
  );
}

/** @param kinds the most urgent first */
export function mailOf(
  kinds: readonly [MailKind, ...MailKind[]],
  letter: Letter,
  attachments: readonly MailAttachment[] = [],
): ComposedMail {
  const { subject } = letter;
  return { kind: kinds[0], kinds, subject, text: letterText(letter), html: letterHtml(letter), attachments };
}
