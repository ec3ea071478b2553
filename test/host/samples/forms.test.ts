import { describe, expect, it } from 'vitest';
import { finished, sample, shown, value } from './sample.ts';

// Ordinary form scripts as people write them for Google Forms, run unchanged. Behaviour: reference/forms and
// guides/triggers/events on developers.google.com/apps-script.

const REGISTRATION = `
  function setUpConference() {
    var ss = SpreadsheetApp.getActive();
    var sessions = ss.getSheetByName('Sessions').getDataRange().getValues();
    sessions.shift();
    var form = FormApp.create('Registration form');
    form.setTitle('Conference registration').setDescription('Choose your sessions').setConfirmationMessage('Thank you!');
    form.addTextItem().setTitle('Name').setRequired(true);
    var email = FormApp.createTextValidation().setHelpText('That is no address').requireTextIsEmail().build();
    form.addTextItem().setTitle('Email').setRequired(true).setValidation(email);
    var item = form.addMultipleChoiceItem().setTitle('Session');
    item.setChoiceValues(sessions.map(function (row) { return row[0] + ' ' + row[1]; }));
    form.addCheckboxItem().setTitle('Meals').setChoiceValues(['Lunch', 'Dinner']).showOtherOption(true);
    form.setDestination(FormApp.DestinationType.SPREADSHEET, ss.getId());
    ScriptApp.newTrigger('onFormSubmit').forSpreadsheet(ss).onFormSubmit().create();
    PropertiesService.getScriptProperties().setProperty('formId', form.getId());
    return form.getPublishedUrl();
  }

  function onFormSubmit(e) {
    var name = e.namedValues['Name'][0];
    var to = e.namedValues.Email[0];
    MailApp.sendEmail({ to: to, subject: 'Welcome ' + name, body: 'You chose ' + e.namedValues['Session'] });
    var row = e.range.getRow();
    var sheet = e.range.getSheet();
    sheet.getRange(row, e.range.getLastColumn() + 1).setValue('EMAIL_SENT');
    console.log(e.values.length + ' values, trigger ' + typeof e.triggerUid + ', row ' + row + ', columns to ' + e.range.columnEnd);
  }

  function fillSessions() {
    var sheet = SpreadsheetApp.getActive().getSheets()[0].setName('Sessions');
    sheet.getRange(1, 1, 3, 2).setValues([['Title', 'Room'], ['Intro', 'A'], ['Advanced', 'B']]);
  }

  function listResponses() {
    var form = FormApp.openById(PropertiesService.getScriptProperties().getProperty('formId'));
    return form.getResponses().map(function (response, i) {
      return response.getItemResponses().map(function (itemResponse) {
        return Utilities.formatString('#%s %s: %s', (i + 1).toString(), itemResponse.getItem().getTitle(), itemResponse.getResponse());
      });
    });
  }`;

describe('a conference registration', () => {
  function ready() {
    const host = sample(REGISTRATION);
    value(host, 'fillSessions');
    expect(value(host, 'setUpConference')).toMatch(/^https:\/\/docs\.google\.com\/forms\/d\/e\/[\w-]+\/viewform$/);
    return host;
  }

  it('builds the form from the sheet', () => {
    const host = ready();
    const [form] = host.forms;
    expect(form?.items.map(({ kind, title }) => [kind, title])).toEqual([
      ['TEXT', 'Name'],
      ['TEXT', 'Email'],
      ['MULTIPLE_CHOICE', 'Session'],
      ['CHECKBOX', 'Meals'],
    ]);
    expect(host.triggers).toHaveLength(1);
  });

  it('confirms each response by mail and marks its row', () => {
    const host = ready();
    const sent = host.submitForm('Conference registration', {
      Name: 'Bo',
      Email: 'bo@example.org',
      Session: 'Intro A',
      Meals: ['Lunch', 'Vegan'],
    });
    const [execution] = sent.executions;
    expect(execution?.error).toBeUndefined();
    expect(execution?.log.map(({ text }) => text)).toEqual(['5 values, trigger string, row 2, columns to 5']);
    expect(host.mail).toMatchObject([{ to: ['bo@example.org'], subject: 'Welcome Bo', text: 'You chose Intro A' }]);
    expect(shown(host, 'Formulärsvar 1')).toEqual([
      ['Tidstämpel', 'Name', 'Email', 'Session', 'Meals', ''],
      ['2025-09-01 08:00:00', 'Bo', 'bo@example.org', 'Intro A', 'Lunch, Vegan', 'EMAIL_SENT'],
    ]);
    expect(value(host, 'listResponses')).toEqual([
      ['#1 Name: Bo', '#1 Email: bo@example.org', '#1 Session: Intro A', '#1 Meals: Lunch,Vegan'],
    ]);
  });

  it('refuses what the form refuses and sends nothing', () => {
    const host = ready();
    const sent = host.submitForm('Conference registration', { Email: 'bo', Session: 'Other' });
    expect(sent.refused?.map(({ title, message }) => [title, message])).toEqual([
      ['Name', 'Det här är en obligatorisk fråga'],
      ['Email', 'That is no address'],
      ['Session', 'Välj ett av alternativen'],
    ]);
    expect(host.mail).toEqual([]);
    expect(host.form('Registration form').responses).toEqual([]);
  });
});

