import { describe, expect, it } from 'vitest';
import { errorOfMain, makeEngine, valueOfMain } from './run.ts';

// Sources: reference/drive, reference/base/blob and reference/url-fetch on developers.google.com/apps-script.

const MISSING =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

describe('DriveApp', () => {
  it('keeps files and folders, by id and by name', () => {
    expect(
      valueOfMain(`function main() {
        const folder = DriveApp.createFolder('Diplom');
        const file = folder.createFile('a.txt', 'Hej å');
        const found = DriveApp.getFilesByName('a.txt');
        const same = found.next();
        file.setName('b.txt').setDescription('d');
        return [same.getId() === file.getId(), found.hasNext(), file.getBlob().getDataAsString(), file.getMimeType(), file.getSize(),
          file.getParents().next().getName(), DriveApp.getFolderById(folder.getId()).getFiles().next().getName(), file.getDescription(),
          file.setTrashed(true).isTrashed(), DriveApp.getFilesByName('b.txt').hasNext(), DriveApp.getFileById(file.getId()).getName()];
      }`),
    ).toEqual([true, false, 'Hej å', 'text/plain', 6, 'Diplom', 'b.txt', 'd', true, false, 'b.txt']);
  });

  it('knows forms by the name of their file, which is not their title', () => {
    expect(
      valueOfMain(`function main() {
        const form = FormApp.create('Fil').setTitle('Titel');
        const file = DriveApp.getFileById(form.getId());
        const copy = FormApp.openById(file.makeCopy('Kopia').getId());
        file.setName('Ny');
        return [file.getName(), form.getTitle(), file.getMimeType() === MimeType.GOOGLE_FORMS, copy.getTitle(), copy.getId() !== form.getId()];
      }`),
    ).toEqual(['Ny', 'Titel', true, 'Titel', true]);
  });

  it('knows the file of the script itself', () => {
    expect(valueOfMain(`function main() { return DriveApp.getFileById(ScriptApp.getScriptId()).getMimeType(); }`)).toBe(
      'application/vnd.google-apps.script',
    );
  });

  it('prints and copies spreadsheets', () => {
    expect(
      valueOfMain(`function main() {
        const ss = SpreadsheetApp.getActive();
        ss.getSheets()[0].getRange('A1:B1').setValues([['Å', 2]]);
        SpreadsheetApp.flush();
        const file = DriveApp.getFileById(ss.getId()).setName('Bok');
        const copy = SpreadsheetApp.openById(file.makeCopy('Kopia').getId());
        const pdf = file.getBlob();
        return [ss.getName(), copy.getName(), copy.getSheets()[0].getRange('B1').getValue(), pdf.getName(), pdf.getContentType(),
          pdf.getDataAsString('ISO-8859-1').includes('(\\\\305 | 2)')];
      }`),
    ).toEqual(['Bok', 'Kopia', 2, 'Bok.pdf', 'application/pdf', true]);
  });

  it('makes a PDF of HTML, with the ending changed', () => {
    expect(
      valueOfMain(`function main() {
        const pdf = HtmlService.createHtmlOutput('<h1>Diplom</h1><p>Åsa</p>').setTitle('Diplom').getAs('application/pdf');
        const file = DriveApp.createFile(pdf);
        return [file.getName(), file.getMimeType(), file.getBlob().getDataAsString('ISO-8859-1').slice(0, 8)];
      }`),
    ).toEqual(['Diplom.pdf', 'application/pdf', '%PDF-1.4']);
  });

  it.each([
    ['an unknown id', `DriveApp.getFileById('x')`, MISSING],
    ['a folder asked for as a file', `DriveApp.getFileById(DriveApp.createFolder('x').getId())`, MISSING],
    [
      'the end of a list',
      `DriveApp.getFilesByName('x').next()`,
      'Cannot retrieve the next object: iterator has reached the end.',
    ],
    [
      'what this host cannot draw',
      `DriveApp.getFileById(FormApp.create('x').getId()).getBlob()`,
      'Not implemented by this host: conversion from application/vnd.google-apps.form to application/pdf.',
    ],
    [
      'an image as another',
      `Utilities.newBlob([1], 'image/png', 'a.png').getAs('image/jpeg')`,
      'Not implemented by this host: conversion from image/png to image/jpeg.',
    ],
  ])('refuses %s', (_, code, message) => {
    expect(errorOfMain(`function main() { ${code} }`)).toBe(message);
  });
});

describe('blobs', () => {
  it('show bytes with signs and take them back', () => {
    expect(
      valueOfMain(`function main() {
        const blob = Utilities.newBlob('å', 'text/plain', 'a.txt');
        const copy = blob.copyBlob().setName('b.html').setContentTypeFromExtension().setBytes([-61, 164]);
        return [blob.getBytes(), copy.getDataAsString(), copy.getContentType(), copy.getName(), blob.getName(), blob.toString(), blob.isGoogleType(),
          blob.getAs('text/plain').getDataAsString(), Utilities.newBlob('').setDataFromString('é', 'ISO-8859-1').getBytes()];
      }`),
    ).toEqual([[-61, -91], 'ä', 'text/html', 'b.html', 'a.txt', 'Blob', false, 'å', [-23]]);
  });
});

