/** What the hidden column Underlag keeps of an interest form: codes and numbers by question id, no free text. */
import type { Preparations } from './facts.ts';

export type BasisValue = string | number | boolean | readonly string[];
export type Basis = Readonly<Record<string, BasisValue>>;

/** The text of the cell. */
export function packBasis(basis: Basis): string {
  return JSON.stringify(basis);
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return { ...Object(JSON.parse(text)) };
  } catch {
    return {};
  }
}

const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);

/** What the coordinator weighs before admitting; null for what the cell does not say or cannot be read as. */
export function preparationsOf(text: string): Preparations {
  const basis = parsed(text);
  return {
    wantsToTalkFirst: flag(basis.wantsToTalkFirst),
    harassmentPlan: flag(basis.harassmentPlan),
    anchored: flag(basis.anchored),
    singlePerson: flag(basis.singlePerson),
  };
}
