import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preparationsOf } from '../../src/domain/basis.ts';
import { parseDay } from '../../src/domain/calendar.ts';
import {
  type Answers,
  answersByTitle,
  type FormDeclaration,
  formDeclarations,
  isCorrection,
  questionsOf,
  submissionOf,
} from '../../src/forms/index.ts';
import { PROGRAMMES } from '../../src/programmes/index.ts';

const FORMS = formDeclarations({ programmes: PROGRAMMES, selfAssessment: true });

function form(id: string): FormDeclaration {
  const found = FORMS.find((one) => one.id === id);
  if (!found) throw new Error(`No form ${id}`);
  return found;
}

const UNIT: Answers = {
  unit: ' Biblioteket ',
  unitType: 'Bibliotek',
  administration: 'Kultur',
  staff: '20',
  managerName: 'A B',
  managerEmail: 'Chef@Example.org ',
};
const interest = (programme: string, answers: Answers) => {
  const submission = submissionOf(form(`interest:${programme}`), { ...UNIT, ...answers });
  return submission?.kind === 'interest' ? submission : null;
};

describe('an interest', () => {
  it('says who wants to take part', () => {
    expect(interest('vasterbotten', {})).toMatchObject({
      programme: 'vasterbotten',
      unit: 'Biblioteket',
      unitType: 'Bibliotek',
      administration: 'Kultur',
      staff: 20,
      managerName: 'A B',
      managerEmail: 'chef@example.org',
      consider: [],
    });
  });

  it.each<[string, string, Answers, string]>([
    ['single persons', 'varmland', { wholeUnit: 'Enskilda medarbetare' }, 'Anmälan gäller enskilda medarbetare.'],
    ['a wish to talk first', 'vasterbotten', { readiness: 'Vi vill prata med er först' }, 'Chefen vill prata först.'],
    ['the same by its code', 'jamtland-harjedalen', { readiness: 'talk-first' }, 'Chefen vill prata först.'],
    ['no management behind it', 'stockholm', { anchoredManagement: 'Nej' }, 'Inte förankrat hos ledningen.'],
    ['no staff behind it', 'varmland', { anchoredStaff: 'nej' }, 'Inte förankrat hos medarbetarna.'],
    [
      'no plan for harassment',
      'jamtland-harjedalen',
      { harassmentPlan: 'no' },
      'Plan för att hantera kränkningar saknas.',
    ],
    [
      'rooms that do not fit',
      'varmland',
      { package: 'Fysiskt', rooms: 'Nej' },
      'Lämpliga lokaler saknas för det fysiska paketet.',
    ],
    [
      'equipment that is lacking',
      'varmland',
      { package: 'Digifysiskt', equipment: 'Nej' },
      'Alla har inte egen dator, kamera och mikrofon.',
    ],
    [
      'a manager who does not take part',
      'varmland',
      { managerTakesPart: 'Nej' },
      'Chefen deltar inte i hela utbildningen.',
    ],
    ['another kind of care', 'stockholm', { primaryCare: 'Nej' }, 'Verksamheten hör inte till primärvården.'],
    ['a diploma from 2017', 'hbtq-klivet', { diplomaYear: '2017' }, 'Diplomet är från 2017 eller senare.'],
    ['people without a diploma', 'hbtq-klivet', { everyoneTrained: 'Nej' }, 'Alla har inte diplom eller catch-up.'],
    ['a group of two', 'hbtq-klivet', { groupSize: '2' }, 'Gruppen ska vara tre till fem personer.'],
    ['a group of six', 'hbtq-klivet', { groupSize: '6' }, 'Gruppen ska vara tre till fem personer.'],
    ['an address that cannot be used', 'varmland', { managerEmail: 'chef' }, 'Chefens e-post kan inte användas.'],
  ])('shows %s to the coordinator', (_, programme, answers, sentence) => {
    expect(interest(programme, answers)?.consider).toEqual([sentence]);
  });

  it.each([
    ['2016', 0],
    ['2017', 1],
    ['2018', 1],
  ])('of Klivet with a diploma from %s', (diplomaYear, length) => {
    expect(interest('hbtq-klivet', { diplomaYear })?.consider).toHaveLength(length);
  });

  it('keeps what was chosen, and nothing that was typed, in the basis', () => {
    const made = interest('varmland', {
      wholeUnit: 'all',
      anchoredManagement: 'Ja',
      anchoredStaff: 'Nej',
      package: 'Fysiskt',
      municipalStaff: '3',
      managerPhone: '070-1',
    });
    const basis: unknown = JSON.parse(made?.basis ?? '');
    expect(basis).toEqual({
      staff: 20,
      wholeUnit: 'all',
      anchoredManagement: true,
      anchoredStaff: false,
      package: 'fysiskt',
      municipalStaff: 3,
      singlePerson: false,
      anchored: false,
    });
    expect(preparationsOf(made?.basis ?? '')).toEqual(made?.preparations);
    expect(made?.preparations).toEqual({
      wantsToTalkFirst: null,
      harassmentPlan: null,
      anchored: false,
      singlePerson: false,
    });
  });

  it('without a unit is the empty second event of Forms, or says nothing', () => {
    expect(submissionOf(form('interest:varmland'), {})).toBeNull();
    expect(submissionOf(form('interest:varmland'), { unit: ' ', staff: '' })).toBeNull();
    expect(submissionOf(form('interest:varmland'), { staff: '20' })).toBeNull();
  });
});

