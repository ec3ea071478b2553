/** The page from which diplomas and attendance lists are printed: one at a time, shown as it will look. */
import type { PrintView } from '../app/printables.ts';
import { busy, byId, call, element, tell } from './page.ts';

function show({ unit, documents }: PrintView): void {
  if (documents.length === 0) {
    const why =
      unit === ''
        ? 'Ställ markören på en verksamhets rad och öppna igen.'
        : `${unit} har varken diplom eller tillfällen än.`;
    tell(why);
    return;
  }
  tell(unit);
  const choice = element(
    'select',
    { id: 'document' },
    ...documents.map(({ label }, index) => element('option', { value: index }, label)),
  );
  const preview = element('iframe', { title: 'Så här ser utskriften ut', class: 'paper', tabindex: 0 });
  const print = element('button', { type: 'button', class: 'main' }, 'Skriv ut');
  const showChosen = (): void => preview.setAttribute('srcdoc', documents[Number(choice.value)]?.html ?? '');
  choice.addEventListener('change', showChosen);
  print.addEventListener('click', () => preview.contentWindow?.print());
  byId('content').replaceChildren(
    element('label', { for: 'document' }, 'Vad'),
    choice,
    element('div', { class: 'bar' }, print),
    preview,
  );
  showChosen();
}

busy(async () => show(await call<PrintView>((run) => run.printView())));