describe('a form with its own trigger', () => {
  it('gives the response and its form to the function', () => {
    const host = sample(`
      function setup() {
        var form = FormApp.create('Feedback').setCollectEmail(true);
        form.addScaleItem().setTitle('How was it?').setBounds(1, 5).setLabels('Bad', 'Good').setRequired(true);
        form.addParagraphTextItem().setTitle('Comments');
        ScriptApp.newTrigger('respond').forForm(form).onFormSubmit().create();
      }
      function respond(e) {
        var answers = {};
        e.response.getItemResponses().forEach(function (r) { answers[r.getItem().getTitle()] = r.getResponse(); });
        console.log(JSON.stringify([e.source.getId() === FormApp.openById(e.source.getId()).getId(), e.response.getRespondentEmail(),
          answers, Object.keys(e).sort(), String(e.authMode)]));
      }`);
    value(host, 'setup');
    const sent = host.submitForm('Feedback', { 'How was it?': 4 }, { email: 'a@example.org' });
    expect(JSON.parse(sent.executions[0]?.log[0]?.text ?? sent.executions[0]?.error?.stack ?? '')).toEqual([
      true,
      'a@example.org',
      { 'How was it?': '4', Comments: '' },
      ['authMode', 'response', 'source', 'triggerUid'],
      'FULL',
    ]);
  });
});

describe('personal links', () => {
  it('prefill each row of a list', () => {
    const host = sample(`
      function main() {
        var sheet = SpreadsheetApp.getActiveSheet();
        sheet.appendRow(['Name', 'Link']);
        ['Åsa', 'Bo'].forEach(function (name) { sheet.appendRow([name, '']); });
        var form = FormApp.create('Order');
        var item = form.addTextItem().setTitle('Name');
        var names = sheet.getRange(2, 1, sheet.getLastRow() - 1, 1).getValues();
        var links = names.map(function (row) {
          return [form.createResponse().withItemResponse(item.createResponse(row[0])).toPrefilledUrl()];
        });
        sheet.getRange(2, 2, links.length, 1).setValues(links);
        return item.getId();
      }`);
    finished(host.run('main'));
    expect(shown(host).map((row) => row[1])).toEqual([
      'Link',
      expect.stringMatching(/\/viewform\?usp=pp_url&entry\.\d+=%C3%85sa$/),
      expect.stringMatching(/\/viewform\?usp=pp_url&entry\.\d+=Bo$/),
    ]);
  });
});

describe('choices from a sheet', () => {
  it('follow the sheet each time the function runs, with full groups left out', () => {
    const host = sample(`
      function setup() {
        var sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('A1:B4').setValues([['Slot', 'Places'], ['09:00', 2], ['10:00', 0], ['11:00', 1]]);
        var form = FormApp.create('Booking');
        form.addListItem().setTitle('Slot');
        update();
      }
      function update() {
        var rows = SpreadsheetApp.getActiveSheet().getRange('A2:B4');
        var free = rows.getDisplayValues().filter(function (row) { return Number(row[1]) > 0; }).map(function (row) { return row[0]; });
        var form = FormApp.openById(DriveApp.getFilesByName('Booking').next().getId());
        form.getItems(FormApp.ItemType.LIST)[0].asListItem().setChoiceValues(free);
        return free;
      }`);
    value(host, 'setup');
    const [item] = host.form('Booking').items;
    expect(item?.kind === 'LIST' && item.choices.map((choice) => choice.value)).toEqual(['09:00', '11:00']);
  });
});
