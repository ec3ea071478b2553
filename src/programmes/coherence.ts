/** What the values of one version must not say against each other. */
import { addDuration, type Duration, dayOf } from '../domain/calendar.ts';
import type { RulePath, RuleVersion } from '../domain/rules.ts';

export interface Contradiction {
  readonly paths: readonly RulePath[];
  /** Swedish: what is wrong and what would be right. */
  readonly text: string;
}

/** Durations of different units compared by the days they give; any start will do for telling weeks from months. */
const START = dayOf(2021, 1, 1);
const isLonger = (one: Duration, other: Duration): boolean => addDuration(START, one) > addDuration(START, other);

export function contradictions(version: RuleVersion): Contradiction[] {
  const found: Contradiction[] = [];
  const { plan, attendance, sessions, refresher, validity } = version;
  if (plan !== null && plan.opens !== null && plan.due !== null && isLonger(plan.opens, plan.due)) {
    found.push({
      paths: ['plan.opens', 'plan.due'],
      text: 'Planen skulle öppna efter sin sista dag. Låt den öppna tidigare eller sätt en senare sista dag.',
    });
  }
  if (plan !== null && plan.opens !== null && plan.due === null) {
    found.push({
      paths: ['plan.opens', 'plan.due'],
      text: 'Planen har en dag då den öppnar men ingen sista dag. Ange båda eller ingen av dem.',
    });
  }
  if ((attendance === null) !== (sessions === 0)) {
    found.push({
      paths: ['sessions', 'attendance.share'],
      text: 'Närvaro krävs om programmet har träffar, och bara då.',
    });
  }
  if (attendance === null && (version.managerAttends || version.catchUp !== null)) {
    found.push({
      paths: ['managerAttends', 'catchUp.within'],
      text: 'Utan träffar kan programmet inte kräva att chefen är med på dem eller att någon tar igen dem.',
    });
  }
  if (refresher !== null && attendance === null) {
    found.push({
      paths: ['refresher'],
      text: 'Påfyllnaden räknas med närvarons andel, så programmet behöver träffar.',
    });
  }
  if (version.presentation && plan === null) {
    found.push({ paths: ['presentation', 'plan'], text: 'En slutpresentation behöver en plan att presentera.' });
  }
  if (version.diploma === 'completion' && (validity !== null || !version.certifyAutomatically)) {
    found.push({
      paths: ['diploma', 'validity', 'certifyAutomatically'],
      text: 'Ett program utan nytt diplom har ingen giltighetstid och blir genomfört av sig självt.',
    });
  }
  return found;
}