// guides of the Drive API: search-files and ref-search-terms, with the names of version 2 (`title`, `modifiedDate`).
describe('searching in Drive', () => {
  const found = (query: string) =>
    valueOfMain(`function main() {
      const plans = DriveApp.createFolder('Planer 2025');
      plans.createFile('Handlingsplan vård', 'om bemötande');
      plans.createFile(Utilities.newBlob('a,b', 'text/csv', 'HelloWorld'));
      DriveApp.createFile('Gammal plan', 'x').setTrashed(true);
      DriveApp.createFile("Lisa's plan", 'y').setStarred(true);
      const query = ${JSON.stringify(query)}.replace('PLANS', plans.getId());
      const names = [];
      for (const files of [DriveApp.searchFiles(query), DriveApp.searchFolders(query)])
        while (files.hasNext()) names.push(files.next().getName());
      return names.filter((name) => !/^(Kalkylark|Namnlös)/.test(name));
    }`);

  it.each([
    [`title contains 'plan'`, ['Gammal plan', "Lisa's plan", 'Planer 2025']],
    [`title contains 'hello'`, ['HelloWorld']],
    [`title contains 'world'`, []],
    [`title = 'handlingsplan vård'`, ['Handlingsplan vård']],
    [`title = 'Lisa\\'s plan' and starred = true`, ["Lisa's plan"]],
    [`fullText contains "bemötande"`, ['Handlingsplan vård']],
    [`mimeType = "text/csv"`, ['HelloWorld']],
    [
      `mimeType contains 'text/' and not mimeType = 'text/csv' and trashed = false`,
      ['Handlingsplan vård', "Lisa's plan"],
    ],
    [`'PLANS' in parents and (title contains 'hand' or title contains 'hello')`, ['Handlingsplan vård', 'HelloWorld']],
    [`trashed = true`, ['Gammal plan']],
    [`"root" in parents and starred = true`, ["Lisa's plan"]],
    [`modifiedDate > '2030-01-01T00:00:00'`, []],
  ])('%s', (query, names) => {
    expect(found(query)).toEqual(names);
  });

  it.each(['title', 'title contains plan', 'colour = "red"', "title contains 'a' and", "(title = 'a'", "title ~ 'a'"])(
    'is refused where it cannot be read: %s',
    (query) => {
      expect(errorOfMain(`function main() { DriveApp.searchFiles(${JSON.stringify(query)}) }`)).toBe(
        'Invalid argument: q',
      );
    },
  );

  it('goes on in a later execution by a token', () => {
    const { run } = makeEngine(`
      function begin() { ['a', 'b', 'c'].forEach((name) => DriveApp.createFile(name, '')); const files = DriveApp.getFilesByType('text/plain'); files.next(); return files.getContinuationToken() }
      function rest(token) { const files = DriveApp.continueFileIterator(token); const names = []; while (files.hasNext()) names.push(files.next().getName()); return names }`);
    expect(run('rest', run('begin').value).value).toEqual(['b', 'c']);
  });
});

describe('UrlFetchApp', () => {
  const CODE = `function main(url, mute) { const r = UrlFetchApp.fetch(url, { muteHttpExceptions: mute }); return [r.getResponseCode(), r.getContentText()]; }`;

  it('says that there is no network', () => {
    expect(makeEngine(CODE).run('main', 'https://example.org/x', false).error?.message).toBe(
      'This host has no network and the switch fetchAnswers has no answer for https://example.org/x',
    );
  });

  it('gives the answers it was given, with errors as errors unless muted', () => {
    const { run } = makeEngine(CODE, {
      switches: {
        fetchAnswers: {
          'https://example.org/x': { body: 'ja' },
          'https://example.org/y': { status: 404, body: 'nej' },
        },
      },
    });
    expect(run('main', 'https://example.org/x', false).value).toEqual([200, 'ja']);
    expect(run('main', 'https://example.org/y', true).value).toEqual([404, 'nej']);
    expect(run('main', 'https://example.org/y', false).error?.message).toBe(
      'Request failed for https://example.org returned code 404. Truncated server response: nej (use muteHttpExceptions option to examine full response)',
    );
  });

  it('downloads spreadsheets by the addresses that Google has for that', () => {
    const { run } = makeEngine(`
      function download(rest, token) {
        const book = SpreadsheetApp.getActive();
        book.getSheets()[0].getRange('A1:B2').setValues([['Namn', 'Sa "hej"'], ['Ek, Kim', 5]]);
        SpreadsheetApp.flush();
        const url = 'https://docs.google.com/spreadsheets/d/' + book.getId() + rest;
        const answer = UrlFetchApp.fetch(url, { headers: { authorization: 'Bearer ' + (token || ScriptApp.getOAuthToken()) }, muteHttpExceptions: true });
        return [answer.getResponseCode(), answer.getBlob().getContentType(), answer.getContentText().slice(0, 40)];
      }`);
    const csv = 'Namn,"Sa ""hej"""\r\n"Ek, Kim",5';
    expect(run('download', '/export?format=csv&gid=0').value).toEqual([200, 'text/csv', csv]);
    expect(run('download', '/gviz/tq?tqx=out:csv&sheet=Blad1').value).toEqual([200, 'text/csv', csv]);
    expect(run('download', '/export?format=tsv').value).toEqual([
      200,
      'text/tab-separated-values',
      'Namn\t"Sa ""hej"""\r\nEk, Kim\t5',
    ]);
    expect(run('download', '/export?format=pdf&gid=0&portrait=false').value).toEqual([
      200,
      'application/pdf',
      expect.stringMatching(/^%PDF-/),
    ]);
    expect(run('download', '/export?format=csv&gid=99').value).toEqual([404, 'text/html', 'Not Found']);
    expect(run('download', '/export?format=csv', 'wrong').value).toEqual([401, 'text/html', 'Unauthorized']);
  });
});

