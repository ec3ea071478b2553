/**
 * A process of its own, for tests that compare or kill whole processes.
 * `story.ts tell FOLDER SEED` tells a story with every store in it and prints log and mail.
 * `story.ts count FOLDER` counts on in every store for ever and prints each number when its execution has ended.
 */
import { createHost } from '../../../scripts/host/index.ts';

const SCRIPT = `
  const properties = () => PropertiesService.getScriptProperties();
  function install() {
    const book = SpreadsheetApp.getActive();
    book.getActiveSheet().setName('Antal').getRange('B1').setFormula('=A1*2');
    const form = FormApp.create('Svar').setTitle('Svar').setAcceptingResponses(true);
    form.addTextItem().setTitle('Tal');
    form.addDateItem().setTitle('Dag');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
    ScriptApp.newTrigger('sent').forSpreadsheet(book).onFormSubmit().create();
    ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(4).create();
    properties().setProperty('form', form.getId());
  }
  function count() {
    const number = Number(properties().getProperty('number') || 0) + 1;
    properties().setProperty('number', String(number));
    CacheService.getScriptCache().put('number', String(number));
    SpreadsheetApp.getActive().getSheetByName('Antal').getRange('A1').setValue(number);
    const form = FormApp.openById(properties().getProperty('form'));
    form.createResponse().withItemResponse(form.getItems()[0].asTextItem().createResponse(String(number))).submit();
    MailApp.sendEmail('kim@example.org', String(number), 'Text ' + 'å'.repeat(2000));
    return number;
  }
  function counted() {
    SpreadsheetApp.flush();
    const responses = SpreadsheetApp.getActive().getSheetByName('Formulärsvar 1');
    return [
      Number(properties().getProperty('number') || 0),
      Number(SpreadsheetApp.getActive().getSheetByName('Antal').getRange('A1').getValue()),
      FormApp.openById(properties().getProperty('form')).getResponses().length,
      responses.getLastRow() - 1,
    ];
  }
  function sent(e) { console.log(JSON.stringify(e.namedValues), Math.random(), Utilities.getUuid(), e.triggerUid) }
  function tick(e) {
    Logger.log(e.minute);
    MailApp.sendEmail({
      to: 'kim@example.org', subject: 'Natt', body: 'Text', htmlBody: '<b>Text</b><img src="cid:bild">',
      inlineImages: { bild: Utilities.newBlob([1, 2], 'image/png', 'b.png') },
      attachments: [SpreadsheetApp.getActive().getAs('application/pdf'), Utilities.zip([Utilities.newBlob('x', 'text/plain', 'x.txt')])],
    });
    DriveApp.createFile('fil ' + Math.random(), 'text');
  }`;

const [verb, stateFolder = '', seed = '1'] = process.argv.slice(2);
const host = createHost({ files: { 'Code.js': SCRIPT }, now: '2025-09-01T08:00', stateFolder, seed: Number(seed) });

if (verb === 'tell') {
  host.run('install');
  host.edit({ range: 'Antal!C1', value: '=RAND()' });
  host.submitForm('Svar', { Tal: '07', Dag: '2025-09-05' });
  host.run('count');
  host.advance('2025-09-03T12:00');
  const mail = await Promise.all(host.mail.map((one) => host.rawMail(one)));
  await host.close();
  const faults = host.executions.filter(({ status }) => status !== 'completed');
  process.stdout.write(JSON.stringify({ faults, log: host.executions, mail: mail.map(String) }));
} else if (verb === 'counted') {
  process.stdout.write(JSON.stringify([...(host.run('counted').value as number[]), host.mail.length]));
} else {
  if (host.executions.length === 0 && host.forms.length === 0) host.run('install');
  for (;;) process.stdout.write(`${host.run('count').value}\n`);
}
