/** The health check's page. */
import type { HealthView } from '../app/health.ts';
import { busy, byId, call, element, tell } from './page.ts';

function part(heading: string, items: readonly HTMLElement[]): HTMLElement | string {
  return items.length === 0
    ? ''
    : element('section', {}, element('h2', {}, `${heading} (${items.length})`), element('ul', {}, ...items));
}

const line = (strong: string, text: string): HTMLElement =>
  element('li', {}, element('strong', {}, strong), element('br'), text);

function missingUnit({ id, name }: HealthView['missing'][number]): HTMLElement {
  const button = element('button', { type: 'button', 'aria-label': `Lägg tillbaka ${name}` }, 'Lägg tillbaka');
  button.addEventListener('click', () =>
    busy(async () => show(await call<HealthView>((run) => run.restoreUnit(id)), `${name} är tillbaka.`)),
  );
  return element('li', {}, element('strong', {}, name), element('div', { class: 'bar' }, button));
}

function show({ faults, missing, unmatched }: HealthView, done = ''): void {
  const count = faults.length + missing.length + unmatched.length;
  const found = count === 0 ? 'Inga fel hittades.' : `${count} saker behöver ses över.`;
  tell(`${done} ${found}`.trim());
  byId('content').replaceChildren(
    part('Borttagna rader på Verksamheter', missing.map(missingUnit)),
    part(
      'Celler att rätta',
      faults.map(({ where, text }) => line(where, text)),
    ),
    part(
      'Svar som inte hör till någon',
      unmatched.map(({ on, text }) => line(on, text)),
    ),
  );
}

busy(async () => show(await call<HealthView>((run) => run.healthView())));
