import type { FormDeclaration } from './form.ts';
import { email, UNIT_QUESTIONS } from './questions.ts';

/** Reflektion: its text stays in the form for the trainer; the register learns only that it came in, and when. */
export const REFLECTION_FORM: FormDeclaration = {
  id: 'reflection',
  kind: 'reflection',
  programme: null,
  title: 'Reflektion',
  description:
    'Din reflektion läses bara av utbildaren. I registret noterar vi endast att den har kommit in och vilken dag. Skriv inget om enskilda personer, och inget om din egen eller andras hälsa, identitet eller läggning.',
  confirmation: 'Tack! Din reflektion har kommit in.',
  destination: 'none',
  editable: true,
  sections: [
    {
      id: 'reflection',
      title: 'Din reflektion',
      questions: [
        ...UNIT_QUESTIONS,
        email(
          'email',
          'Din e-post',
          true,
          'Samma adress som du har i arbetet, så att vi kan notera att du har skickat in.',
        ),
        {
          id: 'text',
          title: 'Din reflektion',
          type: 'paragraph',
          required: true,
          help: 'Vad tar du med dig från utbildningen, och vad vill du göra annorlunda i ditt arbete?',
        },
      ],
    },
  ],
};
