/**
 * The follow-up survey and the self-assessment: closed questions alone, an answer bears a unit and no person, and nothing asks about
 * anyone's orientation, identity or health.
 */
import type { FormDeclaration, Question } from './form.ts';
import { UNIT_QUESTIONS } from './questions.ts';

function statement(id: string, title: string, required = true): Question {
  return {
    id,
    title,
    type: 'scale',
    required,
    range: { min: 1, max: 5 },
    ends: { low: 'Stämmer inte alls', high: 'Stämmer helt' },
  };
}

/** The statements of the follow-up survey, with the ids that the figures bear. */
const SURVEY_STATEMENTS: readonly Question[] = [
  statement('knowledge', 'Jag har nytta i mitt arbete av det jag lärde mig.'),
  statement('treatment', 'Vi bemöter patienter, besökare och deltagare mer inkluderande än före diplomeringen.'),
  statement('workplace', 'På vår arbetsplats talar vi om normer och hur vi bemöter varandra.'),
  statement('plan', 'Jag vet vad som står i vår handlingsplan.'),
  statement('continued', 'Vi arbetar vidare med det som står i planen.'),
  statement('support', 'Ledningen ger tid och stöd för arbetet.'),
];

const ASSESSMENT_STATEMENTS: readonly Question[] = [
  statement('knowledge', 'Vi har kunskap om hbtq och normer som räcker för vårt arbete.'),
  statement('treatment', 'Vi bemöter alla som kommer till oss på ett inkluderande sätt.'),
  statement('environment', 'Våra lokaler, vårt material och våra blanketter är inkluderande.'),
  statement('workplace', 'Vår arbetsplats är trygg för alla medarbetare.'),
  statement('preparedness', 'Vi vet hur vi gör om någon blir illa bemött.'),
];

export const SURVEY_FORM: FormDeclaration = {
  id: 'survey',
  kind: 'survey',
  programme: null,
  title: 'Uppföljningsenkät',
  description:
    'Enkäten går till alla som deltog i diplomeringen. Vi frågar inte vem du är. Svaren visas bara för verksamheten i stort, och inte alls om få har svarat.',
  confirmation: 'Tack för dina svar!',
  destination: 'none',
  editable: false,
  sections: [
    { id: 'unit', title: 'Din arbetsplats', questions: UNIT_QUESTIONS },
    { id: 'statements', title: 'Hur väl stämmer det här?', questions: SURVEY_STATEMENTS },
  ],
};

export const SELF_ASSESSMENT_FORM: FormDeclaration = {
  id: 'self-assessment',
  kind: 'self-assessment',
  programme: null,
  title: 'Skattning före och efter',
  description:
    'Skattningen är verksamhetens egen. Den görs före och efter diplomeringen och ingår inte i några rapporter till ledning eller nämnd. Vi frågar inte vem du är.',
  confirmation: 'Tack för dina svar!',
  destination: 'none',
  editable: false,
  sections: [
    {
      id: 'unit',
      title: 'Din arbetsplats',
      questions: [
        ...UNIT_QUESTIONS,
        {
          id: 'wave',
          title: 'När gör du skattningen?',
          type: 'choice',
          required: true,
          options: [
            { code: 'before', label: 'Före diplomeringen' },
            { code: 'after', label: 'Efter diplomeringen' },
          ],
        },
      ],
    },
    { id: 'statements', title: 'Hur väl stämmer det här?', questions: ASSESSMENT_STATEMENTS },
  ],
};
