import type { Choice } from './tab.ts';

/** What the workbook needs to know of a programme: what people call it and how many sessions it has. */
export interface ProgrammeName {
  readonly id: string;
  readonly name: string;
  readonly sessions: number;
}

/** The drop-down of programmes: people see the name, and may write the id. */
export function programmeChoices(programmes: readonly ProgrammeName[]): readonly Choice[] {
  return programmes.map((programme) => ({ code: programme.id, label: programme.name }));
}
