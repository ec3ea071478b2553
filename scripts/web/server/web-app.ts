import type { Host } from '../../host/runtime/host.ts';
import { html } from '../html.ts';
import type { Answered, Asked, Router } from './router.ts';

type Result = ReturnType<Host['get']>;

const parametersOf = ({ url }: Asked): Record<string, string[]> =>
  Object.fromEntries([...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name)]));

const textOf = (type: string, body: string, more: Readonly<Record<string, string>> = {}): Answered => ({
  headers: { 'content-type': `${type}; charset=utf-8`, ...more },
  body,
});

/**
 * The script's web app under the path that it has at Google. What `doGet` returns as HTML lies in a frame without our origin, as the script's
 * dialogs do, and its calls by `google.script.run` reach the script; what `ContentService` makes is sent as it is.
 *
 * @param keep makes a page of the script reachable at `/skriptsida/ID` and gives its id
 */
export const webAppRoutes = (router: Router, host: Host, assets: string, keep: (source: string) => string): void => {
  const answered = ({ served, error }: Result): Answered => {
    if (!served) {
      const why = error?.message ?? 'Skriptet gav inget svar.';
      return { ...textOf('text/plain', `Webbappen stannade: ${why}`), status: 500 };
    }
    if (served.kind === 'text') {
      const name = served.fileName === null ? '' : encodeURIComponent(served.fileName);
      return textOf(
        served.contentType,
        served.content,
        name === '' ? {} : { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
      );
    }
    const id = keep(served.content);
    const title = served.title === '' ? 'Webbapp' : served.title;
    const metas = served.metaTags.map(({ name, content }) => html`<meta name="${name}" content="${content}">`);
    return textOf(
      'text/html',
      `<!doctype html>\n${html`<html lang="sv">
<head>
<meta charset="utf-8">
${metas}
<title>${title}</title>
<link rel="stylesheet" href="/stil.css?${assets}">
<script type="module" src="/web-app.js?${assets}"></script>
</head>
<body class="web-app"><iframe id="web-app" data-page="${id}" src="/skriptsida/${id}" title="${title}" sandbox="allow-scripts allow-forms allow-popups"></iframe></body>
</html>`}\n`,
    );
  };
  router.get('/macros/s/:id/exec', (asked) => answered(host.get(parametersOf(asked))));
  router.post('/macros/s/:id/exec', async (asked) => {
    const contents = (await asked.bytes()).toString('utf8');
    return answered(host.post({ contents, type: asked.contentType }, parametersOf(asked)));
  });
};
