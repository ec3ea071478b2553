import { describe, expect, test } from 'vitest';
import type { Deadline, Decision, Duty, RequirementId } from '../../src/domain/decision.ts';
import { DEADLINE_KINDS, REQUIREMENT_IDS, STATUSES } from '../../src/domain/decision.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Round } from '../../src/domain/facts.ts';
import type { Programme } from '../../src/domain/rules.ts';
import {
  attendanceFigure,
  deadlineLabel,
  deadlineStateLabel,
  deadlineText,
  dutyLabel,
  dutyText,
  nextStepText,
  noRuleText,
  requirementLabel,
  requirementText,
  standingLabel,
  statusLabel,
  summaryText,
} from '../../src/domain/text.ts';
import { HBTQ_KLIVET, JAMTLAND_HARJEDALEN, STOCKHOLM, VARMLAND, VASTERBOTTEN } from '../../src/programmes/index.ts';
import { day, occasionOn, roundWith, staffOf } from './builders.ts';

const NBSP = '\u00a0';
const sessions = [occasionOn(1, '2025-10-06'), occasionOn(2, '2025-11-03')];

function decide(facts: Partial<Round>, programme: Programme, today: string): Decision {
  const decision = evaluate(roundWith(facts), programme, day(today));
  if ('noRuleInForce' in decision) throw new Error('No rule');
  return decision;
}

function textOf(id: RequirementId, facts: Partial<Round>, programme: Programme, today: string): string {
  const decision = decide(facts, programme, today);
  const requirement = decision.requirements.find((one) => one.id === id);
  if (requirement === undefined) throw new Error(`No requirement ${id}`);
  return requirementText(requirement, decision, programme, 'coordinator');
}

describe('the coordinator hears the same result with the figures and what to do', () => {
  const people = (absent: number) => staffOf(48, (number) => ({ attended: number > 48 - absent ? 1 : 3 }));

  test.each([
    [
      5,
      '43 av 48 har varit med på båda träffarna. 1 till behövs. Målet går bara att nå med Andra chansen. ' +
        `Kravet är 90${NBSP}%, det vill säga 44 av 48. Nu är det 89,5${NBSP}%.`,
    ],
    [
      4,
      '44 av 48 har varit med på båda träffarna. Kravet är uppfyllt. ' +
        `Kravet är 90${NBSP}%, det vill säga 44 av 48. Nu är det 91,6${NBSP}%.`,
    ],
  ])('with %i absent', (absent, text) => {
    expect(textOf('attendance', { occasions: sessions, people: people(absent) }, VASTERBOTTEN, '2025-11-04')).toBe(
      text,
    );
  });

  test('nobody is on the list', () => {
    const text = 'Det går inte att säga än: inga medarbetare finns på listan. Fyll i fliken Deltagare.';
    expect(textOf('attendance', { occasions: sessions }, VASTERBOTTEN, '2025-11-04')).toBe(text);
    expect(textOf('course', { occasions: sessions }, VASTERBOTTEN, '2025-11-04')).toBe(text);
  });

  test('no manager is on the list', () => {
    const facts = { occasions: sessions, people: staffOf(3, () => ({ roles: [], attended: 3 })) };
    expect(textOf('manager', facts, VASTERBOTTEN, '2025-11-04')).toBe(
      'Det går inte att säga än: ingen på listan räknas som chef. Sätt rollen chef på någon i fliken Deltagare.',
    );
  });

  test('several managers', () => {
    const led = (attended: number) =>
      staffOf(4, (number) => ({ roles: number < 3 ? ['manager'] : [], attended: number === 2 ? attended : 3 }));
    const facts = (attended: number) => ({ occasions: sessions, people: led(attended) });
    expect(textOf('manager', facts(3), VASTERBOTTEN, '2025-11-04')).toBe('Cheferna har varit med på båda träffarna.');
    expect(textOf('manager', facts(3), VASTERBOTTEN, '2025-11-02')).toBe(
      'Chefernas närvaro är inte klar än: träff 2 är inte genomförd.',
    );
    expect(textOf('manager', facts(2), VASTERBOTTEN, '2025-11-02')).toBe(
      'Chefernas närvaro är inte klar än: träff 2 är inte genomförd. Målet går bara att nå med Andra chansen.',
    );
  });

  test('some sessions not held, another not complete', () => {
    const occasions = [occasionOn(1, '2025-10-06', { attendanceComplete: false }), occasionOn(2, '2025-10-13')];
    expect(
      textOf('attendance', { occasions, people: staffOf(10, () => ({ attended: 3 })) }, VARMLAND, '2025-11-04'),
    ).toBe(
      'Närvaron är inte klar än: träff 3 och 4 är inte genomförda och närvaron på träff 1 är inte färdig. ' +
        `Hittills har 10 av 10 varit med, och minst 9 behövs. Kravet är 90${NBSP}%, det vill säga 9 av 10. Nu är det 100${NBSP}%.`,
    );
  });

  test('one of one', () => {
    const people = staffOf(1, () => ({ course: day('2025-09-01'), reflection: day('2025-09-01') }));
    expect(textOf('course', { people }, VASTERBOTTEN, '2025-11-04')).toBe('1 av 1 har gjort webbutbildningarna.');
    expect(textOf('reflection', { people }, VASTERBOTTEN, '2025-11-04')).toBe('1 av 1 har skickat in sin reflektion.');
  });

  test('Klivet', () => {
    const people = staffOf(4, (number) => ({ roles: number === 1 ? ['manager', 'group'] : [], earlierDiploma: 2015 }));
    expect(textOf('group', { people }, HBTQ_KLIVET, '2025-11-04')).toBe('Gruppen har 1 person. Den ska ha 3–5.');
    expect(textOf('prerequisite', { people }, HBTQ_KLIVET, '2025-11-04')).toBe(
      'Alla 4 har en tidigare diplomering eller catch-up.',
    );
  });
});

