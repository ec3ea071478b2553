/**
 * `npm start`: the product on this machine. Builds what is stale, takes up the state in `.local/` or begins with the first demo story,
 * receives the mail, and serves the pages. `PORT` chooses the port, `SMTP_URL` another mail server.
 * With `--build` it only makes what a start would make otherwise.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, pushedFiles } from './build.ts';
import { Beginnings } from './demo/beginnings.ts';
import { refusal } from './demo/refusal.ts';
import { serve } from './demo/serve.ts';
import { buildBrowser } from './web/bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const local = join(root, '.local');
const stories = join(root, 'scripts', 'demo');

function refuse(said: string): never {
  console.error(said);
  process.exit(1);
}

const port = Number(process.env.PORT ?? 8642);
if (!Number.isInteger(port) || port < 0 || port > 65535) refuse('PORT ska vara ett tal mellan 0 och 65535.');
await buildWhenStale();
const files = pushedFiles();
await buildBrowser(root, join(local, 'web'));
new Beginnings({ files, stories, folder: join(local, 'beginnings') }).tellAll(console.log);
if (!process.argv.includes('--build')) {
  const served = await serve({ files, stories, local, port, smtpUrl: process.env.SMTP_URL }).catch((error: unknown) => {
    const said = refusal(error, port);
    if (said === null) throw error;
    refuse(said);
  });
  console.log(`Öppna ${served.server.url} i webbläsaren. Avsluta med Ctrl+C.`);
  const stop = async (): Promise<void> => {
    await served.close();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}