describe('a change of staff', () => {
  const change = (answers: Answers) =>
    submissionOf(form('staff-change'), { unit: 'Biblioteket', code: 'r1', respondent: 'chef@example.org', ...answers });

  it.each<[string, Answers, object]>([
    [
      'somebody new',
      {
        change: 'En ny medarbetare',
        newName: 'Anna',
        newEmail: 'A@example.org',
        newFrom: '2025-10-06',
        newRoles: ['Läkare', 'Anställd av kommunen'],
      },
      {
        change: 'new',
        name: 'Anna',
        email: 'a@example.org',
        roles: ['doctor', 'municipal'],
        from: parseDay('2025-10-06'),
        to: null,
      },
    ],
    [
      'somebody who leaves',
      { change: 'leaving', leavingEmail: 'a@example.org', leavingOn: '2025-10-06' },
      { change: 'leaving', email: 'a@example.org', from: null, to: parseDay('2025-10-06') },
    ],
    [
      'a leave',
      { change: 'leave', leaveEmail: 'a@example.org', leaveFrom: '2025-10-06' },
      { change: 'leave', from: parseDay('2025-10-06'), to: null },
    ],
    [
      'a new manager',
      { change: 'new-manager', managerName: 'B', managerEmail: 'b@example.org', managerFrom: '2025-10-06' },
      { change: 'new-manager', name: 'B', roles: ['manager'] },
    ],
    ['a list that is right', { change: 'Inget har ändrats, listan stämmer' }, { change: 'confirmed', email: '' }],
  ])('%s', (_, answers, expected) => {
    expect(change(answers)).toMatchObject({
      kind: 'staff-change',
      unit: { code: 'r1', name: 'Biblioteket' },
      respondent: 'chef@example.org',
      ...expected,
    });
  });

  it('that names no change says nothing', () => expect(change({ change: 'annat' })).toBeNull());
});

describe('other answers', () => {
  it('a reflection gives on who sent it and never what it says', () => {
    const submission = submissionOf(form('reflection'), {
      unit: 'B',
      code: '',
      email: 'A@example.org',
      text: 'hemligt',
    });
    expect(submission).toEqual({ kind: 'reflection', unit: { code: '', name: 'B' }, person: 'a@example.org' });
  });

  it('a development plan has a day and areas', () => {
    const areas = ['Kunskap/kompetens', 'Bemötande'];
    expect(
      submissionOf(form('plan:hbtq-klivet'), {
        unit: 'B',
        respondent: 'a@example.org',
        on: '2025-10-06',
        areas,
        feedback: 'Ja',
        link: 'https://example.org',
      }),
    ).toMatchObject({
      on: parseDay('2025-10-06'),
      areas: ['kunskap/kompetens', 'bemötande'],
      wantsFeedback: true,
    });
  });

  it('check boxes may come as one text', () => {
    expect(
      submissionOf(form('plan:hbtq-klivet'), { unit: 'B', areas: 'Kunskap/kompetens, Arbetsmiljö' }),
    ).toMatchObject({ areas: ['kunskap/kompetens', 'arbetsmiljö'] });
  });

  it('a survey keeps the numbers of its scale alone', () => {
    expect(submissionOf(form('survey'), { unit: 'B', knowledge: '5', plan: '6', support: 'många' })).toEqual({
      kind: 'survey',
      wave: 'follow-up',
      unit: { code: '', name: 'B' },
      values: { knowledge: 5 },
    });
    expect(
      submissionOf(form('self-assessment'), { unit: 'B', wave: 'Efter diplomeringen', knowledge: '1' }),
    ).toMatchObject({ wave: 'after', values: { knowledge: 1 } });
  });

  it('known by title are found by the title in any case', () => {
    const survey = form('survey');
    expect(answersByTitle(survey, { 'VERKSAMHETENS  namn': ['B'], 'Okänd fråga': ['x'] })).toEqual({ unit: ['B'] });
  });

  it('never break, whatever is in them', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom('', 'Ja', '2025-02-30', '=1', '__proto__'),
    );
    for (const one of FORMS) {
      const answers = fc.record(Object.fromEntries(questionsOf(one).map((question) => [question.id, value])));
      fc.assert(
        fc.property(answers, (given) => {
          expect([one.kind === 'self-assessment' ? 'survey' : one.kind, undefined]).toContain(
            submissionOf(one, given)?.kind,
          );
        }),
        { numRuns: 50 },
      );
    }
  });
});

describe('what an event tells of an answer that was sent in before', () => {
  const { staff: _staff, ...renamed } = UNIT;
  it.each([
    ['all of it', UNIT, false],
    [
      'one thing, and blanks for the rest',
      { ...Object.fromEntries(Object.keys(UNIT).map((id) => [id, ''])), staff: '7' },
      true,
    ],
    ['one thing alone', { staff: '7' }, true],
    ['nothing', Object.fromEntries(Object.keys(UNIT).map((id) => [id, ''])), false],
    ['nothing at all', {}, false],
    ['all, where a question has got another title', renamed, false],
  ])('%s', (_, answers: Answers, expected) => {
    expect(isCorrection(form('interest:vasterbotten'), answers)).toBe(expected);
  });
});