describe('where a round stands, in a few sentences and as the next step', () => {
  const trained = { occasions: sessions, people: staffOf(4, () => ({ attended: 3 })) };
  const certified = { ...trained, planOn: day('2025-12-01'), presentationOn: day('2025-12-15') };

  test.each<[string, Partial<Round>, Programme, string, string, string]>([
    [
      'interest',
      { decision: null },
      VARMLAND,
      '2025-10-01',
      'Intresseanmälan har kommit in. Beslut om plats är inte fattat.',
      'Besluta om plats.',
    ],
    [
      'queue',
      { decision: 'waitlist' },
      VARMLAND,
      '2025-10-01',
      'Verksamheten står i kö till en plats.',
      'Erbjud plats när det finns en.',
    ],
    ['declined', { decision: 'decline' }, VARMLAND, '2025-10-01', 'Verksamheten fick ingen plats den här gången.', ''],
    ['withdrawn', { withdrawnOn: day('2025-10-01') }, VARMLAND, '2025-10-01', 'Omgången är avbruten.', ''],
    [
      'admitted',
      { people: staffOf(4) },
      STOCKHOLM,
      '2025-10-01',
      'Verksamheten är antagen. Närvaron är inte klar än: träff 1, 2, 3 och 4 är inte genomförda. Målet nås bara om ingen missar en träff.',
      `Närvaron är inte klar än: träff 1, 2, 3 och 4 är inte genomförda. Målet nås bara om ingen missar en träff. Kravet är 90${NBSP}%, det vill säga 4 av 4. Nu är det 0${NBSP}%.`,
    ],
    [
      'planning',
      trained,
      JAMTLAND_HARJEDALEN,
      '2025-11-04',
      'Handlingsplanen är inte inskickad. Slutpresentationen är inte genomförd.',
      'Handlingsplanen är inte inskickad.',
    ],
    [
      'requirements met',
      { ...trained, planOn: day('2025-11-04') },
      VARMLAND,
      '2025-11-04',
      'Alla krav är uppfyllda. Nu återstår att koordinatorn sätter diplomdatum.',
      'Sätt diplomdatum.',
    ],
    [
      'requirements met, after the date that the coordinator chose',
      { ...trained, planOn: day('2025-11-04'), diplomaOn: day('2025-11-03') },
      VARMLAND,
      '2025-11-05',
      'Diplomdatumet godtas inte: kraven var inte uppfyllda den dagen. Ändra datumet eller ange skäl för undantag. Alla krav är uppfyllda i dag.',
      'Diplomdatumet godtas inte.',
    ],
    [
      'certified',
      certified,
      JAMTLAND_HARJEDALEN,
      '2025-12-15',
      'Verksamheten är diplomerad sedan 15 december 2025. Diplomet gäller till och med 15 december 2028.',
      'Uppföljningsenkäten ska vara klar senast 6 juli 2026.',
    ],
    [
      'expired',
      certified,
      JAMTLAND_HARJEDALEN,
      '2028-12-16',
      'Diplomet gick ut 15 december 2028. Det förnyas när personalen har gått påfyllnaden.',
      'Diplomet gick ut 15 december 2028.',
    ],
    [
      'certified without any date ahead',
      { ...trained, planOn: day('2025-11-04'), diplomaOn: day('2025-11-04') },
      VARMLAND,
      '2025-11-05',
      'Verksamheten är diplomerad sedan 4 november 2025.',
      '',
    ],
    [
      'refused',
      { ...trained, diplomaOn: day('2025-11-04') },
      VARMLAND,
      '2025-11-05',
      'Diplomdatumet godtas inte: kraven var inte uppfyllda den dagen. Ändra datumet eller ange skäl för undantag. Handlingsplanen är inte inskickad.',
      'Diplomdatumet godtas inte.',
    ],
  ])('%s', (_, facts, programme, today, summary, next) => {
    const twoSessions: Programme = {
      ...programme,
      versions: programme.versions.map((version) => ({
        ...version,
        ...(programme === VARMLAND ? { sessions: 2 } : {}),
      })),
    };
    const decision = decide(facts, twoSessions, today);
    expect([summaryText(decision, twoSessions, 'manager'), nextStepText(decision, twoSessions)]).toEqual([
      summary,
      next,
    ]);
  });

  test('what comes next after the diploma is the deadline that ends first, the first of those of one day', () => {
    const on = (kind: Deadline['kind'], due: string, state: Deadline['state'] = 'upcoming') => ({
      kind,
      due: day(due),
      state,
    });
    const certified = (...deadlines: readonly Partial<Deadline>[]) =>
      nextStepText(
        { ...decide({}, VARMLAND, '2025-11-05'), status: 'certified', deadlines: deadlines as Deadline[] },
        VARMLAND,
      );
    expect(certified(on('contact', '2026-03-01'), on('survey', '2026-02-01'), on('expiry', '2026-02-01'))).toBe(
      'Uppföljningsenkäten ska vara klar senast 1 februari 2026.',
    );
    expect(certified(on('contact', '2026-03-01'), on('survey', '2026-02-01', 'done'))).toBe(
      'Kontakten med chefen ska vara klar senast 1 mars 2026.',
    );
    expect(certified(on('survey', '2026-02-01', 'withdrawn'))).toBe('');
  });

  test('nothing comes next for whoever has completed', () => {
    const decision = decide({}, HBTQ_KLIVET, '2025-11-05');
    const next = (status: Decision['status']): string => nextStepText({ ...decision, status }, HBTQ_KLIVET);
    expect([next('completed'), next('withdrawn'), next('declined')]).toEqual(['', '', '']);
    expect(next('underway')).toBe(next('admitted'));
    expect(next('underway')).not.toBe('');
  });

  test('the attendance in the column', () => {
    const people = staffOf(48, (number) => ({ attended: number > 43 ? 1 : 3 }));
    expect(attendanceFigure(decide({ occasions: sessions, people }, VASTERBOTTEN, '2025-11-04'))).toBe(
      `43 av 48 (89,5${NBSP}%)`,
    );
    expect(attendanceFigure(decide({ occasions: sessions }, VASTERBOTTEN, '2025-11-04'))).toBe('');
    expect(attendanceFigure(decide({ people }, HBTQ_KLIVET, '2025-11-04'))).toBe('');
  });

  test('no rule in force', () => {
    const none = evaluate(roundWith({ decisionOn: day('2010-01-01') }), HBTQ_KLIVET, day('2025-01-01'));
    if (!('noRuleInForce' in none)) throw new Error('A rule');
    expect(noRuleText(none, HBTQ_KLIVET)).toBe('Ingen regel gäller för Hbtq-klivet den 1 januari 2010.');
  });
});

