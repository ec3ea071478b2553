import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';
import { expect, it } from 'vitest';
import { createHost, type Host } from '../../scripts/host/index.ts';

const README = new URL('../../scripts/host/README.md', import.meta.url);

/** What the example of the README takes for granted. */
const SOURCE = `
  function onOpen() { SpreadsheetApp.getUi().createMenu('Diplomering').addItem('Uppdatera alla', 'update').addToUi() }
  function update() { MailApp.sendEmail('kim@example.org', 'Uppdaterat', 'Klart') }
  function tick() { console.log('tick') }
  function install({ year }) {
    const book = SpreadsheetApp.getActive();
    book.getActiveSheet().setName('Deltagare').getRange('A1:C1').setValues([['Namn', 'E-post', 'Dag']]);
    const form = FormApp.create('Intresse').setTitle('Intresse').setAllowResponseEdits(true);
    form.addTextItem().setTitle('Namn').setRequired(true);
    form.addCheckboxItem().setTitle('Dagar').setChoiceValues(['mån', 'tis']);
    form.addDateItem().setTitle('Från');
    form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
    ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(4).create();
    return year;
  }`;

it("runs the README's example as it stands there", async () => {
  const example = /```ts\n([\s\S]*?)```/.exec(readFileSync(README, 'utf8'))?.[1]?.replace(/^import.*$/m, '') ?? '';
  const { code } = await transform(`async function example() {${example}}`, { loader: 'ts' });
  const made: Host[] = [];
  const recording = (options: Parameters<typeof createHost>[0]) => {
    const host = createHost(options);
    made.push(host);
    return host;
  };
  const names = ['createHost', 'source', 'manifest'];
  await new Function(...names, `${code}; return example();`)(recording, SOURCE, '{"timeZone":"Europe/Stockholm"}');
  const [host] = made;
  expect(host?.executions.map(({ entry, status }) => `${entry} ${status}`)).toEqual([
    'install completed',
    'onOpen completed',
    'update completed',
    'tick completed',
  ]);
  expect(host?.mail.map(({ subject }) => subject)).toEqual(['Uppdaterat']);
  expect(host?.shown('Deltagare!A1:C')).toEqual([
    ['Namn', 'E-post', 'Dag'],
    ['', '', ''],
    ['', '', ''],
    ['', '', ''],
    ['a', 'b', '5 sep.'],
    ['c', 'd', '6 sep.'],
  ]);
  expect(host?.shown('Formulärsvar 1!B2:D')).toEqual([['Kim Ek', 'mån, tis', '2025-09-05']]);
});
