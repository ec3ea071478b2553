import type { ExecutionRecord } from '../../host/index.ts';
import { type Html, html } from '../html.ts';
import { localTime } from '../time.ts';

const STATUS: Record<ExecutionRecord['status'], string> = {
  completed: 'Klar',
  failed: 'Fel',
  killed: 'Avbruten',
  'timed out': 'För lång tid',
};

const KIND: Record<ExecutionRecord['kind'], string> = {
  run: 'start för hand',
  menu: 'meny',
  simple: 'enkel utlösare',
  installable: 'utlösare',
  page: 'sida',
};

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1).replace('.', ',')} s`;

const callCounts = (run: ExecutionRecord): [string, number, number][] => {
  const counts = new Map<string, [number, number]>();
  for (const call of run.calls) {
    const [times, cells] = counts.get(call.method) ?? [0, 0];
    counts.set(call.method, [times + 1, cells + call.cells]);
  }
  return [...counts].map(([method, [times, cells]]) => [method, times, cells]);
};

const details = (
  run: ExecutionRecord,
): Html => html`<details><summary>${`${run.backend} anrop`}${run.log.length === 0 ? '' : run.log.length === 1 ? ', 1 rad i loggen' : `, ${run.log.length} rader i loggen`}</summary>
${run.calls.length === 0 ? '' : html`<table><caption>Anrop som lämnar skriptet</caption><thead><tr><th scope="col">Anrop</th><th scope="col">Gånger</th><th scope="col">Celler</th></tr></thead><tbody>${callCounts(run).map(([method, times, cells]) => html`<tr><td>${method}</td><td class="num">${times}</td><td class="num">${cells}</td></tr>`)}</tbody></table>`}
${run.log.length === 0 ? '' : html`<pre>${run.log.map((line) => `${line.level} ${line.text}`).join('\n')}</pre>`}</details>`;

/** The log of executions, newest first, as the editor at Google shows it, with what each would cost there. */
export const executionList = (runs: readonly ExecutionRecord[], zone: string): Html => {
  const shown = [...runs].reverse().slice(0, 200);
  return html`<h1>Körningar</h1>
<p class="lead">Varje gång skriptet har arbetat: vad som startade det, hur många anrop det gjorde och hur lång tid det skulle ha tagit hos Google enligt publicerade mätningar.</p>
${
  runs.length === 0
    ? html`<p class="notice">Skriptet har inte körts än.</p>`
    : html`<div class="scroll" role="region" aria-label="Körningar" tabindex="0"><table><thead><tr><th scope="col">Tid</th><th scope="col">Funktion</th><th scope="col">Hur</th><th scope="col">Resultat</th><th scope="col">Tid hos Google</th><th scope="col">Vad den gjorde</th></tr></thead><tbody>${shown.map(
        (run) =>
          html`<tr><td>${localTime(run.startedAt, zone)}</td><th scope="row">${run.entry}</th><td>${KIND[run.kind]}</td><td><span class="tag${run.status === 'completed' ? '' : ' bad'}">${STATUS[run.status]}</span></td><td class="num">${seconds(run.modelledMs)}</td><td>${run.error ? html`<pre>${run.error.name}: ${run.error.message}\n${run.error.stack}</pre>` : ''}${details(run)}</td></tr>`,
      )}</tbody></table></div>${runs.length > shown.length ? html`<p class="soft">De ${shown.length} senaste av ${runs.length} körningar visas.</p>` : ''}`
}`;
};
