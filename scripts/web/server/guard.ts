import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Whether a request comes from our own pages. The server listens on the loopback address only, but every web page that
 * a person has open can send requests there: a foreign name in `Host` (DNS rebinding) or a foreign `Origin` is refused.
 */
export const isOwnRequest = (request: Pick<IncomingMessage, 'headers' | 'method'>): boolean => {
  const host = request.headers.host ?? '';
  if (!LOOPBACK.test(host)) return false;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined && origin !== 'null') return origin === `http://${host}`;
  if (origin === 'null') return false;
  // A browser that sends no Origin still says whether another site asked; reading is harmless, acting is not.
  return (
    request.method === 'GET' ||
    request.method === 'HEAD' ||
    site === undefined ||
    site === 'same-origin' ||
    site === 'none'
  );
};

/** Headers for our own pages: nothing from elsewhere, no frame around them. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://127.0.0.1:* ws://localhost:*; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Headers for HTML out of mails: no script, no request, no origin. */
export const MAIL_HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-top-navigation-by-user-activation; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;

/** Headers for pages that the script shows: their own scripts may run, but without our origin and without requests. */
export const SCRIPT_PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; sandbox allow-scripts allow-forms allow-popups; frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
} as const;
