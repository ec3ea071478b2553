import { captionOf, type Form } from '../../host/form/form.ts';
import type { Host } from '../../host/runtime/host.ts';
import { type Html, html } from '../html.ts';
import { closedBody, editState, type FormState, formBody, formList, readState, sentBody, step } from '../pages/form.ts';
import { type Answered, type Router, redirect } from './router.ts';

type Show = (shape: { title: string; at: string; body: Html }) => Answered;

const notFound: Answered = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Formuläret finns inte.',
};

const pathOf = (form: Form): string => `/formular/${encodeURIComponent(form.id)}`;

const closedText = (form: Form): string | null => {
  if (!form.published) return 'Formuläret är inte publicerat än.';
  if (form.acceptingResponses) return null;
  return form.closedMessage === '' ? `Formuläret ${captionOf(form)} tar inte längre emot svar.` : form.closedMessage;
};

const answersOf = (
  state: FormState,
): Record<string, FormState['answers'] extends ReadonlyMap<number, infer A> ? A : never> =>
  Object.fromEntries([...state.answers].map(([item, answer]) => [String(item), answer]));

/** Sends the form; what the host refuses comes back as faults at the questions. */
const send = (host: Host, form: Form, state: FormState): FormState | { sent: string } => {
  const answers = answersOf(state);
  const who = state.email === '' ? {} : { email: state.email };
  // An answer that the edit took away is cleared, not kept.
  const cleared = Object.fromEntries(form.items.map((item) => [String(item.id), null]));
  const result =
    state.editing === null
      ? host.submitForm(form.id, answers, who)
      : host.editResponse(form.id, state.editing, { ...cleared, ...answers }, who);
  if (!result.refused || result.refused.length === 0) return { sent: result.responseId ?? state.editing ?? '' };
  const faults = new Map<number, string>();
  const general: string[] = [];
  for (const refusal of result.refused) {
    if (refusal.item !== null) faults.set(refusal.item, refusal.message);
    else if (refusal.title === 'E-postadress') faults.set(0, refusal.message);
    else general.push(`${refusal.title}: ${refusal.message}`);
  }
  return { ...state, faults, general };
};

/** The list of forms, each form, and the addresses that Google's links have. */
export const formRoutes = (router: Router, host: Host, show: Show, publish: () => void): void => {
  const formBy = (id: string | undefined): Form | undefined =>
    host.forms.find((form) => form.id === id || form.publishedId === id);

  router.get('/formular', () =>
    show({
      title: 'Formulär',
      at: '/formular',
      body: formList(host.forms.map((form) => ({ form, path: pathOf(form) }))),
    }),
  );

  router.get('/formular/:id', (asked) => {
    const form = formBy(asked.parts.id);
    if (!form) return notFound;
    const shape = { title: captionOf(form), at: '/formular' };
    const closed = closedText(form);
    if (closed !== null) return show({ ...shape, body: closedBody(form, closed) });
    const sent = asked.url.searchParams.get('skickat');
    if (sent !== null) {
      return show({
        ...shape,
        body: sentBody(form, pathOf(form), `${pathOf(form)}?edit2=${encodeURIComponent(sent)}`),
      });
    }
    const editing = asked.url.searchParams.get('edit2');
    const state = editing === null ? readState(form, asked.url.searchParams) : editState(form, editing);
    return state ? show({ ...shape, body: formBody(form, state, pathOf(form)) }) : notFound;
  });

  router.post('/formular/:id', async (asked) => {
    const form = formBy(asked.parts.id);
    if (!form) return notFound;
    const fields = await asked.fields();
    const next = step(form, readState(form, fields), fields.get('knapp'));
    const after = next === 'send' ? send(host, form, readState(form, fields)) : next;
    if ('sent' in after) {
      publish();
      return redirect(`${pathOf(form)}?skickat=${encodeURIComponent(after.sent)}`);
    }
    const faulty = after.faults.size > 0 || after.general.length > 0;
    const answered = show({
      title: `${faulty ? 'Fel: ' : ''}${captionOf(form)}`,
      at: '/formular',
      body: formBody(form, after, pathOf(form)),
    });
    return faulty ? { ...answered, status: 422 } : answered;
  });

  // Links in mails and in the workbook lead to Google; the same paths lead here.
  router.get('/forms/d/e/:id/viewform', (asked) => {
    const form = formBy(asked.parts.id);
    return form ? redirect(`${pathOf(form)}${asked.url.search}`) : notFound;
  });
  router.get('/forms/d/:id/edit', (asked) => {
    const form = formBy(asked.parts.id);
    return form
      ? show({
          title: captionOf(form),
          at: '/formular',
          body: html`<h1>${captionOf(form)}</h1><p>Formuläret byggs av skriptet och kan inte ändras här. <a href="${pathOf(form)}">Öppna det som den som svarar ser det</a>.</p>`,
        })
      : notFound;
  });
};
