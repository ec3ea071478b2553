import { describe, expect, it } from 'vitest';
import { FIRST_TEMPLATES } from '../../src/app/first-rows.ts';
import {
  changedTemplates,
  checkTemplate,
  defaultText,
  PLACEHOLDERS,
  placeholdersFor,
  type TemplateRow,
} from '../../src/messages/index.ts';
import { blocksAsHtml, blocksAsText, renderBody, renderLine, type Values } from '../../src/messages/markup.ts';
import { textFor } from '../../src/messages/template.ts';
import { VASTERBOTTEN } from '../../src/programmes/index.ts';
import { mailOf, SETTINGS } from './situations.ts';

const row = (facts: Partial<TemplateRow>): TemplateRow => ({
  kind: 'plan-overdue',
  programme: '',
  subject: 'Planen saknas',
  body: 'Hej!',
  ...facts,
});

describe('an edited text', () => {
  const own = row({
    programme: 'vasterbotten',
    subject: 'Var är {{planen}}?',
    body: 'Den skulle vara hos oss {{Sista dag}}.',
  });

  it('is used instead of the default', () => {
    const mail = mailOf('plan-overdue', VASTERBOTTEN, { settings: { ...SETTINGS, templates: [own] } });
    expect(mail.subject).toBe('Var är handlingsplanen? – Hälsocentralen Björken');
    expect(mail.text).toContain('Den skulle vara hos oss Måndag 26 januari 2026.');
  });

  it.each([
    ['the programme’s own row wins over the row for all', [row({ body: 'För alla.' }), own], 'Den skulle vara hos oss'],
    ['the row for all holds for a programme without its own', [row({ body: 'För alla.' })], 'För alla.'],
    [
      'a faulty row counts as not there',
      [row({ ...own, body: 'Senast {{sita dag}}.' })],
      'Sista dagen för handlingsplanen var',
    ],
    ['a row of another kind is not used', [row({ ...own, kind: 'plan-moved' })], 'Sista dagen för handlingsplanen var'],
  ])('%s', (_, templates, expected) => {
    expect(mailOf('plan-overdue', VASTERBOTTEN, { settings: { ...SETTINGS, templates } }).text).toContain(expected);
  });

  it('does not repeat the unit in a subject that names it', () => {
    const templates = [row({ subject: '{{verksamhet}} har inte lämnat in', body: 'Hej.' })];
    const { subject } = mailOf('plan-overdue', VASTERBOTTEN, { settings: { ...SETTINGS, templates } });
    expect(subject).toBe('Hälsocentralen Björken har inte lämnat in');
  });
});

describe('a mistake in an edited text', () => {
  it.each([
    ['{{sita dag}}', 'Platshållaren {{sita dag}} finns inte för det här mejlet. Menade du {{sista dag}}?'],
    ['{{Verksamhetn}}', 'Platshållaren {{Verksamhetn}} finns inte för det här mejlet. Menade du {{verksamhet}}?'],
    ['{{xyzzy}}', 'Platshållaren {{xyzzy}} finns inte för det här mejlet. Välj ett namn ur listan i hjälpen.'],
    ['{{}}', 'Platshållaren {{}} finns inte för det här mejlet. Välj ett namn ur listan i hjälpen.'],
    ['{{diplomfil}}', 'Platshållaren {{diplomfil}} finns inte för det här mejlet. Välj ett namn ur listan i hjälpen.'],
  ])('is named with the placeholder: %s', (typed, text) => {
    expect(checkTemplate(row({ body: `Text ${typed}.` }))).toEqual([
      { field: 'body', placeholder: typed.slice(2, -2), text },
    ]);
  });

  it.each(['{{sista dag}', '{sista dag}', 'sista dag}}', '{{sista {dag}}'])(
    'is named when braces are missing: %s',
    (typed) => {
      expect(checkTemplate(row({ subject: typed })).map(({ field }) => field)).toContain('subject');
    },
  );

  it('is named when subject or text is empty', () => {
    expect(checkTemplate(row({ subject: ' ', body: '' })).map(({ field }) => field)).toEqual(['subject', 'body']);
  });

  it.each(['{{ Sista  DAG }}', '{{sista dag}}', '{{sista_dag}}', `{{${'öppnar'.normalize('NFD')}}}`])(
    'is not: spaces, capitals and letters in two parts are read: %s',
    (typed) => {
      expect(checkTemplate(row({ body: typed }))).toEqual([]);
    },
  );
});

