import { Html, html } from './html.ts';

/** The pages of the menu, in order. */
const PAGES = [
  { path: '/', label: 'Start' },
  { path: '/arbetsbok', label: 'Arbetsbok' },
  { path: '/formular', label: 'Formulär' },
  { path: '/brevlada', label: 'Brevlåda' },
  { path: '/klocka', label: 'Klocka' },
  { path: '/korningar', label: 'Körningar' },
] as const;

export interface PageParts {
  /** The product's name, last in the window's title. */
  readonly product: string;
  readonly title: string;
  /** The path of the page in the menu that this page belongs to. */
  readonly at: string;
  readonly body: Html;
  readonly wide?: boolean;
  readonly head?: Html;
  readonly clock: string;
  readonly bodyClass?: string;
  readonly assets: string;
}

/** A whole page: the menu, a link past it, the body. `assets` is the version that busts caches. */
export const page = (parts: PageParts): string =>
  `<!doctype html>\n${html`<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${parts.title} – ${parts.product}</title>
<link rel="icon" href="/ikon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/stil.css?${parts.assets}">
${parts.head}
</head>
<body class="${parts.bodyClass ?? ''}">
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header class="top">
<a class="brand" href="/">${parts.product}</a>
<nav aria-label="Sidor"><ul>${PAGES.map(
    ({ path, label }) =>
      html`<li><a href="${path}"${path === parts.at ? new Html(' aria-current="page"') : ''}>${label}</a></li>`,
  )}</ul></nav>
<p class="clock-chip"><a href="/klocka"><span class="visually-hidden">Klockan i arbetsboken: </span><span id="clock">${parts.clock}</span></a></p>
</header>
<main id="innehall" tabindex="-1"${parts.wide ? new Html(' class="wide"') : ''}>
${parts.body}
</main>
</body>
</html>`}\n`;
