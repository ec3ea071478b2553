/** The preview of mail texts: one mail at a time, as it would look in the manager's mailbox. */
import type { MailPreview } from '../app/mail-preview.ts';
import type { RoundChoice } from '../app/panel.ts';
import { MAIL_LABELS } from '../domain/mail-kinds.ts';
import type { TemplateKind } from '../messages/index.ts';
import { busy, byId, call, choice, element, tell } from './page.ts';

const { digest: _toCoordinators, ...LABELS } = MAIL_LABELS;
const isTemplateKind = (text: string): text is TemplateKind => Object.hasOwn(LABELS, text);

function show(units: readonly RoundChoice[]): void {
  if (units.length === 0) {
    tell('Det finns inga verksamheter än.');
    return;
  }
  const [unitLabel, unit] = choice(
    'unit',
    'Verksamhet',
    units.map(({ id, name }) => [id, name]),
  );
  const [kindLabel, kind] = choice('kind', 'Mejl', Object.entries(LABELS));
  const letter = element('iframe', { title: 'Så här ser mejlet ut', class: 'paper', tabindex: 0, sandbox: '' });
  const preview = (): Promise<void> =>
    busy(async () => {
      const chosen = kind.value;
      if (!isTemplateKind(chosen)) return;
      const mail = await call<MailPreview | null>((run) => run.mailPreview(unit.value, chosen));
      tell(mail ? `Ämne: ${mail.subject}` : 'Verksamhetens program har inget sådant mejl.');
      letter.hidden = mail === null;
      letter.srcdoc = mail?.html ?? '';
    });
  for (const select of [unit, kind]) select.addEventListener('change', preview);
  byId('content').replaceChildren(unitLabel, unit, kindLabel, kind, letter);
  preview();
}

busy(async () => show(await call<readonly RoundChoice[]>((run) => run.previewUnits())));
