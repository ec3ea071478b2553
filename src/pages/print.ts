/** The page from which diplomas and attendance lists are printed: one at a time, shown as it will look. */
import type { PrintView } from '../app/printables.ts';
import { busy, byId, call, choice, element, offerUnits, tell } from './page.ts';

function show({ unit, choices, documents }: PrintView): void {
  if (unit === '') {
    tell(choices.length === 0 ? 'Det finns inga verksamheter än.' : 'Välj en verksamhet.');
    offerUnits(choices, load);
  }
  byId('content').replaceChildren();
  if (unit === '') return;
  tell(documents.length === 0 ? `${unit} har varken diplom eller tillfällen än.` : unit);
  if (documents.length === 0) return;
  const [label, select] = choice(
    'document',
    'Vad',
    documents.map((one, index) => [String(index), one.label]),
  );
  const preview = element('iframe', { title: 'Så här ser utskriften ut', class: 'paper', tabindex: 0 });
  const print = element('button', { type: 'button', class: 'main' }, 'Skriv ut');
  const showChosen = (): void => preview.setAttribute('srcdoc', documents[Number(select.value)]?.html ?? '');
  select.addEventListener('change', showChosen);
  print.addEventListener('click', () => preview.contentWindow?.print());
  byId('content').replaceChildren(label, select, element('div', { class: 'bar' }, print), preview);
  showChosen();
}

const load = (roundId: string): Promise<void> =>
  busy(async () => show(await call<PrintView>((run) => run.printView(roundId))));

load('');
