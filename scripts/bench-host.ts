/** What the host itself costs: an execution beside a bare sandbox that only loads the bundle, and three years told hour by hour. */
import vm from 'node:vm';
import { pushedFiles } from './build.ts';
import { createHost, type Host } from './host/index.ts';
import { installProduct } from './scenario/run.ts';
import { Verbs } from './scenario/verbs.ts';

const REPEATS = 20;

/** Milliseconds of one core. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** The fastest of several: what else the machine does only ever adds. */
function least(times: number, work: () => void): number {
  return Math.min(...Array.from({ length: times }, () => processorTime(work)));
}

function tenTimes(work: () => void): void {
  for (let time = 0; time < 10; time += 1) work();
}

function installed(): { readonly host: Host; readonly verbs: Verbs } {
  const host = createHost({ files: pushedFiles(), now: '2025-09-01T08:00' });
  installProduct(host);
  const verbs = new Verbs(host, 'vasterbotten');
  verbs.setting({ dryRun: false });
  return { host, verbs };
}

const scripts = Object.entries(pushedFiles()).flatMap(([name, source]) =>
  name.endsWith('.js') ? [new vm.Script(source, { filename: name })] : [],
);
const bare = least(REPEATS, () =>
  tenTimes(() => {
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
    for (const script of scripts) script.runInContext(context);
  }),
);
const { host, verbs } = installed();
const ten = least(REPEATS, () => {
  // An edit starts two: one for the edit, one for the change.
  for (let ran = 0; ran < 10; ) ran += host.edit({ range: 'Start!C60', value: 'egen anteckning' }).executions.length;
});
verbs.interest({ unit: 'Enhet', managerEmail: 'chef@example.org' });
const start = performance.now();
host.advance('2028-09-01T08:00');
const threeYears = performance.now() - start;
console.log(
  `host: ten executions (five edits) on an installed workbook in ${ten.toFixed(0)} ms, ${(ten / bare).toFixed(1)} times as long as ten bare sandboxes with the bundle; three years of one unit in ${Math.round(threeYears / 1000)} s`,
);
