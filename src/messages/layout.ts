/** The frame around every mail: heading, greeting, sections, whom to ask, who signs. Text and HTML say the same. */
import { type Block, blocksAsHtml, blocksAsText, escapeHtml } from './markup.ts';

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface Letter {
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

export function letterText(letter: Letter): string {
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

// Mail clients drop what they do not know: everything that matters stands in style attributes, and the style element only adds the dark
// colours and the narrow screen where it is understood.
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (max-width: 480px) { .letter { padding: 16px !important; } h1 { font-size: 22px !important; } }
@media (prefers-color-scheme: dark) {
  body, .letter { background: #16181b !important; color: #f1f1f1 !important; }
  h1, h2 { color: #ffffff !important; }
  a.link { color: #9cc7f5 !important; }
  a.button { background: #9cc7f5 !important; color: #10151c !important; }
  .footer { color: #c3c7cc !important; border-color: #5a6067 !important; }
}`;

const H1 = 'margin:0 0 16px;font-size:24px;line-height:1.3;color:#12263f';
const H2 = 'margin:24px 0 12px;font-size:19px;line-height:1.3;color:#12263f';

export function letterHtml(letter: Letter): string {
  let asked = false;
  const isFirst = (): boolean => {
    const first = !asked;
    asked = true;
    return first;
  };
  const sections = letter.sections.map(({ heading, blocks }, index) => {
    const title = escapeHtml(heading);
    const first = `<h1 style="${H1}">${title}</h1>\n<p style="margin:0 0 16px">${escapeHtml(letter.greeting)}</p>`;
    return `${index === 0 ? first : `<h2 style="${H2}">${title}</h2>`}\n${blocksAsHtml(blocks, isFirst)}`;
  });
  const footer =
    letter.footer === ''
      ? ''
      : `<p class="footer" style="margin:24px 0 0;padding-top:12px;border-top:1px solid #c3c7cc;font-size:14px;color:#4a4f55">${escapeHtml(letter.footer)}</p>`;
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(letter.subject)}</title>
<style>${STYLE}
</style>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1c1e21">
<main class="letter" lang="sv" style="max-width:600px;margin:0 auto;padding:24px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1c1e21;overflow-wrap:anywhere">
${sections.join('\n')}
${blocksAsHtml(letter.closing, isFirst)}
${footer}
</main>
</body>
</html>
`;
}
