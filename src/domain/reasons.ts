/**
 * The short lists that reasons are chosen from (decision 14): never about health, conflicts or persons. The journal and the figures carry the code, people see
 * the label, and what a person writes beside `other` stays in the note, outside both.
 */
export interface ReasonChoice {
  readonly code: string;
  readonly label: string;
}

export const DECISION_REASONS = [
  { code: 'no-places', label: 'Inga lediga platser' },
  { code: 'later-term', label: 'Planeras till en senare termin' },
  { code: 'not-target', label: 'Utanför målgruppen' },
  { code: 'single-person', label: 'Gäller inte en hel verksamhet' },
  { code: 'not-anchored', label: 'Behöver förankras först' },
  { code: 'talk-first', label: 'Samtal behövs först' },
  { code: 'duplicate', label: 'Redan anmäld' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly ReasonChoice[];

export const EXTENSION_REASONS = [
  { code: 'workload', label: 'Tiden räcker inte' },
  { code: 'staffing', label: 'Bemanning' },
  { code: 'reorganisation', label: 'Omorganisation' },
  { code: 'holiday', label: 'Semester eller helg' },
  { code: 'office', label: 'Folkhälsoenhetens planering' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly ReasonChoice[];

export const OVERRIDE_REASONS = [
  { code: 'equivalent', label: 'Motsvarande utbildning finns' },
  { code: 'small-unit', label: 'Liten verksamhet' },
  { code: 'imported', label: 'Diplomerad före registret' },
  { code: 'office-decision', label: 'Särskilt beslut' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly ReasonChoice[];

export const WITHDRAWAL_REASONS = [
  { code: 'workload', label: 'Tiden räcker inte' },
  { code: 'staffing', label: 'Bemanning' },
  { code: 'reorganisation', label: 'Omorganisation' },
  { code: 'closed', label: 'Verksamheten läggs ned' },
  { code: 'merged', label: 'Slås ihop med en annan verksamhet' },
  { code: 'later', label: 'Kommer tillbaka senare' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly ReasonChoice[];

/** The label that people see for a code of one of the lists; the code itself where the list has none. */
export function reasonLabel(reasons: readonly ReasonChoice[], code: string): string {
  return reasons.find((reason) => reason.code === code)?.label ?? code;
}
