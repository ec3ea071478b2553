/** The health check's page. */
import type { HealthView } from '../app/health.ts';
import { busy, byId, call, type Entries, element, tell } from './page.ts';

function part(heading: string, items: readonly HTMLElement[]): HTMLElement | string {
  return items.length === 0
    ? ''
    : element('section', {}, element('h2', {}, `${heading} (${items.length})`), element('ul', {}, ...items));
}

const line = (strong: string, text: string): HTMLElement =>
  element('li', {}, element('strong', {}, strong), element('br'), text);

/** Something that a click puts right. */
function mendable(
  text: readonly (Node | string)[],
  button: { readonly caption: string; readonly label: string; readonly done: string },
  mend: (run: Entries) => void,
): HTMLElement {
  const { caption, label, done } = button;
  const control = element('button', { type: 'button', 'aria-label': label }, caption);
  control.addEventListener('click', () => busy(async () => show(await call<HealthView>(mend), done)));
  return element('li', {}, ...text, element('div', { class: 'bar' }, control));
}

const missing = (name: string, putBack: (run: Entries) => void): HTMLElement =>
  mendable(
    [element('strong', {}, name)],
    { caption: 'Lägg tillbaka', label: `Lägg tillbaka ${name}`, done: `${name} är tillbaka.` },
    putBack,
  );

function show(view: HealthView, done = ''): void {
  const { faults, unmatched } = view;
  const count = faults.length + view.missing.length + view.missingPeople.length + unmatched.length;
  const found = count === 0 ? 'Inga fel hittades.' : `${count} saker behöver ses över.`;
  tell(`${done} ${found}`.trim());
  byId('content').replaceChildren(
    part(
      'Borttagna rader på Verksamheter',
      view.missing.map(({ id, name }) => missing(name, (run) => run.restoreUnit(id))),
    ),
    part(
      'Borttagna rader på Deltagare',
      view.missingPeople.map(({ roundId, personId, name, unit }) =>
        missing(`${name}, ${unit}`, (run) => run.restorePerson(roundId, personId)),
      ),
    ),
    part(
      'Celler att rätta',
      faults.map(({ where, text }) => line(where, text)),
    ),
    part(
      'Svar att ta hand om',
      unmatched.map(({ on, text, print }) =>
        mendable(
          [element('strong', {}, on), element('br'), text],
          { caption: 'Klart', label: `Klart: ${text}`, done: 'Svaret är avklarat.' },
          (run) => run.settleAnswer(print),
        ),
      ),
    ),
  );
}

busy(async () => show(await call<HealthView>((run) => run.healthView())));
