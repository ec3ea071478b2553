/** The rule preview's page. */
import type { RulePreview } from '../app/rule-preview.ts';
import { busy, byId, call, element, tell } from './page.ts';

const shown = ({ programme, rule, from, reach }: RulePreview): HTMLElement =>
  element(
    'li',
    {},
    element('strong', {}, `${rule}, från ${from}`),
    element('br'),
    element('span', { class: 'soft' }, programme),
    element('p', {}, reach),
  );

function part(heading: string, rules: readonly RulePreview[], none: string): HTMLElement {
  const content = rules.length === 0 ? element('p', { class: 'soft' }, none) : element('ul', {}, ...rules.map(shown));
  return element('section', {}, element('h2', {}, heading), content);
}

busy(async () => {
  const rules = await call<readonly RulePreview[]>((run) => run.rulePreviews());
  const drafts = rules.filter(({ isConfirmed }) => !isConfirmed);
  byId('content').replaceChildren(
    part('Väntar på att bekräftas', drafts, 'Inga ändringar väntar.'),
    part(
      'Gäller',
      rules.filter(({ isConfirmed }) => isConfirmed),
      'Inga regler är ändrade: programmens egna gäller.',
    ),
  );
  tell(drafts.length === 0 ? '' : `${drafts.length} ändringar väntar på att bekräftas.`);
});
