import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Programme } from '../../src/domain/rules.ts';
import { readProgramme } from '../../src/programmes/index.ts';

/** A programme written as data alone, as somebody else would add theirs. */
export function programmeFromData(name: string): Programme {
  const text = readFileSync(join(import.meta.dirname, 'data', `${name}.json`), 'utf8');
  const result = readProgramme(JSON.parse(text));
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.programme;
}
