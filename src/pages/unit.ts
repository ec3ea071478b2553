/** The manager's page: what the script has put into it, with nothing to do. */
import type { UnitPage } from '../app/unit-pages.ts';
import { byId, element } from './page.ts';
import { part, requirement, standing } from './standing.ts';

function shown(view: UnitPage): Node[] {
  const duties = Object.entries(view.duties).map(([label, people]) =>
    element('li', {}, `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${people} medarbetare`),
  );
  const items = (texts: readonly string[]): Node[] => texts.map((text) => element('li', {}, text));
  return [
    element('p', { class: 'soft' }, view.programme),
    element('h1', {}, 'Så går det för er'),
    ...standing(view),
    part('Krav', view.requirements.map(requirement), 'Inga krav att visa.'),
    part('Medarbetare som har något kvar', duties, 'Ingen har något kvar att göra.'),
    ...(view.occasions.length > 0 ? [part('Kommande träffar', items(view.occasions), '')] : []),
    part('Datum att hålla', items(view.deadlines), 'Inga datum just nu.'),
    element(
      'p',
      { class: 'soft' },
      `Så såg det ut ${view.on}. Sidan visar inga namn. Stämmer något inte? Svara på ett av mejlen från oss.`,
    ),
  ];
}

const NO_SUCH_PAGE = [
  element('h1', {}, 'Sidan finns inte'),
  element('p', {}, 'Länken är inte hel, eller så gäller den inte längre. Använd länken i det senaste mejlet från oss.'),
];

const view: UnitPage | null = JSON.parse(byId('view').textContent ?? '');
byId('content').replaceChildren(...(view === null ? NO_SUCH_PAGE : shown(view)));
