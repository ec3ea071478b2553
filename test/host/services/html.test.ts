import { describe, expect, it } from 'vitest';
import { HtmlContext } from '../../../scripts/host/services/html-context.ts';
import { isPublicName, pageArguments, pageResult } from '../../../scripts/host/services/page.ts';
import { errorOfMain, makeEngine, valueOfMain } from './run.ts';

// Sources: guides/html/templates, guides/html/reference/run and reference/html on developers.google.com/apps-script.

const evaluated = (template: string, set = '', code = '') =>
  valueOfMain(`${code}
    function main() { const t = HtmlService.createTemplate(${JSON.stringify(template)}); ${set}; return t.evaluate().getContent(); }`);

describe('templates', () => {
  it.each([
    ['print and escape', '<?= val ?>', `t.val = '<b>fet</b>'`, '&lt;b&gt;fet&lt;/b&gt;'],
    ['force-print as it is', '<?!= val ?>', `t.val = '<b>fet</b>'`, '<b>fet</b>'],
    ['run code without printing', 'före<? var x = 42; ?>efter', '', 'föreefter'],
    ['share variables between scriptlets', '<? var m = "hej"; ?><?= m ?>', '', 'hej'],
    ['print numbers', '<?= n ?>', 't.n = 42', '42'],
    ['print only the first statement', `<?= 'Hej'; 'abc' ?>`, '', 'Hej'],
    ['branch', '<? if (true) { ?><p>ja</p><? } else { ?><p>nej</p><? } ?>', '', '<p>ja</p>'],
    [
      'loop over what the script set',
      '<? rows.forEach(function (r) { ?><i><?= r[0] ?></i><? }) ?>',
      `t.rows = [['å'], ['<']]`,
      '<i>å</i><i>&lt;</i>',
    ],
    ['swallow the line end after a scriptlet', 'a<? var x; ?>\nb\nc', '', 'ab\nc'],
    ['let comments reach to the line end', '<? var x; // slut ?> syns inte\nsyns', '', 'syns'],
    ['append through output', `<? output.append('<hr>'); output.appendUntrusted('<hr>') ?>`, '', '<hr>&lt;hr&gt;'],
  ])('%s', (_, template, set, expected) => {
    expect(evaluated(template, set)).toBe(expected);
  });

  it('call functions of the project and include other files', () => {
    const code = `function include(name) { return HtmlService.createHtmlOutputFromFile(name).getContent(); }
      function main() { const t = HtmlService.createTemplateFromFile('Index'); t.who = 'Åsa'; return t.evaluate().getContent(); }`;
    expect(
      valueOfMain(code, { 'Index.html': "<?!= include('Stil') ?>Hej <?= who ?>", 'Stil.html': '<style>p{}</style>' }),
    ).toBe('<style>p{}</style>Hej Åsa');
  });

  it('throw what their code throws', () => {
    expect(errorOfMain(`function main() { HtmlService.createTemplate('<?= missing ?>').evaluate(); }`)).toBe(
      'missing is not defined',
    );
    const refused = makeEngine(`function main() { HtmlService.createTemplate('<? if ( ?>').evaluate(); }`).run('main');
    expect([refused.error?.name, refused.hostFaults]).toEqual(['SyntaxError', undefined]);
  });

  it('show the code that they become', () => {
    expect(
      valueOfMain(`function main() { return HtmlService.createTemplate("<b><?= 1 ?></b>\\n<? var x ?>").getCode(); }`),
    ).toBe(
      `(function() { var output = HtmlService.initTemplate(); output._ =  '<b>'; output._$ =  1 ; output._ =  '</b>\\n';\n   var x ;\n  /* End of user code */\n  return output.$out.append('');\n})();`,
    );
  });
});

