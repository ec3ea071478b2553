/** The workbook's public face: other folders import from here. */
export { canonical, folded, nearest, oneLine } from './clean-text.ts';
export type { Fault } from './fault.ts';
export { formulaAt } from './formulas.ts';
export { peopleOfRounds } from './people-of-rounds.ts';
export type { ProgrammeName } from './programme-name.ts';
export { readFollowUps } from './read-follow-ups.ts';
export { readOccasions } from './read-occasions.ts';
export { readPeople } from './read-people.ts';
export { readUnits } from './read-units.ts';
export type { Reading } from './reading.ts';
export type * from './records.ts';
export { type RoundContext, type RoundFacts, roundFinder } from './round-context.ts';
export { roundFacts, roundsOf } from './rounds.ts';
export * from './tab.ts';
export * from './tabs/index.ts';
