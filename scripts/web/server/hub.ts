import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { FromServer, FromWindow } from '../protocol.ts';
import { isOwnRequest } from './guard.ts';

/** One open page: a grid, or the first page that follows what happens. */
export interface Window {
  readonly kind: 'grid' | 'live';
  send(message: FromServer): void;
}

export interface HubEvents {
  opened(window: Window): void;
  said(window: Window, message: FromWindow): void;
  closed(window: Window): void;
}

const isMessage = (value: unknown): value is FromWindow =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const parse = (text: string): FromWindow | null => {
  try {
    const value: unknown = JSON.parse(text);
    return isMessage(value) ? value : null;
  } catch {
    return null;
  }
};

/** The open windows and the lines to them. A line from a foreign page is refused before it opens. */
export class Hub {
  readonly #windows = new Set<Window>();
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 20_000_000 });
  readonly #events: HubEvents;

  constructor(server: Server, events: HubEvents) {
    this.#events = events;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      if (url.pathname !== '/ws' || request.headers.origin === undefined || !isOwnRequest(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      const kind = url.searchParams.get('page') === '/arbetsbok' ? 'grid' : 'live';
      this.#sockets.handleUpgrade(request, socket, head, (line) => this.#open(line, kind));
    });
  }

  #open(line: WebSocket, kind: 'grid' | 'live'): void {
    const window: Window = {
      kind,
      send: (message) => {
        if (line.readyState === line.OPEN) line.send(JSON.stringify(message));
      },
    };
    this.#windows.add(window);
    line.on('message', (data) => {
      const message = parse(String(data));
      if (message) this.#events.said(window, message);
    });
    line.on('close', () => {
      this.#windows.delete(window);
      this.#events.closed(window);
    });
    line.on('error', () => line.terminate());
    this.#events.opened(window);
  }

  tell(kind: 'grid' | 'live' | 'all', message: FromServer): void {
    for (const window of this.#windows) if (kind === 'all' || window.kind === kind) window.send(message);
  }

  close(): void {
    for (const line of this.#sockets.clients) line.terminate();
    this.#sockets.close();
  }
}
