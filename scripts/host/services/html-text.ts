/** A run of text that stands on its own lines. Sizes and indents are in points. */
export interface TextBlock {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly centred: boolean;
  readonly indent: number;
  /** Begins a new page. */
  readonly pageBreak: boolean;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  aring: 'å',
  auml: 'ä',
  ouml: 'ö',
  Aring: 'Å',
  Auml: 'Ä',
  Ouml: 'Ö',
  eacute: 'é',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rdquo: '”',
  ldquo: '“',
  rsquo: '’',
  lsquo: '‘',
  bull: '•',
};

/** Text with its HTML character references replaced; unknown names stay as they are. */
function decodeReferences(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

const SIZES: Readonly<Record<string, number>> = { h1: 24, h2: 18, h3: 14, h4: 12 };
const BLOCKS =
  /^(?:address|article|blockquote|body|dd|div|dl|dt|footer|h[1-6]|header|hr|html|li|main|ol|p|pre|section|table|tbody|thead|tr|ul|br)$/;
const VOID = /^(?:br|hr|img|input|link|meta|wbr)$/;

interface Open {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly centred: boolean;
  readonly indent: number;
}

function opened(name: string, attributes: string, outer: Open): Open {
  return {
    name,
    size: SIZES[name] ?? outer.size,
    bold: outer.bold || name in SIZES || name === 'th',
    centred: outer.centred || name === 'center' || /text-align\s*:\s*center|align=["']?center/i.test(attributes),
    indent: outer.indent + (name === 'ul' || name === 'ol' || name === 'blockquote' ? 18 : 0),
  };
}

/** The text of an HTML page block by block, as a reader without style sheets would show it. */
export function blocksOfHtml(html: string): TextBlock[] {
  const source = html.replace(/<!--[\s\S]*?-->/g, '').replace(/<(script|style|head|title)\b[\s\S]*?<\/\1\s*>/gi, '');
  const blocks: TextBlock[] = [];
  const stack: Open[] = [{ name: '', size: 11, bold: false, centred: false, indent: 0 }];
  const top = () => stack[stack.length - 1] ?? { name: '', size: 11, bold: false, centred: false, indent: 0 };
  let text = '';
  let pageBreak = false;
  const finish = () => {
    const clean = decodeReferences(text.replace(/[ \t\r\n]+/g, ' ').trim());
    text = '';
    if (!clean) return;
    const { size, bold, centred, indent } = top();
    blocks.push({ text: clean, size, bold, centred, indent, pageBreak });
    pageBreak = false;
  };
  for (const part of source.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|([^<]+|<)/gi)) {
    const [, closing = '', tag, attributes = '', plain] = part;
    if (tag === undefined) {
      text += plain ?? '';
      continue;
    }
    const name = tag.toLowerCase();
    if (BLOCKS.test(name)) finish();
    if (name === 'td' || name === 'th') text += closing ? '' : text.trim() ? ' | ' : '';
    if (closing) {
      const at = stack.map((open) => open.name).lastIndexOf(name);
      if (at > 0) stack.length = at;
      continue;
    }
    if (/page-break-before\s*:\s*always|break-before\s*:\s*page/i.test(attributes)) pageBreak = true;
    if (VOID.test(name) || attributes.endsWith('/')) continue;
    stack.push(opened(name, attributes, top()));
    if (name === 'li') text = '• ';
  }
  finish();
  return blocks;
}
