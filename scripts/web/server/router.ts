import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as a page sees it. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  /** Of the posted body; `text/plain` where the request names none. */
  readonly contentType: string;
  /** What the path's `:name` parts matched. */
  readonly parts: Readonly<Record<string, string>>;
  /** The fields of a posted form. */
  fields(): Promise<URLSearchParams>;
  /** The posted bytes, for files. */
  bytes(): Promise<Buffer>;
}

export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Handler = (asked: Asked) => Answered | Promise<Answered>;

/** Answers with another address, so that a reload does not send the form again. */
export const redirect = (path: string): Answered => ({ status: 303, headers: { location: path }, body: '' });

const MAX_BODY = 20_000_000;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += piece.length;
    if (size > MAX_BODY) throw new Error('Det skickade är för stort.');
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
};

/** Paths such as `/formular/:id`, matched in the order in which they were added. */
export class Router {
  readonly #routes: { method: string; names: string[]; pattern: RegExp; handler: Handler }[] = [];

  get(path: string, handler: Handler): void {
    this.#add('GET', path, handler);
  }

  post(path: string, handler: Handler): void {
    this.#add('POST', path, handler);
  }

  #add(method: string, path: string, handler: Handler): void {
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/:(\w+)/g, '([^/]+)')}$`);
    this.#routes.push({ method, names, pattern, handler });
  }

  /** The answer of the first route that fits, or null. */
  async answer(request: IncomingMessage): Promise<Answered | null> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    for (const route of this.#routes) {
      const match = route.method === method ? route.pattern.exec(url.pathname) : null;
      if (!match) continue;
      const parts = Object.fromEntries(
        route.names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')]),
      );
      return route.handler({
        method,
        url,
        contentType: request.headers['content-type']?.split(';')[0]?.trim() ?? 'text/plain',
        parts,
        bytes: () => bodyOf(request),
        fields: async () => new URLSearchParams((await bodyOf(request)).toString('utf8')),
      });
    }
    return null;
  }
}

export const write = (
  response: ServerResponse,
  answered: Answered,
  headers: Readonly<Record<string, string>>,
): void => {
  response.writeHead(answered.status ?? 200, { ...headers, ...answered.headers });
  response.end(answered.body);
};
