import { describe, expect, it } from 'vitest';
import type { Host } from '../../scripts/host/index.ts';
import { headOf, observeMail, stateOf } from '../../scripts/scenario/observe.ts';
import { TabView } from '../../scripts/scenario/tab-view.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';
import { workbookWith } from '../pages/stage.ts';

const unit = 'Biblioteket';
const STORY = [
  { interest: { unit, staff: 4, managerName: 'Kim Ek', managerEmail: 'chef@example.org' } },
  { decide: { unit, decision: 'admit' } },
];

/** As a copy finds itself: all that it says is the original's, but it has an id of its own. */
function becomeCopy(host: Host): void {
  const view = new TabView(host, 'Läge');
  const row = view.rows('id').find((one) => view.get(one, 'id') === 'head') ?? 0;
  const head = JSON.stringify({ ...headOf(host), workbookId: 'originalets' });
  host.edit({ sheet: 'Läge', range: view.address(row, view.column('state')), value: head });
}

describe('a copy of the workbook', () => {
  it('does nothing by itself, whatever happens in it, and says why in the menu', async () => {
    const host = await workbookWith(STORY);
    becomeCopy(host);
    const sent = host.mail.length;
    new Verbs(host, 'vasterbotten').withdraw({ unit, reason: 'Omorganisation' }, '2025-09-01');
    host.advance('2025-09-10T08:00');
    host.menu('Uppdatera alla');
    expect(host.dialogs.at(-1)?.content).toContain('I en kopia av en arbetsbok gör programmet ingenting');
    expect(stateOf(host, unit)?.shown.status).toBe('admitted');
    expect(host.mail.length).toBe(sent);
  });

  it('says when it is opened that it is a copy', async () => {
    const host = await workbookWith(STORY);
    host.open();
    expect(host.dialogs.filter((one) => one.content.includes('kopia'))).toEqual([]);
    becomeCopy(host);
    host.meter();
    host.open();
    expect(host.dialogs.at(-1)?.content).toContain('kopia');
    expect(Math.max(...host.meter().executions.map((run) => run.backend))).toBeLessThanOrEqual(3);
  });

  it('becomes a workbook of its own by Installera: new forms, dry run on, and nothing of what the original had on its way', async () => {
    const host = await workbookWith(STORY);
    const forms = Object.values(headOf(host).forms).map((form) => form.formId);
    becomeCopy(host);
    const sent = host.mail.length;
    const result = host.menu('Installera');
    expect(result.error).toBeUndefined();
    const head = headOf(host);
    expect(String(head.settings.dryRun)).toBe('ja');
    expect(Object.values(head.forms).filter((form) => forms.includes(form.formId))).toEqual([]);
    new Verbs(host, 'vasterbotten').setting({ dryRun: false });
    host.advance('2025-09-10T08:00');
    expect(host.mail.slice(sent).filter((mail) => !mail.subject.startsWith('Att göra'))).toEqual([]);
    expect(observeMail(host)).toMatchObject({ counts: { admitted: 0 } });
  });
});
