/**
 * The light markup of mail texts. It is read before any value is put in, so that nothing a person has typed can become a link, a heading
 * or markup: a value is always text.
 *
 * Paragraphs are parted by empty lines; lines beginning with "- " are a list; "[text](address)" is a link; "{{name}}" a placeholder.
 * A placeholder alone on its line that stands for several items becomes a list. A paragraph with a placeholder that has no value is left
 * out as a whole.
 */
import { LETTER_STYLES } from './default-texts.ts';

/** Several strings are the items of a list; empty = there is nothing to say. */
export type Value = string | readonly string[];
export type Values = ReadonlyMap<string, Value>;

type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'placeholder'; readonly name: string; readonly capital: boolean }
  | { readonly type: 'link'; readonly label: readonly Inline[]; readonly address: readonly Inline[] };

/** Ready to be shown: values are in, and nothing in it is markup any more. */
export type Run = { readonly text: string; readonly address: string | null };
export const plain = (text: string): Run => ({ text, address: null });
export type Block =
  | { readonly type: 'paragraph'; readonly lines: readonly (readonly Run[])[] }
  | { readonly type: 'list'; readonly items: readonly (readonly Run[])[] };

const TOKEN = /\[([^\]]+)\]\(([^()\s]*(?:\{\{[^{}]*\}\}[^()\s]*)*)\)|\{\{([^{}]*)\}\}/g;
const SAFE_LINK = /^(https?:\/\/|mailto:)[^\s<>"']+$/i;

/** The name as placeholders are looked up: lower case, single spaces, composed letters. */
export function placeholderName(typed: string): string {
  return typed
    .normalize('NFC')
    .trim()
    .replace(/[\s_]+/g, ' ')
    .toLowerCase();
}

function placeholder(typed: string): Inline {
  const first = typed.trim().charAt(0);
  return { type: 'placeholder', name: placeholderName(typed), capital: first !== first.toLowerCase() };
}

function parseInline(text: string): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) parts.push({ type: 'text', text: text.slice(at, match.index) });
    const [whole, label, address, name] = match;
    if (name !== undefined) parts.push(placeholder(name));
    else parts.push({ type: 'link', label: parseInline(label ?? ''), address: parseInline(address ?? '') });
    at = match.index + whole.length;
  }
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) });
  return parts;
}

/** Placeholders of a text as they were typed, in order. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1] ?? '');
}

/** Braces that belong to no placeholder: "{{sista dag}", "{sista dag}". */
export function hasStrayBraces(text: string): boolean {
  return /[{}]/.test(text.replace(/\{\{[^{}]*\}\}/g, ''));
}

class MissingValue extends Error {}

const flat = (value: Value): string => (typeof value === 'string' ? value : value.join(', '));

function resolve(parts: readonly Inline[], values: Values): string {
  let text = '';
  for (const part of parts) {
    if (part.type === 'text') text += part.text;
    else if (part.type === 'link') text += resolve(part.label, values);
    else {
      const value = flat(values.get(part.name) ?? '');
      if (value === '') throw new MissingValue(part.name);
      text += part.capital ? value.charAt(0).toUpperCase() + value.slice(1) : value;
    }
  }
  return text;
}

function runsOf(parts: readonly Inline[], values: Values): Run[] {
  return parts.map((part) => {
    if (part.type !== 'link') return plain(resolve([part], values));
    const address = resolve(part.address, values).trim();
    return { text: resolve(part.label, values), address: SAFE_LINK.test(address) ? address : null };
  });
}

function blockOf(source: string, values: Values): Block[] {
  const blocks: Block[] = [];
  let lines: Run[][] = [];
  let items: Run[][] = [];
  const closeParagraph = (): void => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', lines });
    lines = [];
  };
  const closeList = (): void => {
    if (items.length > 0) blocks.push({ type: 'list', items });
    items = [];
  };
  for (const line of source.split('\n').map((one) => one.trim())) {
    const isItem = line.startsWith('- ');
    const parts = parseInline(isItem ? line.slice(2) : line);
    const [only] = parts;
    const value = parts.length === 1 && only?.type === 'placeholder' ? values.get(only.name) : undefined;
    if (value !== undefined && typeof value !== 'string') {
      if (value.length === 0) throw new MissingValue(line);
      closeParagraph();
      items.push(...value.map((text) => [plain(text)]));
    } else if (isItem) {
      closeParagraph();
      items.push(runsOf(parts, values));
    } else {
      closeList();
      lines.push(runsOf(parts, values));
    }
  }
  closeParagraph();
  closeList();
  return blocks;
}

/** The body with its values in. */
export function renderBody(body: string, values: Values): Block[] {
  const paragraphs = body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  return paragraphs.flatMap((paragraph) => {
    try {
      return blockOf(paragraph, values);
    } catch (error) {
      if (error instanceof MissingValue) return [];
      throw error;
    }
  });
}

/** One line with its values in; a placeholder without a value leaves nothing behind. */
export function renderLine(line: string, values: Values): string {
  return parseInline(line)
    .map((part) => {
      try {
        return resolve([part], values);
      } catch (error) {
        if (error instanceof MissingValue) return '';
        throw error;
      }
    })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function runText({ text, address }: Run): string {
  // An address that is its own label needs no repeating.
  return address === null || address === `mailto:${text}` ? text : `${text}: ${address}`;
}

/** Blocks as plain text, parted by empty lines. */
export function blocksAsText(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.type === 'list'
        ? block.items.map((item) => `- ${item.map(runText).join('')}`).join('\n')
        : block.lines.map((line) => line.map(runText).join('')).join('\n'),
    )
    .join('\n\n');
}

function runHtml(run: Run, alone: boolean): string {
  const text = escapeHtml(run.text);
  if (run.address === null) return text;
  const look = alone ? 'button' : 'link';
  return `<a class="${look}" href="${escapeHtml(run.address)}" style="${LETTER_STYLES[look]}">${text}</a>`;
}

/** Blocks as HTML. The first link that stands alone is what the mail asks for, and looks like it; `isFirst` is asked once for each. */
export function blocksAsHtml(blocks: readonly Block[], isFirst: () => boolean): string {
  return blocks
    .map((block) => {
      if (block.type === 'list') {
        const items = block.items.map(
          (item) => `<li style="${LETTER_STYLES.li}">${item.map((run) => runHtml(run, false)).join('')}</li>`,
        );
        return `<ul style="${LETTER_STYLES.ul}">${items.join('')}</ul>`;
      }
      const lines = block.lines.map((line) => {
        const asks = line.length === 1 && line[0]?.address !== null && isFirst();
        return line.map((run) => runHtml(run, asks)).join('');
      });
      return `<p style="${LETTER_STYLES.p}">${lines.join('<br>')}</p>`;
    })
    .join('\n');
}
