import { describe, expect, it } from 'vitest';
import { finished, sample, shown, value } from './sample.ts';

// Menus, dialogs, side panels and web apps. Behaviour: guides/{menus,dialogs,html,web}, reference/base/ui on
// developers.google.com/apps-script.

describe('a custom menu', () => {
  const CODE = `
    function onOpen() {
      var ui = SpreadsheetApp.getUi();
      ui.createMenu('Verktyg+')
        .addItem('Hälsa', 'greet')
        .addSeparator()
        .addSubMenu(ui.createMenu('Fler').addItem('Rensa', 'clearAll'))
        .addToUi();
    }
    function greet() {
      var ui = SpreadsheetApp.getUi();
      var result = ui.prompt('Vad heter du?', 'Skriv ditt namn', ui.ButtonSet.OK_CANCEL);
      if (result.getSelectedButton() !== ui.Button.OK) return 'avbröt';
      SpreadsheetApp.getActiveSheet().getRange('A1').setValue(result.getResponseText());
      SpreadsheetApp.getActiveSpreadsheet().toast('Klart', 'Hälsning', 3);
      return 'hej ' + result.getResponseText();
    }
    function clearAll() {
      var ui = SpreadsheetApp.getUi();
      if (ui.alert('Rensa allt?', 'Det går inte att ångra.', ui.ButtonSet.YES_NO) == ui.Button.YES) SpreadsheetApp.getActiveSheet().clear();
    }`;

  it('that addMenu made goes away with removeMenu', () => {
    const host = sample(`
      function onOpen() { SpreadsheetApp.getActive().addMenu('Konferens', [{ name: 'Ställ in', functionName: 'setUp' }, null]); }
      function setUp() { SpreadsheetApp.getActive().removeMenu('Konferens'); }`);
    expect(host.menus().map(({ caption }) => caption)).toEqual(['Konferens']);
    finished(host.menu('Ställ in'));
    expect(host.menus()).toEqual([]);
  });

  it('stands in the menu bar after the document has been opened', () => {
    expect(sample(CODE).menus()).toEqual([
      {
        caption: 'Verktyg+',
        entries: [
          { type: 'item', caption: 'Hälsa', functionName: 'greet' },
          { type: 'separator' },
          { type: 'menu', caption: 'Fler', entries: [{ type: 'item', caption: 'Rensa', functionName: 'clearAll' }] },
        ],
      },
    ]);
  });

  it('asks, answers and writes', () => {
    const host = sample(CODE);
    host.answer('OK', 'Åsa');
    expect(finished(host.menu('Hälsa')).value).toBe('hej Åsa');
    expect(shown(host)).toEqual([['Åsa']]);
    host.answer('CANCEL');
    expect(finished(host.menu('Hälsa')).value).toBe('avbröt');
    host.answer('NO');
    finished(host.menu(['Verktyg+', 'Fler', 'Rensa']));
    expect(shown(host)).toEqual([['Åsa']]);
    host.answer('YES');
    finished(host.menu('Rensa'));
    expect(shown(host)).toEqual([]);
    expect(host.dialogs.map(({ kind }) => kind)).toEqual(['prompt', 'toast', 'prompt', 'alert', 'alert']);
  });

  it('has no window in a time-driven trigger', () => {
    const host = sample(`
      function install() { ScriptApp.newTrigger('late').timeBased().after(1000).create(); }
      function late() { SpreadsheetApp.getUi().alert('x'); }`);
    value(host, 'install');
    const { executions } = host.advance('2025-09-01T09:00');
    expect(executions[0]?.error?.message).toBe('Cannot call SpreadsheetApp.getUi() from this context.');
  });
});

describe('a side panel', () => {
  it('is made of a template and calls back', () => {
    const host = sample(
      `
      function onOpen() { SpreadsheetApp.getUi().createMenu('P').addItem('Panel', 'show').addToUi(); }
      function show() {
        var template = HtmlService.createTemplateFromFile('panel');
        template.sheets = SpreadsheetApp.getActive().getSheets().map(function (sheet) { return sheet.getName(); });
        SpreadsheetApp.getUi().showSidebar(template.evaluate().setTitle('Flikar'));
      }
      function rename(form) { SpreadsheetApp.getActive().getSheetByName(form.from).setName(form.to); return { ok: true, now: form.to }; }`,
      {
        files: {
          'panel.html':
            '<ul><? for (var i = 0; i < sheets.length; i++) { ?><li><?= sheets[i] ?></li><? } ?></ul><script>google.script.run.rename({});</script>',
        },
      },
    );
    finished(host.menu('Panel'));
    expect(host.dialogs.at(-1)).toMatchObject({ kind: 'sidebar', title: 'Flikar' });
    expect(host.dialogs.at(-1)?.content).toContain('<ul><li>Blad1</li></ul>');
    expect(finished(host.call('rename', [{ from: 'Blad1', to: 'Nytt' }])).value).toEqual({ ok: true, now: 'Nytt' });
    expect(host.spreadsheet.sheets.map(({ name }) => name)).toEqual(['Nytt']);
  });
});

describe('a web app', () => {
  const CODE = `
    function doGet(e) {
      if (e.parameter.format === 'json') {
        return ContentService.createTextOutput(JSON.stringify(rows_())).setMimeType(ContentService.MimeType.JSON);
      }
      const page = HtmlService.createTemplateFromFile('index');
      page.rows = rows_();
      return page.evaluate().setTitle('Lista').addMetaTag('viewport', 'width=device-width, initial-scale=1');
    }
    function doPost(e) {
      const { name, count } = JSON.parse(e.postData.contents);
      SpreadsheetApp.getActive().getSheets()[0].appendRow([new Date(), name, count]);
      return ContentService.createTextOutput(JSON.stringify({ status: 'ok', rows: rows_().length })).setMimeType(ContentService.MimeType.JSON);
    }
    const rows_ = () => SpreadsheetApp.getActive().getSheets()[0].getDataRange().getDisplayValues().filter((row) => row[0]);
    const include = (name) => HtmlService.createHtmlOutputFromFile(name).getContent();`;
  const FILES = {
    'index.html': "<?!= include('css') ?><? rows.forEach((row) => { ?><p><?= row[1] ?>: <?= row[2] ?></p><? }) ?>",
    'css.html': '<style>p { color: #333 }</style>',
  };

  it('takes rows by POST and shows them by GET', () => {
    const host = sample(CODE, { files: FILES });
    const posted = host.post({ contents: JSON.stringify({ name: '<Åsa>', count: 3 }), type: 'application/json' });
    expect(posted.served?.content).toBe('{"status":"ok","rows":1}');
    expect(JSON.parse(host.get({ format: 'json' }).served?.content ?? '')).toEqual([
      ['2025-09-01 08:00:00', '<Åsa>', '3'],
    ]);
    expect(host.get().served).toMatchObject({
      title: 'Lista',
      content: '<style>p { color: #333 }</style><p>&lt;Åsa&gt;: 3</p>',
    });
  });
});
