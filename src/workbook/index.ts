/** The workbook's public face: other folders import from here. */

export { canonical } from '../domain/clean-text.ts';
export * from './choices.ts';
export type { ConditionalFormat } from './conditional-format.ts';
export type { Fault } from './fault.ts';
export { formulaAt } from './formulas.ts';
export {
  type ChangedRow,
  type ImportedRow,
  type ImportPlan,
  planPeopleImport,
  planUnitImport,
  type RefusedRow,
} from './import-list.ts';
export { type ColumnLayout, installation, type TabLayout } from './install.ts';
export { pastedGrid } from './pasted-grid.ts';
export { keyOfPerson, peopleOfRounds } from './people-of-rounds.ts';
export type { ProgrammeName } from './programme-name.ts';
export { readFollowUps } from './read-follow-ups.ts';
export { readOccasions } from './read-occasions.ts';
export { readOutbox } from './read-outbox.ts';
export { readPeople } from './read-people.ts';
export { readRules } from './read-rules.ts';
export { readSettingRows } from './read-settings.ts';
export { readTemplates } from './read-templates.ts';
export { readUnits } from './read-units.ts';
export type { Reading } from './reading.ts';
export { recognisedColumns } from './recognise-columns.ts';
export type * from './records.ts';
export { type RoundContext, type RoundFacts, roundFinder } from './round-context.ts';
export { AS_TYPED, HAPPENED, roundsOf } from './rounds.ts';
export { rowIdentity } from './row-identity.ts';
export { safeCell, safeText, textForTextCell } from './safe-text.ts';
export { separateCopies } from './separate-copies.ts';
export * from './tab.ts';
export * from './tabs/index.ts';
export type { Validation } from './validation.ts';
export { newRow, type Value } from './write-row.ts';
