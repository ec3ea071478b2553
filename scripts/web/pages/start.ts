import { type Html, html } from '../html.ts';
import type { LiveState } from '../protocol.ts';

/** What the first page of a product says; everything in it comes from whoever starts the server. */
export interface Welcome {
  readonly title: string;
  /** At most five lines: what this is and what to try. */
  readonly lines: readonly {
    readonly text: string;
    readonly link?: { readonly text: string; readonly href: string };
  }[];
  readonly stories: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

const KINDS = { form: 'Formulär', sheet: 'Arbetsbok', run: 'Körning', mail: 'Mejl', clock: 'Klocka' };

const station = (href: string, id: string, name: string, count: number, text: string): Html =>
  html`<li><a href="${href}"><span class="name">${name}</span><span class="number" id="antal-${id}">${count}</span><span class="soft">${text}</span></a></li>`;

export const startBody = (
  welcome: Welcome,
  live: LiveState,
  told: string | null,
  files: boolean,
): Html => html`<h1>${welcome.title}</h1>
<div class="lead">${welcome.lines.map((line) => html`<p>${line.text}${line.link ? html` <a href="${line.link.href}">${line.link.text}</a>` : ''}</p>`)}</div>
${told === null ? '' : html`<p class="notice" role="status">${told}</p>`}
<h2>Vägen från formulär till mejl</h2>
<ol class="road">
${station('/formular', 'responses', '1. Formulär', live.counts.responses, 'svar har kommit in')}
${station('/arbetsbok', 'rows', '2. Arbetsbok', live.counts.rows, 'rader i flikarna')}
${station('/korningar', 'executions', '3. Skriptet räknar', live.counts.executions, 'körningar')}
${station('/brevlada', 'mails', '4. Mejl', live.counts.mails, 'har gått iväg')}
</ol>
<h2>Senaste händelserna</h2>
<div class="card"><ul class="events" id="handelser" aria-live="polite">${live.events.map(
  (event) =>
    html`<li><time>${event.at}</time><span class="tag">${KINDS[event.kind]}</span><span>${event.text}</span></li>`,
)}</ul></div>
${
  welcome.stories.length === 0
    ? ''
    : html`<h2>Berättelser att prova</h2><ul class="grid-cards">${welcome.stories.map(
        (story) =>
          html`<li class="card"><h3>${story.title}</h3><p>${story.text}</p><a class="button plain" href="/borja-om#${story.id}" aria-label="Börja om med den …: ${story.title}">Börja om med den …</a></li>`,
      )}</ul>`
}
<h2>Filer och omstart</h2>
<div class="row">
${
  files
    ? html`<a class="button plain" href="/export.xlsx" download>Hämta arbetsboken som .xlsx</a>
<form method="post" action="/import" enctype="multipart/form-data" class="row"><div class="field"><label for="fil">Läs in en .xlsx</label><input type="file" id="fil" name="fil" accept=".xlsx"></div><button class="plain">Läs in</button></form>`
    : ''
}
<a class="button plain" href="/borja-om">Börja om …</a>
</div>`;

/** Asks before everything is put back, and with which of the stories. */
export const resetBody = (stories: Welcome['stories']): Html => html`<h1>Börja om</h1>
<p class="lead">Arbetsboken, formulären, mejlen och klockan börjar om från början. Allt som du har lagt till försvinner.</p>
<form method="post" action="/borja-om" class="row">${stories.map(
  ({ id, title }) => html`<button class="danger" id="${id}" name="med" value="${id}">Börja om med ”${title}”</button>`,
)}<button class="danger" name="med" value="">Börja om med en tom arbetsbok</button><a class="button plain" href="/">Avbryt</a></form>`;
