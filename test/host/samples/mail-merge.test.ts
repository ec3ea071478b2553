import { describe, expect, it } from 'vitest';
import { finished, sample, shown, value } from './sample.ts';

// A mail merge as in countless tutorials: a row each, a template with placeholders, a status column.
// Behaviour: reference/mail/MailApp and guides/html/templates on developers.google.com/apps-script.

const MERGE = `
  var EMAIL_SENT = 'EMAIL_SENT';
  function fill(rows) {
    var sheet = SpreadsheetApp.getActiveSheet();
    sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
  }
  function sendEmails() {
    const sheet = SpreadsheetApp.getActiveSheet();
    const [head, ...rows] = sheet.getDataRange().getDisplayValues();
    const statusColumn = head.indexOf('Status') + 1;
    const template = HtmlService.createTemplateFromFile('mail');
    let sent = 0;
    rows.forEach((row, index) => {
      const record = Object.fromEntries(head.map((key, i) => [key, row[i]]));
      if (record.Status !== '') return;
      const cell = sheet.getRange(index + 2, statusColumn);
      try {
        if (MailApp.getRemainingDailyQuota() < 1) throw new Error('quota');
        template.person = record;
        MailApp.sendEmail(record.Email, fillIn('Hello {{Name}}', record), fillIn('Dear {{Name}}, you owe {{Sum}}.', record), {
          htmlBody: template.evaluate().getContent(), name: 'The office', replyTo: 'office@example.org',
          attachments: [Utilities.newBlob('Sum;' + record.Sum, 'text/csv', 'sum.csv')],
        });
        cell.setValue(EMAIL_SENT + ' ' + Utilities.formatDate(new Date(), Session.getScriptTimeZone(), 'yyyy-MM-dd HH:mm'));
        SpreadsheetApp.flush();
        sent++;
      } catch (e) {
        cell.setValue(e.message);
      }
    });
    return sent;
  }
  function fillIn(text, record) {
    return text.replace(/{{(\\w+)}}/g, (match, key) => record[key] || '');
  }`;
const FILES = { 'mail.html': '<p>Dear <b><?= person.Name ?></b>, you owe <?= person.Sum ?>.</p>' };
const ROWS = [
  ['Name', 'Email', 'Sum', 'Status'],
  ['Åsa & Bo', 'a@example.org', '12,5', ''],
  ['Carl', 'c@example.org', '100', ''],
];

describe('a mail merge', () => {
  it('writes to each row once and notes when', () => {
    const host = sample(MERGE, { files: FILES });
    value(host, 'fill', ROWS);
    expect(value(host, 'sendEmails')).toBe(2);
    expect(value(host, 'sendEmails')).toBe(0);
    expect(host.mail.map(({ to, subject, text, html, replyTo }) => ({ to, subject, text, html, replyTo }))).toEqual([
      {
        to: ['a@example.org'],
        subject: 'Hello Åsa & Bo',
        text: 'Dear Åsa & Bo, you owe 12,5.',
        html: '<p>Dear <b>Åsa &amp; Bo</b>, you owe 12,5.</p>',
        replyTo: 'office@example.org',
      },
      {
        to: ['c@example.org'],
        subject: 'Hello Carl',
        text: 'Dear Carl, you owe 100.',
        html: '<p>Dear <b>Carl</b>, you owe 100.</p>',
        replyTo: 'office@example.org',
      },
    ]);
    expect(host.mail[0]?.attachments.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['sum.csv', 'text/csv'],
    ]);
    expect(shown(host).map((row) => row[3])).toEqual([
      'Status',
      'EMAIL_SENT 2025-09-01 08:00',
      'EMAIL_SENT 2025-09-01 08:00',
    ]);
  });

  it('stops at the quota and goes on the day after', () => {
    const host = sample(MERGE, { files: FILES, quota: 1 });
    value(host, 'fill', ROWS);
    expect(value(host, 'sendEmails')).toBe(1);
    expect(shown(host).map((row) => row[3])).toEqual(['Status', 'EMAIL_SENT 2025-09-01 08:00', 'quota']);
  });

  it('keeps going when one address is no address', () => {
    const host = sample(MERGE, { files: FILES });
    value(host, 'fill', [ROWS[0], ['X', 'nobody', '1', ''], ROWS[2]]);
    expect(value(host, 'sendEmails')).toBe(1);
    expect(shown(host)[1]?.[3]).toBe('Invalid email: nobody');
  });

  it('leaves what it flushed when it is killed half-way', () => {
    const host = sample(MERGE, { files: FILES });
    value(host, 'fill', ROWS);
    host.fault({ on: 'mail', nth: 2, when: 'after', kind: 'kill' });
    expect(host.run('sendEmails').status).toBe('killed');
    expect(host.mail).toHaveLength(2);
    expect(shown(host).map((row) => row[3] ?? '')).toEqual(['Status', 'EMAIL_SENT 2025-09-01 08:00', '']);
  });
});

describe('a report by mail', () => {
  it('builds an HTML table from the sheet and sends it as PDF too', () => {
    const host = sample(`
      function report() {
        var sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange('A1:B3').setValues([['Unit', 'Share'], ['North', 0.895], ['South', 1]]);
        sheet.getRange('B2:B3').setNumberFormat('0.0%');
        var html = '<h1>Report</h1><table>' + sheet.getDataRange().getDisplayValues().map(function (row) {
          return '<tr><td>' + row.join('</td><td>') + '</td></tr>';
        }).join('') + '</table>';
        var pdf = HtmlService.createHtmlOutput(html).getBlob().setName('report.html').getAs('application/pdf');
        GmailApp.sendEmail(Session.getEffectiveUser().getEmail(), 'Report', 'See the table', { htmlBody: html, attachments: [pdf] });
        return pdf.getName();
      }`);
    expect(finished(host.run('report')).value).toBe('report.pdf');
    expect(host.mail[0]).toMatchObject({ to: ['agare@example.org'], subject: 'Report' });
    expect(host.mail[0]?.html).toContain('<tr><td>North</td><td>89,5%</td></tr>');
    const [attachment] = host.mail[0]?.attachments ?? [];
    expect(Buffer.from(attachment?.content ?? []).toString('latin1')).toMatch(
      /^%PDF-1\.4[\s\S]*\(North \| 89,5%\)[\s\S]*%%EOF\n$/,
    );
  });
});
