/** What a deadline or a duty says in a sentence. */
import type { Deadline, Duty } from './decision.ts';
import type { Programme } from './rules.ts';
import { capitalized, dayInWords } from './swedish.ts';

/** "Handlingsplanen ska vara klar senast 12 januari 2026." */
export function deadlineText(deadline: Deadline, programme: Programme): string {
  const what = subjectOf(deadline, programme);
  const due = dayInWords(deadline.due);
  switch (deadline.state) {
    case 'done':
      return `${what} är klar.`;
    case 'withdrawn':
      return `${what} gäller inte längre.`;
    case 'overdue':
      return deadline.kind === 'expiry' ? `Diplomet gick ut ${due}.` : `${what} skulle ha varit klar senast ${due}.`;
    case 'due':
      return deadline.kind === 'expiry'
        ? `Diplomet gäller till och med i dag, ${due}.`
        : `${what} ska vara klar i dag, ${due}.`;
    case 'upcoming':
      return deadline.kind === 'expiry'
        ? `Diplomet gäller till och med ${due}.`
        : `${what} ska vara klar senast ${due}.`;
  }
}

function subjectOf({ kind }: Deadline, { words }: Programme): string {
  switch (kind) {
    case 'plan':
      return capitalized(words.thePlan);
    case 'survey':
      return 'Uppföljningsenkäten';
    case 'contact':
      return 'Kontakten med chefen';
    case 'plan-revision':
      return `Den årliga översynen av ${words.thePlan}`;
    case 'follow-up':
      return 'Uppföljningen';
    case 'expiry':
      return 'Förnyelsen av diplomet';
    case 'catch-up':
      return `${capitalized(words.catchUp)} för dem som är nya eller har missat utbildningen`;
  }
}

/** What one person has left to do: "Gör catch-up senast 1 mars 2026." */
export function dutyText(duty: Duty, programme: Programme): string {
  const { words } = programme;
  const when = duty.due === null ? '' : ` senast ${dayInWords(duty.due)}`;
  switch (duty.kind) {
    case 'attendance':
      return `Var med på de utbildningsträffar som är kvar${when}.`;
    case 'catch-up':
      return `Gör ${words.catchUp}${when}.`;
    case 'course':
      return `Gör ${words.course}${when}.`;
    case 'reflection':
      return `Skicka in din reflektion${when}.`;
    case 'refresher':
      return `Gå påfyllnadsutbildningen${when}.`;
  }
}
