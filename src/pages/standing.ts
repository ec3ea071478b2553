/** Where a unit stands, as the side panel and the manager's page both show it. */
import type { UnitPage } from '../app/unit-pages.ts';
import { element } from './page.ts';

const STATES = {
  met: { text: '✓ Uppfyllt', look: 'good' },
  unmet: { text: '○ Återstår', look: 'warn' },
  unknown: { text: '? Inte klart än', look: 'soft' },
} as const;

const LOOKS: Readonly<Record<string, string>> = {
  certified: 'good',
  completed: 'good',
  requirementsMet: 'good',
  expired: 'bad',
  withdrawn: 'soft',
  declined: 'soft',
};

/** With requirements that are open: the list of them says what the summary says. */
const OPEN: readonly string[] = ['admitted', 'underway', 'planning'];

export function standing({ status, label, summary }: Pick<UnitPage, 'status' | 'label' | 'summary'>): Node[] {
  const shown = element('p', { class: `status ${LOOKS[status] ?? ''}` }, label);
  return OPEN.includes(status) ? [shown] : [shown, element('p', {}, summary)];
}

export function part(heading: string, items: readonly Node[], none: string): HTMLElement {
  const content = items.length === 0 ? element('p', { class: 'soft' }, none) : element('ul', {}, ...items);
  return element('section', {}, element('h2', {}, heading), content);
}

export function requirement(one: UnitPage['requirements'][number]): HTMLElement {
  const { text, look } = STATES[one.state];
  const need = Math.max(1, one.need);
  const bar = element('progress', {
    max: need,
    value: Math.min(one.have, need),
    class: look,
    'aria-label': `${one.label}: ${one.have} av ${need} som behövs`,
  });
  const name = element('div', { class: 'name' }, one.label, element('span', { class: `state ${look}` }, text));
  return element('li', { class: 'requirement' }, name, bar, element('p', {}, one.text));
}
