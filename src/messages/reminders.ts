/** What coordinators may have forgotten about occasions: nothing can be told to the manager, or counted, until it is done. */
import type { Day } from '../domain/calendar.ts';
import { type Decision, ON_THE_WAY } from '../domain/decision.ts';
import type { Round } from '../domain/facts.ts';
import { readTold, type Told } from '../domain/notice.ts';
import { occasionBase, toldOccasion } from '../domain/occasion-notices.ts';
import { capitalized, dayInWords } from '../domain/swedish.ts';
import type { DigestItem } from './digest.ts';
import { DIGEST } from './digest-texts.ts';
import { sessionName } from './values.ts';

/** Items for the digest and the tab Start; none for a round that is not on its way. */
export function occasionReminders(round: Round, decision: Decision, today: Day, told: Told): DigestItem[] {
  if (!ON_THE_WAY.includes(decision.status)) return [];
  const { items: texts } = DIGEST;
  const items: DigestItem[] = [];
  const add = (group: DigestItem['group'], text: string, day: Day): void => {
    items.push({ group, about: round.unit, text, day });
  };
  for (const occasion of round.occasions) {
    const { state, day, attendanceComplete } = occasion;
    if (day === null || day >= today) continue;
    const name = capitalized(sessionName(occasion));
    if (state === 'planned') add('due', `${name} ${texts.hasPassed}`, day);
    if (state === 'held' && !attendanceComplete) {
      add('due', `Närvaron på ${sessionName(occasion)} ${texts.isNotComplete}`, day);
    }
  }
  const known = readTold(told);
  const readable = new Set(round.occasions.filter(({ day }) => day !== null).map(occasionBase));
  const bases = new Set(
    known.flatMap(({ kind, subject }) => (kind.startsWith('occasion-') ? [subject.split('@')[0] ?? ''] : [])),
  );
  for (const base of bases) {
    const last = toldOccasion(known, base);
    if (last === null || last.kind === 'occasion-cancelled' || last.day < today || readable.has(base)) continue;
    const text = `Chefen har fått en tid för träff ${base} (${dayInWords(last.day)}), ${texts.isNotReadable}`;
    add('fault', text, last.day);
  }
  return items;
}
