import { describe, expect, it } from 'vitest';
import { createHost } from '../../../scripts/host/index.ts';
import { finished, value } from './sample.ts';

// Scripts that belong to a form instead of a spreadsheet. Behaviour: guides/triggers (simple and installable triggers for
// forms), reference/forms on developers.google.com/apps-script.

const NOTIFIER = `
  function onOpen() {
    FormApp.getUi().createMenu('Notiser').addItem('Ställ in', 'configure').addItem('Om', 'about').addToUi();
  }
  function configure() {
    const form = FormApp.getActiveForm();
    const installed = ScriptApp.getUserTriggers(form).some((trigger) => trigger.getHandlerFunction() === 'respond');
    if (!installed) ScriptApp.newTrigger('respond').forForm(form).onFormSubmit().create();
    PropertiesService.getDocumentProperties().setProperty('step', '2');
  }
  function about() { FormApp.getUi().alert('Skickar en notis vid vartannat svar'); }
  function build() {
    const form = FormApp.getActiveForm().setTitle('Beställning').setConfirmationMessage('Tack!').setProgressBar(true);
    form.addTextItem().setTitle('Vara').setRequired(true);
    form.addPageBreakItem().setTitle('Leverans');
    const way = form.addMultipleChoiceItem().setTitle('Hur?').setRequired(true);
    const address = form.addPageBreakItem().setTitle('Adress');
    form.addParagraphTextItem().setTitle('Adress till dörren').setRequired(true);
    way.setChoices([way.createChoice('Hem', address), way.createChoice('Hämtas', FormApp.PageNavigationType.SUBMIT)]);
    return form.getItems().length;
  }
  function respond(e) {
    const form = FormApp.getActiveForm();
    const step = Number(PropertiesService.getDocumentProperties().getProperty('step'));
    const total = form.getResponses().length;
    if (total % step !== 0) return;
    const lines = e.response.getItemResponses().map((r) => r.getItem().getTitle() + ': ' + r.getResponse());
    MailApp.sendEmail(Session.getEffectiveUser().getEmail(), form.getTitle() + ': ' + total + ' svar', lines.join('\\n'));
  }`;

describe('a script of a form', () => {
  function ready() {
    const host = createHost({ files: { 'Code.gs': NOTIFIER }, now: '2025-09-01T08:00', container: 'form' });
    expect(value(host, 'build')).toBe(5);
    finished(host.menu(['Notiser', 'Ställ in']));
    finished(host.menu('Ställ in'));
    return host;
  }

  it('has its menu in the form’s editor and installs its trigger once', () => {
    const host = ready();
    expect(host.triggers.map(({ functionName, source }) => [functionName, source])).toEqual([['respond', 'FORMS']]);
    finished(host.menu('Om'));
    expect(host.dialogs.at(-1)?.content).toBe('Skickar en notis vid vartannat svar');
  });

  it('tells of every second response, and only of what was asked on the way', () => {
    const host = ready();
    const refused = host.submitForm('Beställning', { Vara: 'Penna', 'Hur?': 'Hem' }).refused;
    expect(refused?.map(({ title }) => title)).toEqual(['Adress till dörren']);
    for (const way of ['Hämtas', 'Hämtas']) {
      const { executions } = host.submitForm('Beställning', { Vara: 'Penna', 'Hur?': way });
      expect(executions.map(({ error }) => error?.stack)).toEqual([undefined]);
    }
    expect(host.mail.map(({ subject, text }) => [subject, text])).toEqual([
      ['Beställning: 2 svar', 'Vara: Penna\nHur?: Hämtas\nAdress till dörren: '],
    ]);
  });

  it('has no spreadsheet', () => {
    const host = createHost({
      files: { 'Code.gs': 'function main() { return SpreadsheetApp.getActiveSpreadsheet(); }' },
      now: '2025-09-01T08:00',
      container: 'form',
    });
    expect(value(host, 'main')).toBeNull();
  });
});
