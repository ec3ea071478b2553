import { describe, expect, it } from 'vitest';
import { createHost } from '../../../scripts/host/index.ts';

// Sources: guides/web (Request parameters), guides/html/reference/run on developers.google.com/apps-script.

const CODE = `
  function doGet(e) { return ContentService.createTextOutput(JSON.stringify(e)).setMimeType(ContentService.MimeType.JSON); }
  function doPost(e) { return HtmlService.createHtmlOutput('<p>' + e.postData.contents + e.parameter.a + '</p>').setTitle('T'); }
  function add(a, b) { return { sum: a + b, when: undefined }; }
  function today() { return [new Date()]; }
  function secret_() { return 1; }`;

const host = () => createHost({ files: { 'Code.gs': CODE }, now: '2025-09-01T08:00' });

describe('a web app', () => {
  it('gets its parameters, one value and all values by name', () => {
    const { served } = host().get({ name: 'å', n: ['1', '2'] }, { path: 'x' });
    expect(served).toMatchObject({ kind: 'text', contentType: 'application/json' });
    expect(JSON.parse(served?.content ?? '')).toEqual({
      queryString: 'name=%C3%A5&n=1&n=2',
      parameter: { name: 'å', n: '1' },
      parameters: { name: ['å'], n: ['1', '2'] },
      contextPath: '',
      contentLength: -1,
      pathInfo: 'x',
    });
  });

  it('gets what was posted', () => {
    const form = { contents: 'a=1', type: 'application/x-www-form-urlencoded' };
    expect(host().post(form).served).toMatchObject({ kind: 'html', content: '<p>a=11</p>', title: 'T' });
  });

  it.each([
    ['', 'The script completed but did not return anything.'],
    ['return "text"', 'The script completed but the returned value is not a supported return type.'],
  ])('says when what came back is no page: %s', (body, message) => {
    const other = createHost({ files: { 'Code.gs': `function doGet() { ${body} }` }, now: '2025-09-01T08:00' });
    expect(other.get().error).toEqual({ name: 'Exception', message, stack: `Exception: ${message}` });
  });
});

describe('google.script.run', () => {
  it('gives copies, and null for what may not travel', () => {
    expect(host().call('add', [1, 2]).value).toEqual({ sum: 3 });
    expect(host().call('today', []).value).toBeNull();
  });

  it('knows no private functions and takes no dates', () => {
    expect(() => host().call('secret_', [])).toThrow('google.script.run.secret_ is not a function');
    expect(() => host().call('add', [new Date(0)])).toThrow('Failed due to illegal value in property: 0');
  });
});
