/** The action plan, and the development plan of Hbtq-klivet. A script cannot make upload questions: a link or a text comes in. */
import type { FormDeclaration } from './form.ts';
import { email, text, UNIT_QUESTIONS, yesOrNo } from './questions.ts';

export const ACTION_PLAN_FORM: FormDeclaration = {
  id: 'plan',
  kind: 'plan',
  programme: null,
  title: 'Handlingsplan',
  description: 'Här skickar du som chef in verksamhetens handlingsplan, som länk eller text.',
  confirmation: 'Tack! Handlingsplanen har kommit in.',
  destination: 'workbook',
  editable: true,
  sections: [
    {
      id: 'plan',
      title: 'Handlingsplanen',
      questions: [
        ...UNIT_QUESTIONS,
        email('respondent', 'Din e-post', true),
        text('link', 'Länk till planen', false, 'Till ett dokument som vi kan öppna.'),
        {
          id: 'text',
          title: 'Planens text',
          type: 'paragraph',
          required: false,
          help: 'Om du inte har någon länk kan du klistra in planen här. Skriv inget om enskilda personer.',
        },
      ],
    },
  ],
};

export const DEVELOPMENT_PLAN_FORM: FormDeclaration = {
  id: 'plan:hbtq-klivet',
  kind: 'plan',
  programme: 'hbtq-klivet',
  title: 'Utvecklingsplan – Hbtq-klivet',
  description:
    'Här berättar du som chef att utvecklingsplanen är klar. Du behöver inte skicka in den. Vill ni ha återkoppling skickar du en länk.',
  confirmation: 'Tack! Vi har noterat att utvecklingsplanen är klar.',
  destination: 'workbook',
  editable: true,
  sections: [
    {
      id: 'plan',
      title: 'Utvecklingsplanen',
      questions: [
        ...UNIT_QUESTIONS,
        email('respondent', 'Din e-post', true),
        { id: 'on', title: 'Vilken dag blev planen klar?', type: 'date', required: true },
        {
          id: 'areas',
          title: 'Vilka områden finns med i planen?',
          type: 'checkboxes',
          required: true,
          options: [
            { code: 'kunskap/kompetens', label: 'Kunskap/kompetens' },
            { code: 'bemötande', label: 'Bemötande' },
            { code: 'arbetsmiljö', label: 'Arbetsmiljö' },
          ],
        },
        yesOrNo('feedback', 'Vill ni ha återkoppling på planen?'),
        text('link', 'Länk till planen', false, 'Behövs bara om ni vill ha återkoppling.'),
      ],
    },
  ],
};
