/** One stretch of a template: text, or one of the three kinds of scriptlets (guide: Templated HTML). */
interface TemplatePart {
  readonly kind: 'text' | 'code' | 'print' | 'force';
  readonly content: string;
}

/** The parts of a template in order. A scriptlet that never ends runs to the end of the file. */
function parseTemplate(source: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < source.length) {
    const start = source.indexOf('<?', at);
    if (start < 0) {
      parts.push({ kind: 'text', content: source.slice(at) });
      break;
    }
    if (start > at) parts.push({ kind: 'text', content: source.slice(at, start) });
    const rest = source.slice(start + 2);
    const sign = /^(?:!=|=|)/.exec(rest)?.[0] ?? '';
    const end = rest.indexOf('?>');
    const content = rest.slice(sign.length, end < 0 ? undefined : end);
    parts.push({ kind: sign === '!=' ? 'force' : sign === '=' ? 'print' : 'code', content });
    at = end < 0 ? source.length : start + 2 + end + 2;
  }
  return parts;
}

const quote = (text: string) =>
  `'${text
    .replace(/[\\'"]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`;

const assignment = (lines: readonly string[]) =>
  lines.length === 0
    ? ''
    : ` output._ =  ${lines.map(quote).join(' +\n    ')};${lines[lines.length - 1]?.endsWith('\n') ? '\n ' : ''}`;

/**
 * Text as statements that keep the template's line numbers, the rest of a line in one and further lines in another, so
 * that a comment in a scriptlet reaches to the end of its line. A line end right after a scriptlet is not printed.
 */
function textCode(text: string, afterScriptlet: boolean): string {
  const swallowed = afterScriptlet ? (/^\r?\n/.exec(text)?.[0] ?? '') : '';
  const [first, ...rest] = text.slice(swallowed.length).split(/(?<=\n)/);
  const begin = swallowed ? '\n ' : '';
  return begin + assignment(first ? [first] : []) + assignment(rest);
}

/** The statements that a template turns into; they print by assigning to `output._` and `output._$`. */
function templateStatements(source: string): string {
  let code = '';
  let afterScriptlet = false;
  for (const { kind, content } of parseTemplate(source)) {
    if (kind === 'text') code += textCode(content, afterScriptlet);
    else if (kind === 'code') code += ` ${content};`;
    else code += ` output.${kind === 'print' ? '_$' : '_'} = ${content};`;
    afterScriptlet = kind !== 'text';
  }
  return code;
}

/** What `HtmlTemplate.getCode()` shows. */
export function templateCode(source: string): string {
  return `(function() { var output = HtmlService.initTemplate();${templateStatements(source)}\n  /* End of user code */\n  return output.$out.append('');\n})();`;
}

/**
 * A function body that prints into a list of pairs: `true` and a trusted text, or `false` and a value to be escaped.
 * Values become text inside the sandbox, so that dates and objects print as the script sees them.
 */
export function templateBody(source: string): string {
  const printer = `var output = (function () {
  var list = [];
  var plain = function (value) {
    return typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined ? value : String(value);
  };
  return {
    $list: list,
    set _(value) { list.push([true, String(value)]); },
    set _$(value) { list.push([false, plain(value)]); },
    append: function (value) { list.push([true, String(value)]); return this; },
    appendUntrusted: function (value) { list.push([false, plain(value)]); return this; },
    clear: function () { list.length = 0; return this; }
  };
})();`.replace(/\n\s*/g, ' ');
  return `${printer}${templateStatements(source)}\n;return output.$list;`;
}