describe('deadlines and duties', () => {
  const deadline = (facts: Partial<Deadline>): Deadline => ({
    kind: 'plan',
    opens: null,
    due: day('2026-01-12'),
    state: 'upcoming',
    reference: day('2025-10-20'),
    occurrence: 1,
    doneOn: null,
    duty: 'manager',
    extended: false,
    original: day('2026-01-12'),
    ...facts,
  });

  test.each<[Partial<Deadline>, string]>([
    [{}, 'Handlingsplanen ska vara klar senast 12 januari 2026.'],
    [{ state: 'due' }, 'Handlingsplanen ska vara klar i dag, 12 januari 2026.'],
    [{ state: 'overdue' }, 'Handlingsplanen skulle ha varit klar senast 12 januari 2026.'],
    [{ state: 'done' }, 'Handlingsplanen är klar.'],
    [{ state: 'withdrawn' }, 'Handlingsplanen gäller inte längre.'],
    [{ kind: 'survey' }, 'Uppföljningsenkäten ska vara klar senast 12 januari 2026.'],
    [{ kind: 'contact' }, 'Kontakten med chefen ska vara klar senast 12 januari 2026.'],
    [{ kind: 'plan-revision' }, 'Den årliga översynen av handlingsplanen ska vara klar senast 12 januari 2026.'],
    [{ kind: 'follow-up' }, 'Uppföljningen ska vara klar senast 12 januari 2026.'],
    [{ kind: 'expiry' }, 'Diplomet gäller till och med 12 januari 2026.'],
    [{ kind: 'expiry', state: 'due' }, 'Diplomet gäller till och med i dag, 12 januari 2026.'],
    [{ kind: 'expiry', state: 'overdue' }, 'Diplomet gick ut 12 januari 2026.'],
    [{ kind: 'expiry', state: 'done' }, 'Förnyelsen av diplomet är klar.'],
    [
      { kind: 'catch-up' },
      'Andra chansen för dem som är nya eller har missat utbildningen ska vara klar senast 12 januari 2026.',
    ],
  ])('%j', (facts, text) => expect(deadlineText(deadline(facts), VASTERBOTTEN)).toBe(text));

  test.each<[Duty['kind'], string | null, string]>([
    ['attendance', null, 'Var med på de utbildningsträffar som är kvar.'],
    ['catch-up', '2026-04-01', 'Gör Andra chansen senast 1 april 2026.'],
    ['course', null, 'Gör webbutbildningarna.'],
    ['reflection', null, 'Skicka in din reflektion.'],
    ['refresher', '2027-08-31', 'Gå påfyllnadsutbildningen senast 31 augusti 2027.'],
  ])('%s', (kind, due, text) =>
    expect(dutyText({ personId: 'p1', kind, due: due === null ? null : day(due) }, VASTERBOTTEN)).toBe(text),
  );
});

