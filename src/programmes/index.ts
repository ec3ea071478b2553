/** The programmes that the product knows; any other is added as one more file of data. */
import type { Programme } from '../domain/rules.ts';
import { HBTQ_KLIVET } from './hbtq-klivet.ts';
import { JAMTLAND_HARJEDALEN } from './jamtland-harjedalen.ts';
import { STOCKHOLM } from './stockholm.ts';
import { VARMLAND } from './varmland.ts';
import { VASTERBOTTEN } from './vasterbotten.ts';

export { applyRuleRows, type RuleFault, type RuleRow } from './rule-changes.ts';
export { type ProgrammeFault, readProgramme } from './schema.ts';
export { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VARMLAND, VASTERBOTTEN };

export const PROGRAMMES: readonly Programme[] = [VARMLAND, JAMTLAND_HARJEDALEN, STOCKHOLM, VASTERBOTTEN, HBTQ_KLIVET];
