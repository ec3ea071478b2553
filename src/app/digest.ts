/** The coordinators' mail of a working day, and what the tab Start shows: everything that needs a person. */
import { addDays, type Day } from '../domain/calendar.ts';
import { ON_THE_WAY } from '../domain/decision.ts';
import { dayOfStamp, isOfficeTime, type Stamp } from '../domain/mail-times.ts';
import { deadlineText } from '../domain/text.ts';
import { composeDigest, DIGEST, type DigestItem, occasionReminders } from '../messages/index.ts';
import { isDecision } from './advance.ts';
import type { FullRun } from './full-run.ts';
import { addressed, addressFault, recipientOf } from './letters.ts';
import { DIGEST_ID, type Letter } from './sending.ts';
import type { Head } from './state-tab.ts';

const DAYS_AHEAD = 14;

/** Once a working day, at the first sender run of office time. */
export function digestDue(head: Head, now: Stamp): boolean {
  return isOfficeTime(now) && (head.lastDigest ?? head.installedOn) < dayOfStamp(now);
}

/** What needs a person on a day, and what comes within fourteen days. */
export function digestItems(run: FullRun, today: Day): DigestItem[] {
  const { items: texts } = DIGEST;
  const items: DigestItem[] = [];
  const add = (group: DigestItem['group'], about: string, text: string, day: Day | null = null): void => {
    items.push({ group, about, text, day });
  };
  const onTheWay = new Set<string>();
  for (const { facts, decision } of run.states.values()) {
    if (isDecision(decision) && ON_THE_WAY.includes(decision.status)) onTheWay.add(facts.unitId);
  }
  for (const state of run.states.values()) {
    const { facts, decision } = state;
    const programme = run.rules.programmes.get(facts.programme);
    if (state.missing) {
      add('fault', facts.unit, texts.rowIsGone);
      continue;
    }
    for (const mail of state.mails) {
      if (mail.state === 'unsure') {
        add('unsure', facts.unit, texts.unsure);
      }
    }
    const stuck = state.mails.find((mail) => mail.state === 'queued' && recipientOf(state, mail, run.settings) === '');
    if (stuck) add('failed', facts.unit, addressFault(state, stuck));
    if (!programme || !isDecision(decision)) {
      add('fault', facts.unit, state.shown.summary);
      continue;
    }
    const round = run.rounds.get(state.roundId);
    if (round) items.push(...occasionReminders(round, decision, today, state.told));
    if (decision.status === 'interested') {
      const text = onTheWay.has(facts.unitId) ? texts.interestedAgain : texts.interested;
      add('decide', facts.unit, text, facts.interestOn);
    }
    if (decision.status === 'requirementsMet') add('decide', facts.unit, texts.requirementsMet);
    if (decision.refusedDiploma || decision.contradictedDiploma) add('fault', facts.unit, state.shown.summary);
    if (decision.diploma?.supplementNeeded) add('due', facts.unit, texts.supplement);
    for (const deadline of decision.deadlines) {
      const text = deadlineText(deadline, programme);
      if (deadline.state === 'overdue') add('overdue', facts.unit, text, deadline.due);
      if (deadline.state === 'due') add('due', facts.unit, text, deadline.due);
      if (deadline.state === 'upcoming' && deadline.due <= addDays(today, DAYS_AHEAD)) {
        add('coming', facts.unit, text, deadline.due);
      }
    }
  }
  for (const fault of run.faults) {
    if (fault.level === 'fault')
      add('fault', fault.cell === '' ? fault.tabName : `${fault.tabName} ${fault.cell}`, fault.text);
  }
  return items;
}

/** One letter to each coordinator; none when nothing needs a person. */
export function digestLetter(run: FullRun, today: Day): Letter[] {
  const digest = composeDigest(digestItems(run, today), today);
  if (digest === null) return [];
  return run.settings.coordinators.map((to, index) => ({
    ids: [`${DIGEST_ID}${today}-${index}`],
    mail: addressed({ ...digest, attachments: [] }, to, run.settings),
  }));
}
