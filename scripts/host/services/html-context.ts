/**
 * Contextual escaping, as HtmlService promises it for `<?= ?>` and `appendUntrusted`: the output so far decides how the
 * next value is made harmless (guide: Templated HTML; rules: Closure Templates' security guide, to which it refers).
 */
/** Where in a script something stands: code, a string with its quote, or a comment. */
type ScriptPlace = 'code' | "'" | '"' | '`' | 'line' | 'block';

type Place =
  | { readonly kind: 'text' | 'title' | 'comment' | 'tag' | 'style' }
  | { readonly kind: 'script'; readonly in: ScriptPlace }
  | {
      readonly kind: 'value';
      readonly quote: '"' | "'" | '';
      readonly role: 'plain' | 'url' | 'script' | 'style';
      readonly started: boolean;
      /** For handlers such as `onclick`. */
      readonly script: ScriptPlace;
    };

const TEXT: Place = { kind: 'text' };
const TAG: Place = { kind: 'tag' };

/** Elements whose content is text up to the end tag. */
const RAW: Readonly<Record<string, Place>> = {
  script: { kind: 'script', in: 'code' },
  style: { kind: 'style' },
  title: { kind: 'title' },
  textarea: { kind: 'title' },
};

const URLS = /^(?:href|src|action|formaction|cite|poster|data|background)$/i;

function roleOf(attribute: string): 'plain' | 'url' | 'script' | 'style' {
  if (URLS.test(attribute)) return 'url';
  if (/^on/i.test(attribute)) return 'script';
  return /^style$/i.test(attribute) ? 'style' : 'plain';
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML text. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML[character] ?? character);
}

