/** The side panel's page. */
import type { PanelView, UnitView } from '../app/panel.ts';
import type { Act, ActField } from '../app/panel-acts.ts';
import { busy, byId, call, element, offerUnits, tell } from './page.ts';
import { part, requirement, standing } from './standing.ts';

const DEADLINE_MARKS: Readonly<Record<string, string>> = { overdue: '⚠ ', due: '⚠ ', done: '✓ ', upcoming: '' };
const DEADLINE_LOOKS: Readonly<Record<string, string>> = { overdue: 'bad', due: 'warn', done: 'good', upcoming: '' };

const CHOOSE = 'Välj en verksamhet, eller ställ markören på dess rad och välj Visa markerad rad.';

function control(field: ActField, id: string): HTMLElement {
  const common = { id, name: field.key, required: field.required };
  if (field.type === 'choices') {
    const ticks = field.choices.map((text) =>
      element('label', {}, element('input', { type: 'checkbox', name: field.key, value: text }), text),
    );
    return element('fieldset', {}, element('legend', {}, field.label), ...ticks);
  }
  const label = element('label', { for: id }, field.required ? field.label : `${field.label} (frivilligt)`);
  if (field.type === 'choice') {
    const options = ['', ...field.choices].map((text) =>
      element('option', { value: text, selected: text === field.value }, text === '' ? 'Välj …' : text),
    );
    return element('div', {}, label, element('select', common, ...options));
  }
  const type = field.type === 'date' ? 'date' : 'text';
  return element('div', {}, label, element('input', { ...common, type, value: field.value }));
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') values[key] = key in values ? `${values[key]}, ${value}` : value;
  }
  return values;
}

function actForm(unitId: string, act: Act): HTMLElement {
  const fields = act.fields.map((field) => control(field, `${act.key}-${field.key}`));
  const form = element('form', {}, ...fields, element('button', { class: 'main' }, act.button));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    busy(async () => show(await call<PanelView>((run) => run.panelAct(unitId, act.key, valuesOf(form)))));
  });
  return element('details', { name: 'act' }, element('summary', {}, act.label), form);
}

function dutiesByPerson({ duties }: UnitView): Map<string, string[]> {
  const people = new Map<string, string[]>();
  for (const { who, text } of duties) people.set(who, [...(people.get(who) ?? []), text]);
  return people;
}

function unit(view: UnitView): (Node | string)[] {
  const people = dutiesByPerson(view);
  return [
    element('h1', {}, view.name),
    element('p', { class: 'soft' }, view.programme),
    ...standing(view),
    element(
      'section',
      { class: 'next' },
      element('h2', {}, 'Nästa steg'),
      element('p', {}, view.nextStep || 'Inget just nu.'),
    ),
    element('section', {}, element('h2', {}, 'Gör nu'), ...view.acts.map((act) => actForm(view.id, act))),
    part('Krav', view.requirements.map(requirement), 'Inga krav att visa.'),
    part(
      `Kvarstår för medarbetare (${people.size})`,
      [...people].map(([who, texts]) => element('li', {}, element('strong', {}, who), element('br'), texts.join(' '))),
      'Ingen har något kvar att göra.',
    ),
    part(
      'Datum att hålla',
      view.deadlines.map(({ text, state }) =>
        element('li', { class: DEADLINE_LOOKS[state] ?? '' }, `${DEADLINE_MARKS[state] ?? ''}${text}`),
      ),
      'Inga datum än.',
    ),
    part(
      'Utskick',
      view.mails.map(({ label, state, on }) =>
        element(
          'li',
          {},
          element('strong', {}, label),
          element('br'),
          element('span', { class: 'soft' }, `${state}, ${on}`),
        ),
      ),
      'Inga utskick på väg.',
    ),
  ];
}

function show(view: PanelView): void {
  tell(view.message || (view.unit === null ? CHOOSE : ''), view.isProblem);
  const nobody = [element('h1', {}, 'Ingen verksamhet är vald')];
  if (view.unit !== null || !view.isProblem) byId('content').replaceChildren(...(view.unit ? unit(view.unit) : nobody));
}

const load = (roundId: string): Promise<void> =>
  busy(async () => {
    const view = await call<PanelView>((run) => run.panelView(roundId));
    if (roundId === '') offerUnits(view.choices, load);
    show(view);
  });

byId('reload').addEventListener('click', () => load(''));
load('');