describe('contextual escaping', () => {
  it.each<[string, string, unknown, string]>([
    ['text', '<p>', `<a href="x">'`, '&lt;a href=&quot;x&quot;&gt;&#39;'],
    ['a quoted attribute', '<p title="', 'a "b" <c>', 'a &quot;b&quot; &lt;c&gt;'],
    ['an attribute without quotes', '<p title=', 'a b', 'a&#32;b'],
    ['the start of a link', '<a href="', 'javascript:alert(1)', '#zSoyz'],
    ['an honest link', '<a href="', 'https://example.org/å b', 'https://example.org/å%20b'],
    ['a part of a link', '<a href="/x?q=', 'a&b', 'a%26b'],
    ['a script’s expression', '<script>var x = ', `it's </script>`, `'it\\x27s \\x3c\\x2fscript\\x3e'`],
    ['a number in a script', '<script>var x = ', 5, ' 5 '],
    ['a string in a script', `<script>var x = '`, `a'b`, 'a\\x27b'],
    ['after a script’s string', `<script>var y = 'a\\'b'; var x = `, 'q', `'q'`],
    ['after a script', '<script>var a = "<p>";</script><p>', '<', '&lt;'],
    ['a handler', '<a onclick="f(', `x'y`, '&#39;x\\x27y&#39;'],
    ['a string in a handler', `<a onclick="f('`, `O'Neil`, 'O\\x27Neil'],
    ['after a string in a handler', `<a onclick="f('a', `, 5, ' 5 '],
    ['an attribute after a handler', `<a onclick="f('a')" title="`, `'`, '&#39;'],
    ['a style', '<p style="color: ', 'red; x:expression(1)', 'zSoyz'],
    ['a title', '<title>', '</title>', '&lt;/title&gt;'],
    ['a comment', '<!-- ', 'hemligt -->', ''],
    ['text after a comment', '<!-- a --><b>', '<', '&lt;'],
  ])('%s', (_, before, value, expected) => {
    const context = new HtmlContext();
    context.follow(before);
    expect(context.escape(value)).toBe(expected);
  });
});

describe('HtmlOutput', () => {
  it('keeps title, size, meta tags and content', () => {
    expect(
      valueOfMain(`function main() {
        const output = HtmlService.createHtmlOutput('<h1>Rubrik</h1>');
        const start = [output.getTitle(), output.getWidth(), output.getHeight()];
        output.setTitle('Sida').setWidth(200).setHeight(100).addMetaTag('viewport', 'width=device-width')
          .setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL).setSandboxMode(HtmlService.SandboxMode.IFRAME);
        output.appendUntrusted('<script>').append('<hr>');
        const blob = output.getBlob();
        return [start, output.getTitle(), output.getWidth(), output.getHeight(), output.getMetaTags()[0].getName(), output.getContent(),
          blob.getContentType(), blob.getDataAsString() === output.getContent(), output.asTemplate().getRawContent() === output.getContent(),
          output.clear().getContent()];
      }`),
    ).toEqual([
      ['', null, null],
      'Sida',
      200,
      100,
      'viewport',
      '<h1>Rubrik</h1>&lt;script&gt;<hr>',
      'text/html',
      true,
      true,
      '',
    ]);
  });

  it.each([
    ['a file that is missing', `HtmlService.createHtmlOutputFromFile('Index')`, 'No HTML file named Index was found.'],
    [
      'a meta tag that is not allowed',
      `HtmlService.createHtmlOutput().addMetaTag('robots', 'x')`,
      'The meta tag you specified is not allowed in this context.',
    ],
    [
      'an icon of no known kind',
      `HtmlService.createHtmlOutput().setFaviconUrl('https://example.org/icon')`,
      'The favicon type is not supported. Make sure to provide the image extension (PNG for example) in the URL.',
    ],
  ])('refuses %s', (_, code, message) => {
    expect(errorOfMain(`function main() { ${code} }`)).toBe(message);
  });
});

describe('ContentService', () => {
  it('serves text with a type and a file name', () => {
    expect(
      valueOfMain(`function main() {
        const output = ContentService.createTextOutput('{}').setMimeType(ContentService.MimeType.JSON).append('\\n').downloadAsFile('a.json');
        return [output.getContent(), String(output.getMimeType()), output.getFileName(), String(ContentService.createTextOutput().getMimeType())];
      }`),
    ).toEqual(['{}\n', 'JSON', 'a.json', 'TEXT']);
  });
});

describe('google.script.run', () => {
  it.each([
    ['save', true],
    ['save_', false],
    ['a.b', false],
    ['', false],
  ])('may call %s: %s', (name, may) => {
    expect(isPublicName(name)).toBe(may);
  });

  it('copies arguments, with undefined in lists as null', () => {
    const given = { a: [1, undefined], b: undefined, c: { d: 'x' } };
    const [copy] = pageArguments([given]);
    expect(copy).toEqual({ a: [1, null], c: { d: 'x' } });
    expect(copy).not.toBe(given);
  });

  const circle: Record<string, unknown> = {};
  circle.self = circle;
  it.each<[string, unknown, string]>([
    ['a date', new Date(0), '0'],
    ['a date deep inside', { when: new Date(0) }, 'when'],
    ['a function', { act: () => 1 }, 'act'],
    ['a circle', circle, 'self'],
  ])('refuses %s as an argument and gives null for it as a result', (_, value, path) => {
    expect(() => pageArguments([value])).toThrow(`Failed due to illegal value in property: ${path}`);
    expect(pageResult(value)).toBeNull();
  });
});
