/** Personaländring: what a manager tells about staff that come, leave, are on leave, or a new manager; confirmed every half year. */
import type { FormDeclaration, Question } from './form.ts';
import { email, text, UNIT_QUESTIONS } from './questions.ts';

const date = (id: string, title: string, required: boolean, help?: string): Question => ({
  id,
  title,
  type: 'date',
  required,
  ...(help === undefined ? {} : { help }),
});

export const STAFF_CHANGE_FORM: FormDeclaration = {
  id: 'staff-change',
  kind: 'staff-change',
  programme: null,
  title: 'Personaländring',
  description:
    'Här berättar du som chef om medarbetare som börjar, slutar eller är lediga, så att närvaron räknas rätt. Fyll i ett formulär för varje ändring. Medarbetare med skyddade uppgifter anmäler du direkt till oss.',
  confirmation: 'Tack! Ändringen har kommit in.',
  destination: 'workbook',
  editable: true,
  sections: [
    {
      id: 'change',
      title: 'Ändringen',
      questions: [
        ...UNIT_QUESTIONS,
        email('respondent', 'Din e-post', true),
        {
          id: 'change',
          title: 'Vad vill du anmäla?',
          type: 'choice',
          required: true,
          options: [
            { code: 'new', label: 'En ny medarbetare', goTo: 'new' },
            { code: 'leaving', label: 'En medarbetare som slutar', goTo: 'leaving' },
            { code: 'leave', label: 'En medarbetare som är ledig en längre tid', goTo: 'leave' },
            { code: 'new-manager', label: 'En ny chef', goTo: 'new-manager' },
            { code: 'confirmed', label: 'Inget har ändrats, listan stämmer', goTo: 'submit' },
          ],
        },
      ],
    },
    {
      id: 'new',
      title: 'Ny medarbetare',
      questions: [
        text('newName', 'Den nya medarbetarens namn', true),
        email('newEmail', 'Den nya medarbetarens e-post', true),
        date('newFrom', 'Första anställningsdag', true),
        {
          id: 'newRoles',
          title: 'Kryssa i det som stämmer',
          type: 'checkboxes',
          required: false,
          options: [
            { code: 'doctor', label: 'Läkare' },
            { code: 'municipal', label: 'Anställd av kommunen' },
            { code: 'group', label: 'Med i hbtq-gruppen' },
          ],
        },
      ],
      next: 'submit',
    },
    {
      id: 'leaving',
      title: 'Medarbetare som slutar',
      questions: [
        email('leavingEmail', 'E-post till den som slutar', true),
        date('leavingOn', 'Sista anställningsdag', true),
      ],
      next: 'submit',
    },
    {
      id: 'leave',
      title: 'Ledighet',
      help: 'Skriv bara datum, aldrig orsak.',
      questions: [
        email('leaveEmail', 'E-post till den som är ledig', true),
        date('leaveFrom', 'Ledig från och med', true),
        date('leaveTo', 'Ledig till och med', false, 'Lämna tomt om du inte vet.'),
      ],
      next: 'submit',
    },
    {
      id: 'new-manager',
      title: 'Ny chef',
      questions: [
        text('managerName', 'Den nya chefens namn', true),
        email('managerEmail', 'Den nya chefens e-post', true),
        date('managerFrom', 'Chef från och med', true),
      ],
      next: 'submit',
    },
  ],
};
