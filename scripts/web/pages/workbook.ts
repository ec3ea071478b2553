import { type Html, html } from '../html.ts';

/** The page of the grid: menu bar, side panel and the line that tells about the marked cell. */
export const workbookBody = (): Html => html`<h1 class="visually-hidden">Arbetsbok</h1>
<div class="bar"><ul role="menubar" class="menubar" id="menus" aria-label="Arbetsbokens menyer"></ul><p id="busy" role="status"></p><a class="small" href="/tabell">Visa som tabell</a></div>
<p id="connection" role="alert"></p>
<div class="work"><div id="grid"></div><aside id="panel" hidden></aside></div>
<p class="status-line" id="status" role="status">Hämtar arbetsboken …</p>
<div id="toasts" role="status" aria-live="polite"></div>
<noscript><p class="notice">Rutnätet behöver JavaScript. <a href="/tabell">Visa arbetsboken som tabell</a> i stället.</p></noscript>`;
