/** The rules' page: what a change would do, and what holds in each programme with its source. */
import type { RulePreview, RulesView } from '../app/rule-preview.ts';
import type { Programme } from '../domain/rules.ts';
import { dayInWords } from '../domain/swedish.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import { applyRuleRows } from '../programmes/rule-changes.ts';
import { type RuleInWords, versionInWords } from '../programmes/rules-in-words.ts';
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

const ruleRow = ({ heading, value, source, isChangeable }: RuleInWords): HTMLElement =>
  element(
    'tr',
    {},
    element('th', { scope: 'row' }, isChangeable ? `${heading} *` : heading),
    element('td', {}, value),
    element('td', {}, source.assumption ? element('strong', {}, 'Antagande. ') : '', source.text),
  );

function versionPart(version: Programme['versions'][number]): (Node | null)[] {
  if ('repealed' in version) {
    return [element('h3', {}, `Upphävt från ${dayInWords(version.from)}`), element('p', {}, version.source.text)];
  }
  const { rules, silent } = versionInWords(version);
  const caption = `Gäller från ${dayInWords(version.from)}`;
  const headings = ['Regel', 'Värde', 'Källa'].map((text) => element('th', { scope: 'col' }, text));
  return [
    element('h3', {}, caption),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...headings)),
        element('tbody', {}, ...rules.filter(({ path }) => path !== 'from').map(ruleRow)),
      ),
    ),
    silent.length > 0 ? element('p', { class: 'soft' }, `Texten säger inget om: ${silent.join('; ')}.`) : null,
  ];
}

/** The version that holds last stands first. */
const programmePart = ({ name, region, versions }: Programme): HTMLElement =>
  element('details', {}, element('summary', {}, `${name}, ${region}`), ...[...versions].reverse().flatMap(versionPart));

busy(async () => {
  const { previews, changes } = await call<RulesView>((run) => run.rulesView());
  const drafts = previews.filter(({ isConfirmed }) => !isConfirmed);
  byId('content').replaceChildren(
    part('Väntar på att bekräftas', drafts, 'Inga ändringar väntar.'),
    part(
      'Ändrade regler som gäller',
      previews.filter(({ isConfirmed }) => isConfirmed),
      'Inga regler är ändrade: programmens egna gäller.',
    ),
    element(
      'section',
      {},
      element('h2', {}, 'Programmens regler'),
      element('p', { class: 'soft' }, 'En regel med * kan ni ändra på fliken Regler.'),
      ...applyRuleRows(PROGRAMMES, changes).programmes.map(programmePart),
    ),
  );
  tell(drafts.length === 0 ? '' : `Ändringar som väntar på att bekräftas: ${drafts.length}.`);
});
