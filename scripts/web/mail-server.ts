import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';

/** A mail server of our own, so that mail takes the whole way; it delivers to a folder and to nobody else. */
export interface MailServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Keeps a message as `<hash>.eml` in the folder, whole or not at all. */
export const keepMessage = (folder: string, message: Uint8Array): void => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${createHash('sha256').update(message).digest('hex').slice(0, 24)}.eml`);
  writeFileSync(`${file}.part`, message);
  renameSync(`${file}.part`, file);
};

/** Receives mail on the loopback address and keeps each message in the folder. */
export const startMailServer = async (folder: string): Promise<MailServer> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        keepMessage(folder, Buffer.concat(chunks));
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, close: () => new Promise((resolve) => server.close(() => resolve())) };
};
