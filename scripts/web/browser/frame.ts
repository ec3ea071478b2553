/** What a page of the script says to the window around it. */
export interface FrameMessage {
  readonly host: 'call' | 'close' | 'height' | 'width' | 'focus';
  readonly call?: number;
  readonly name?: string;
  readonly args?: unknown[];
  readonly value?: number;
}

export const isFrameMessage = (value: unknown): value is FrameMessage =>
  typeof value === 'object' && value !== null && 'host' in value && typeof value.host === 'string';

/** Gives the page what its call returned. The frame is sandboxed and has no origin of its own to name. */
export const answerFrame = (frame: HTMLIFrameElement, call: number | undefined, reply: object): void =>
  frame.contentWindow?.postMessage({ host: 'returned', call, ...reply }, '*');
