/**
 * `npm start`: the product on this machine. Builds what is stale, takes up the state in `.local/` or begins with the first demo story,
 * receives the mail, and serves the pages. `PORT` chooses the port, `SMTP_URL` another mail server.
 * With `--build` it only makes what a start would make otherwise.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale, pushedFiles } from './build.ts';
import { Beginnings } from './demo/beginnings.ts';
import { serve } from './demo/serve.ts';
import { FolderInUse } from './host/index.ts';
import { buildBrowser } from './web/bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const local = join(root, '.local');
const stories = join(root, 'scripts', 'demo');

/** What a person can do about a start that cannot be; null for what only a programmer can mend. */
function refusal(error: unknown): string | null {
  if (error instanceof FolderInUse) {
    return `Programmet är redan igång (process ${error.process}). Använd det fönstret, eller avsluta det med Ctrl+C först.`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Porten ${port} används av ett annat program. Välj en annan: PORT=8700 npm start`;
  }
  return null;
}

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
    const said = refusal(error);
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
