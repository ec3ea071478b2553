/** The domain's public face: other folders import from here. */
export * from './calendar.ts';
export * from './decision.ts';
export { evaluate, rulesDay, rulesFor } from './evaluate.ts';
export * from './facts.ts';
export { personalDiploma } from './personal-diploma.ts';
export * from './rules.ts';
export * from './share.ts';
export * from './text.ts';