describe('placeholders', () => {
  it('have names of their own and say in Swedish what they are', () => {
    expect(new Set(PLACEHOLDERS.map(({ name }) => name)).size).toBe(PLACEHOLDERS.length);
    for (const { about } of PLACEHOLDERS) expect(about.length).toBeGreaterThan(5);
  });

  it('of a receipt know nothing of a unit', () => {
    expect(placeholdersFor('receipt').map(({ name }) => name)).not.toContain('verksamhet');
  });
});

describe('the markup', () => {
  const values: Values = new Map<string, string | string[]>([
    ['namn', 'Åsa <b>'],
    ['lista', ['ett', 'två']],
    ['inga', []],
    ['tom', ''],
    ['länk', 'https://example.org/a?b=1&c=2'],
    ['falsk', 'javascript:alert(1)'],
  ]);

  it.each([
    ['a paragraph', 'Hej {{namn}}', 'Hej Åsa <b>', 'Hej Åsa &lt;b&gt;'],
    ['a capital', '{{Lista}}', '- ett\n- två', '<li'],
    ['a list from a value', 'Det här:\n{{lista}}', 'Det här:\n\n- ett\n- två', '<ul'],
    ['a list as typed', '- a\n- {{namn}}', '- a\n- Åsa <b>', '<li'],
    ['a link', '[Öppna]({{länk}})', 'Öppna: https://example.org/a?b=1&c=2', 'href="https://example.org/a?b=1&amp;c=2"'],
    ['a link to a script', '[Öppna]({{falsk}})', 'Öppna', 'Öppna'],
    ['a paragraph without its value', 'Hej\n\nVar: {{tom}}\n\nDå', 'Hej\n\nDå', 'Då'],
    ['a list without items', 'Hej\n\nDe här:\n{{inga}}', 'Hej', 'Hej'],
    ['line breaks of all kinds', 'a\r\nb\r\r\nc', 'a\nb\n\nc', 'a<br>b'],
  ])('reads %s', (_, source, text, html) => {
    const blocks = renderBody(source, values);
    expect(blocksAsText(blocks)).toBe(text);
    expect(blocksAsHtml(blocks, () => true)).toContain(html);
    expect(blocksAsHtml(blocks, () => true)).not.toContain('javascript:');
  });

  it('leaves nothing behind in a subject for a value that is missing', () => {
    expect(renderLine('Hej {{tom}} där {{namn}}', values)).toBe('Hej där Åsa <b>');
  });
});

describe('what is kept of the tab Mallar', () => {
  const rows = FIRST_TEMPLATES.map((row) => ({ ...row, ...defaultText(row.kind, row.programme) }));

  it('is nothing while nobody has changed a text', () => {
    expect(changedTemplates(rows)).toEqual([]);
  });

  it('is each changed text, and the unchanged ones that go before a text for all programmes', () => {
    const edited = rows.map((row) =>
      row.kind === 'certified' && row.programme === 'varmland' ? { ...row, subject: 'Ny' } : row,
    );
    const forAll: TemplateRow = { kind: 'declined', programme: '', subject: 'Avböjd', body: 'Tyvärr.' };
    const kept = changedTemplates([...edited, forAll]);
    expect(kept.filter((row) => row.kind === 'certified').map((row) => row.programme)).toEqual(['varmland']);
    for (const { kind, programme } of rows) {
      const { subject, body } = textFor(kind, programme, [...edited, forAll]);
      expect(textFor(kind, programme, kept)).toMatchObject({ subject, body });
    }
  });
});