describe('labels', () => {
  test('every status has the word of the screen', () => {
    expect(STATUSES.map(statusLabel)).toEqual([
      'Intresseanmäld',
      'I kö',
      'Avböjd',
      'Antagen',
      'Pågår',
      'Handlingsplan pågår',
      'Krav uppfyllda',
      'Diplomerad',
      'Genomförd',
      'Utgången',
      'Avbruten',
    ]);
  });

  test('no two codes of a kind have the same word', () => {
    const states = ['upcoming', 'due', 'overdue', 'done', 'withdrawn'] as const;
    const duties = ['attendance', 'catch-up', 'course', 'reflection', 'refresher'] as const;
    const groups = [
      REQUIREMENT_IDS.map(requirementLabel),
      DEADLINE_KINDS.map(deadlineLabel),
      states.map(deadlineStateLabel),
      duties.map(dutyLabel),
    ];
    for (const words of groups) {
      expect(new Set(words).size).toBe(words.length);
      expect(words).not.toContain('');
    }
  });
});

test('a status says beside itself what is owed under a diploma', () => {
  const diploma = { on: day('2025-10-06'), validThrough: null, supplementNeeded: true };
  expect(standingLabel({ status: 'certified', diploma })).toBe('Diplomerad – komplettering krävs');
  expect(standingLabel({ status: 'certified', diploma: { ...diploma, supplementNeeded: false } })).toBe('Diplomerad');
  expect(standingLabel({ status: 'underway', diploma: null })).toBe('Pågår');
});
