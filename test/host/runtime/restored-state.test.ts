import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createHost } from '../../../scripts/host/index.ts';

const files = {
  'Code.js': `
    function write(text) { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(text); }
    function keep() { PropertiesService.getScriptProperties().setProperty('a', 'b'); }
    function kept() { return PropertiesService.getScriptProperties().getProperty('a'); }
    function read() { return SpreadsheetApp.getActiveSheet().getRange('A1').getValue(); }`,
};
const now = '2025-09-01T08:00';
const folder = mkdtempSync(join(tmpdir(), 'restored-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('a restored state is on disk as a whole, and what it lacks is gone from there', () => {
  const other = createHost({ files, now });
  other.run('write', 'från en annan värd');
  const host = createHost({ files, now, stateFolder: folder });
  host.run('keep');
  host.restore(other.snapshot());
  // No close: as after a crash.
  const again = createHost({ files, now, stateFolder: folder });
  expect(again.run('read').value).toBe('från en annan värd');
  expect(again.run('kept').value).toBeNull();
});
