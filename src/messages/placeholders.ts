/** Which placeholders a mail text may use, and which one was probably meant. */
import type { MailKind } from '../domain/mail-kinds.ts';
import { placeholderName } from './markup.ts';
import { PLACEHOLDERS, type Placeholder } from './placeholder-list.ts';

export function placeholdersFor(kind: MailKind): Placeholder[] {
  // A receipt knows no unit: it goes to whoever filled in the form, before anybody has read it.
  if (kind === 'receipt') {
    const known = ['program', 'region', 'dagens datum', 'formulär', 'nästa steg'];
    return PLACEHOLDERS.filter(({ name }) => known.includes(name));
  }
  return PLACEHOLDERS.filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind));
}

/** Number of letters to change, add or take away to come from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The placeholder that was probably meant, or null when nothing is near. */
export function nearestPlaceholder(typed: string, kind: MailKind): string | null {
  const wanted = placeholderName(typed);
  let best: { name: string; far: number } | null = null;
  for (const { name } of placeholdersFor(kind)) {
    const far = distance(wanted, name);
    if (best === null || far < best.far) best = { name, far };
  }
  return best !== null && best.far <= Math.max(2, Math.floor(wanted.length / 3)) ? best.name : null;
}
