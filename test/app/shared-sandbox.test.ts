import { beforeAll, expect, it, vi } from 'vitest';
import { buildWhenStale, pushedFiles } from '../../scripts/build.ts';
import { createHost } from '../../scripts/host/index.ts';
import { Sandbox } from '../../scripts/host/runtime/sandbox.ts';
import { installProduct } from '../../scripts/scenario/run.ts';
import { Verbs } from '../../scripts/scenario/verbs.ts';

beforeAll(buildWhenStale, 120_000);

/** Four weeks of a unit that signs up and gets its first reminders; and how often a sandbox served again. */
function told(): { readonly ran: unknown; readonly state: unknown; readonly served: number } {
  const seen = vi.spyOn(Sandbox.prototype, 'isUntouched');
  const host = createHost({ files: pushedFiles(), now: '2025-09-01T08:00' });
  installProduct(host);
  const verbs = new Verbs(host, 'vasterbotten');
  verbs.setting({ dryRun: false });
  verbs.interest({ unit: 'Björken', managerEmail: 'chef@example.org' });
  host.edit({ range: 'Start!C60', value: 'egen anteckning' });
  host.advance('2025-09-29T12:00');
  const served = seen.mock.results.filter(({ value }) => value === true).length;
  seen.mockRestore();
  return { ran: host.executions, state: host.snapshot(), served };
}

it('does the same in sandboxes that serve again as in sandboxes of their own', () => {
  const shared = told();
  const spy = vi.spyOn(Sandbox.prototype, 'isWatched', 'get').mockReturnValue(false);
  const apart = told();
  spy.mockRestore();
  expect(shared.served).toBeGreaterThan(500);
  expect(apart.served).toBe(0);
  expect(shared.ran).toEqual(apart.ran);
  expect(JSON.stringify(shared.state)).toBe(JSON.stringify(apart.state));
}, 120_000);