function escapeUnquoted(text: string): string {
  return text.replace(/[&<>"'\s`=/]/g, (character) => HTML[character] ?? `&#${character.charCodeAt(0)};`);
}

function escapeScriptText(text: string): string {
  return text.replace(/[\\'"`<>&=/\u2028\u2029\p{Cc}$]/gu, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\r') return '\\r';
    const code = character.charCodeAt(0);
    return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** A value where a script expects an expression: numbers and truth values as they are, all else as a string. */
function escapeScriptValue(value: unknown): string {
  if (value === null || value === undefined) return ' null ';
  if (typeof value === 'number' || typeof value === 'boolean') return ` ${value} `;
  return `'${escapeScriptText(String(value))}'`;
}

function escapeInScript(value: unknown, place: ScriptPlace): string {
  if (place === 'code') return escapeScriptValue(value);
  return place === 'line' || place === 'block' ? '' : escapeScriptText(String(value));
}

function filterUrl(text: string): string {
  const scheme = /^\s*([^/?#:]*):/.exec(text)?.[1];
  if (scheme !== undefined && !/^(?:https?|mailto|ftp|tel|sms)$/i.test(scheme)) return '#zSoyz';
  return text.replace(/[\s"'<>()\\]/g, (character) =>
    encodeURIComponent(character).replace(/[()']/g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  );
}

const filterStyle = (text: string) => (/^[\w#%.,\s!-]*$/.test(text) ? text : 'zSoyz');

/** Follows HTML from its beginning and knows where in it the end stands. */
export class HtmlContext {
  private place: Place = TEXT;
  private element = '';
  private attribute = '';
  /** What a tag, an end tag or a comment has shown of itself so far. */
  private pending = '';

  /** Takes HTML that is trusted. */
  follow(html: string): void {
    for (const character of html) this.step(character);
  }

  /** A value made harmless for the place; the context follows what is returned. */
  escape(value: unknown): string {
    const escaped = this.escaped(value);
    const { place } = this;
    if (place.kind === 'value' && place.quote === '') this.place = { ...place, started: true };
    else if (place.kind === 'value' && escaped) this.place = { ...place, started: true };
    return escaped;
  }

  private escaped(value: unknown): string {
    const text = String(value);
    const { place } = this;
    switch (place.kind) {
      case 'text':
      case 'title':
        return escapeHtml(text);
      case 'comment':
        return '';
      case 'tag':
        return this.afterEquals() ? this.inNewValue(value) : text.replace(/[^\w:-]/g, '');
      case 'style':
        return filterStyle(text);
      case 'script':
        return escapeInScript(value, place.in);
      case 'value':
        return this.inValue(value, place);
    }
  }

  private afterEquals(): boolean {
    return this.pending.endsWith('=');
  }

  private inNewValue(value: unknown): string {
    const place: Place = { kind: 'value', quote: '', role: roleOf(this.attribute), started: false, script: 'code' };
    this.place = place;
    return this.inValue(value, place);
  }

  private inValue(value: unknown, place: Place & { kind: 'value' }): string {
    const text = String(value);
    const escapeQuotes = place.quote === '' ? escapeUnquoted : escapeHtml;
    if (place.role === 'script') return escapeQuotes(escapeInScript(value, place.script));
    if (place.role === 'style') return escapeQuotes(filterStyle(text));
    if (place.role === 'url') return escapeQuotes(place.started ? encodeURIComponent(text) : filterUrl(text));
    return escapeQuotes(text);
  }

  private step(character: string): void {
    const { place } = this;
    if (place.kind === 'text') this.inText(character);
    else if (place.kind === 'tag') this.inTag(character);
    else if (place.kind === 'value') this.inAttribute(character, place);
    else if (place.kind === 'comment') {
      this.pending = (this.pending + character).slice(-3);
      if (this.pending === '-->') this.leave(TEXT);
    } else this.inRaw(character);
  }

  private leave(place: Place): void {
    this.place = place;
    this.pending = '';
  }

  private inText(character: string): void {
    if (character === '<') this.pending = '<';
    else if (this.pending) {
      this.pending += character;
      if (this.pending === '<!--') this.leave({ kind: 'comment' });
      else if (/^<\/?[a-z][a-z0-9]*[\s/>]$/i.test(this.pending)) this.openTag(character);
      else if (!/^<(?:!-?|\/?(?:[a-z][a-z0-9]*)?)$/i.test(this.pending)) this.pending = '';
    }
  }

  private openTag(last: string): void {
    const name = /^<\/?([a-z0-9]+)/i.exec(this.pending)?.[1]?.toLowerCase() ?? '';
    this.element = this.pending.startsWith('</') ? '' : name;
    this.leave(TAG);
    if (last === '>') this.inTag(last);
  }

  private inTag(character: string): void {
    if (character === '>') {
      this.attribute = '';
      this.leave(RAW[this.element] ?? TEXT);
    } else if (this.afterEquals()) {
      if (/\s/.test(character)) return;
      const quoted = character === '"' || character === "'";
      this.place = {
        kind: 'value',
        quote: quoted ? character : '',
        role: roleOf(this.attribute),
        started: !quoted,
        script: 'code',
      };
      this.pending = '';
    } else if (character === '=') this.pending = '=';
    else if (/[\s/]/.test(character)) this.pending = this.pending ? ' ' : '';
    else {
      this.attribute = this.pending && this.pending !== ' ' ? this.attribute + character : character;
      this.pending = 'name';
    }
  }

  private inAttribute(character: string, place: Place & { kind: 'value' }): void {
    const ends = place.quote === '' ? /[\s>]/.test(character) : character === place.quote;
    if (!ends) {
      this.pending = (this.pending + character).slice(-8);
      const script = place.role === 'script' ? this.scriptAfter(place.script, character) : place.script;
      if (!place.started || script !== place.script) this.place = { ...place, started: true, script };
      return;
    }
    this.attribute = '';
    this.leave(TAG);
    if (character === '>') this.inTag(character);
  }

  private inRaw(character: string): void {
    this.pending = (this.pending + character).slice(-(this.element.length + 3));
    if (new RegExp(`</${this.element}[\\s>]$`, 'i').test(this.pending)) {
      this.element = '';
      this.leave(character === '>' ? TEXT : TAG);
      return;
    }
    const { place } = this;
    if (place.kind === 'script') this.place = { kind: 'script', in: this.scriptAfter(place.in, character) };
  }

  private scriptAfter(state: ScriptPlace, character: string): ScriptPlace {
    const before = this.pending.at(-2) ?? '';
    if (state === 'code') {
      if (character === "'" || character === '"' || character === '`') return character;
      if (before === '/' && character === '/') return 'line';
      return before === '/' && character === '*' ? 'block' : 'code';
    }
    if (state === 'line') return character === '\n' ? 'code' : 'line';
    if (state === 'block') return before === '*' && character === '/' ? 'code' : 'block';
    const escapedCharacter = /(?:^|[^\\])(?:\\\\)*\\.$/s.test(this.pending);
    return character === state && !escapedCharacter ? 'code' : state;
  }
}
