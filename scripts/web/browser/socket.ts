import type { FromServer, FromWindow } from '../protocol.ts';

export interface Line {
  send(message: FromWindow): void;
}

/** A line to the server that mends itself: after a break it connects again, and the server sends a fresh view. */
export const openLine = (receive: (message: FromServer) => void, state: (connected: boolean) => void): Line => {
  let socket: WebSocket;
  let wait = 250;
  const waiting: FromWindow[] = [];
  const connect = (): void => {
    socket = new WebSocket(`ws://${location.host}/ws?page=${encodeURIComponent(location.pathname)}`);
    socket.addEventListener('open', () => {
      wait = 250;
      state(true);
      for (const message of waiting.splice(0)) socket.send(JSON.stringify(message));
    });
    socket.addEventListener('message', (event) => receive(JSON.parse(String(event.data))));
    socket.addEventListener('close', () => {
      state(false);
      setTimeout(connect, wait);
      wait = Math.min(4000, wait * 2);
    });
  };
  connect();
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
      else waiting.push(message);
    },
  };
};