// What DriveApp was seen to do where the reference is silent. Source: github.com/brucemcpherson/gas-fakes, test/testdrive.js,
// which runs on Google's servers too.
describe('files and folders', () => {
  it('are written as their names, and a copied file has the name of the first', () => {
    expect(
      valueOfMain(`function main() {
        const file = DriveApp.createFile('a.txt', 'hej');
        const folder = DriveApp.createFolder('A');
        return [String(file), String(folder), String(DriveApp.getRootFolder()), ...[file.makeCopy(), file.makeCopy(folder), file.makeCopy('b')].map(String)];
      }`),
    ).toEqual(['a.txt', 'A', 'Min enhet', 'a.txt', 'a.txt', 'b']);
  });

  it('tell of everybody who may edit and who may see, and are at first shared with nobody', () => {
    expect(
      valueOfMain(`function main() {
        const file = DriveApp.createFile('a.txt', 'hej').addEditor('e@example.org').addViewer('v@example.org');
        return [file.getEditors(), file.getViewers()].map((list) => list.map((one) => one.getEmail())).concat(String(file.getSharingAccess()), String(file.getSharingPermission()), file.isShareableByEditors(), file.setShareableByEditors(false).isShareableByEditors());
      }`),
    ).toEqual([
      ['agare@example.org', 'e@example.org'],
      ['agare@example.org', 'e@example.org', 'v@example.org'],
      'PRIVATE',
      'NONE',
      true,
      false,
    ]);
  });

  it('hold as text what a blob is written as', () => {
    expect(
      valueOfMain(
        `function main() { const file = DriveApp.createFile('a.txt', 'hej'); return file.setContent(file.getBlob()).getBlob().getDataAsString() }`,
      ),
    ).toBe('Blob');
  });

  it.each([
    ['DriveApp.createFile(Utilities.newBlob("x"))', 'Blob object must have non-null name for this operation.'],
    ['DriveApp.getRootFolder().setStarred(true)', 'Access denied: DriveApp.'],
  ])('refuse %s', (call, message) => {
    expect(valueOfMain(`function main() { try { ${call} } catch (error) { return error.message } }`)).toBe(message);
  });
});

describe('a folder', () => {
  it('is searched alone, and takes and gives up files and folders', () => {
    expect(
      valueOfMain(`function main() {
        const [a, b] = ['A', 'B'].map((name) => DriveApp.createFolder(name));
        const file = a.createFile('x.txt', 'hej');
        DriveApp.createFile('x2.txt', 'hej');
        a.addFolder(b);
        const names = (list) => { const all = []; while (list.hasNext()) all.push(list.next().getName()); return all; };
        const before = [names(a.searchFiles('title contains "x"')), names(a.searchFolders('title = "B"'))];
        a.removeFile(file).removeFolder(b);
        return [...before, names(a.getFiles()), names(a.getFolders())];
      }`),
    ).toEqual([['x.txt'], ['B'], [], []]);
  });

  it('tells who may do what, until the right is taken back', () => {
    expect(
      valueOfMain(`function main() {
        const folder = DriveApp.createFolder('A').addEditor('e@example.org').addViewer('v@example.org');
        const all = () => ['agare@example.org', 'e@example.org', 'v@example.org', 'x@example.org'].map((one) => String(folder.getAccess(one)));
        const before = all();
        folder.revokePermissions('e@example.org');
        return [before, all()];
      }`),
    ).toEqual([
      ['OWNER', 'EDIT', 'VIEW', 'NONE'],
      ['OWNER', 'NONE', 'VIEW', 'NONE'],
    ]);
  });
});
