/** What the workbook needs to know of a programme: what people call it and how many sessions it has. */
export interface ProgrammeName {
  readonly id: string;
  readonly name: string;
  readonly sessions: number;
}
