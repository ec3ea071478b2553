import type { FormDeclaration } from './form.ts';
import { text, UNIT_QUESTIONS } from './questions.ts';

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
        {
          // Staff who have no address of their own at work are in the register by a typed id.
          ...text(
            'email',
            'Din e-post eller ditt medarbetar-id',
            true,
            'Samma adress eller id som arbetsplatsen har anmält dig med, så att vi kan notera att du har skickat in.',
          ),
          pattern: '\\s*([^\\s@]+|[^\\s@]+@[^\\s@]+\\.[^\\s@]+)\\s*',
          error: 'Skriv en fullständig e-postadress, till exempel namn@example.org, eller ditt medarbetar-id.',
        },
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
