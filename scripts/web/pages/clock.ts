import type { TriggerInfo } from '../../host/index.ts';
import { type Html, html } from '../html.ts';
import { fieldTime, localTime, longTime } from '../time.ts';

const SOURCES: Record<TriggerInfo['eventType'], string> = {
  CLOCK: 'på tid',
  ON_OPEN: 'när arbetsboken öppnas',
  ON_EDIT: 'när någon ändrar en cell',
  ON_FORM_SUBMIT: 'när ett formulär skickas',
  ON_CHANGE: 'när arbetsbokens form ändras',
  ON_EVENT_UPDATED: 'när en kalender ändras',
};

const button = (value: string, text: string): Html =>
  html`<button class="plain" name="flytta" value="${value}">${text}</button>`;

/** The clock: what time it is in the workbook, buttons that move it, what fires next. */
export const clockBody = (
  now: number,
  zone: string,
  triggers: readonly TriggerInfo[],
  next: number | undefined,
  told: string | null,
): Html => {
  return html`<h1>Klocka</h1>
<p class="lead">Klockan i arbetsboken står still tills du flyttar den. Det som skulle ha hänt under tiden händer på vägen, i rätt ordning.</p>
${told === null ? '' : html`<p class="notice" role="status">${told}</p>`}
<div class="card"><h2>${longTime(now, zone)}</h2><p class="soft">Tidszon: ${zone}</p>
<form method="post" action="/klocka" class="row">${button('timme', 'Fram en timme')}${button('dag', 'Fram en dag')}${button('vecka', 'Fram en vecka')}${next === undefined ? '' : button('utlosare', `Till nästa utlösare (${localTime(next, zone)})`)}</form></div>
<div class="card"><form method="post" action="/klocka" class="row"><div class="field"><label for="till">Flytta till</label><input type="datetime-local" id="till" name="till" value="${fieldTime(now, zone)}" min="${fieldTime(now, zone)}" required></div><button name="flytta" value="till">Flytta</button></form><p class="small soft">Klockan går bara framåt. Vill du tillbaka, <a href="/borja-om">börja om</a>.</p></div>
<h2>Utlösare</h2>
${
  triggers.length === 0
    ? html`<p class="notice">Skriptet har inga utlösare än.</p>`
    : html`<div class="scroll" role="region" aria-label="Utlösare" tabindex="0"><table><thead><tr><th scope="col">Funktion</th><th scope="col">Startar</th><th scope="col">Nästa gång</th></tr></thead><tbody>${triggers.map(
        (trigger) =>
          html`<tr><td>${trigger.functionName}</td><td>${SOURCES[trigger.eventType]}</td><td>${trigger.nextAt === undefined ? '–' : localTime(trigger.nextAt, zone)}</td></tr>`,
      )}</tbody></table></div>`
}`;
};
