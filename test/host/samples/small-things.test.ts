import { describe, expect, it } from 'vitest';
import { sample, value } from './sample.ts';

// Odds and ends that published scripts use. Behaviour: reference/ on developers.google.com/apps-script.

describe('older and smaller members', () => {
  it('keeps the properties of ScriptProperties and UserProperties where PropertiesService finds them', () => {
    const host = sample(`
      function main() {
        ScriptProperties.setProperty('a', '1');
        UserProperties.setProperties({ b: 2 });
        return [PropertiesService.getScriptProperties().getProperties(), PropertiesService.getUserProperties().getProperty('b'),
          ScriptProperties.getProperty('b'), UserProperties.getKeys()];
      }`);
    expect(value(host, 'main')).toEqual([{ a: '1' }, '2', null, ['b']]);
  });

  it('names what nobody has named in the language of the account', () => {
    const code = `function main() { return [SpreadsheetApp.getActive().getName(), DriveApp.getRootFolder().getName()]; }`;
    expect(value(sample(code), 'main')).toEqual(['Kalkylark utan namn', 'Min enhet']);
    expect(value(sample(code, { locale: 'en_US' }), 'main')).toEqual(['Untitled spreadsheet', 'My Drive']);
  });

  it('gives the colour of a tab as an object', () => {
    const host = sample(`
      function main() {
        var sheet = SpreadsheetApp.getActiveSheet();
        var before = sheet.getTabColorObject();
        sheet.setTabColorObject(SpreadsheetApp.newColor().setRgbColor('#00FF00').build());
        return [before, sheet.getTabColorObject().asRgbColor().asHexString(), sheet.getTabColor(), sheet.setTabColorObject(null).getTabColor()];
      }`);
    expect(value(host, 'main')).toEqual([null, '#00ff00', '#00ff00', null]);
  });

  it.each([
    ["throw 'text'", 'text'],
    ['throw { code: 1 }', '[object Object]'],
    ['throw null', 'null'],
    ["throw { toString: function () { throw 'again'; } }", '[object Object]'],
  ])('fails with what the script throws: %s', (statement, message) => {
    expect(sample(`function main() { ${statement}; }`).run('main').error?.message).toBe(message);
  });
});
