import { ApiError } from '../runtime/contract.ts';
import { TextOutput } from './content.ts';
import { HtmlOutput } from './html.ts';

/** What a web app or a dialog sends to the browser. */
export interface Served {
  readonly kind: 'html' | 'text';
  readonly content: string;
  readonly contentType: string;
  readonly title: string;
  /** What the page says of itself to the browser, by `addMetaTag`. */
  readonly metaTags: readonly { readonly name: string; readonly content: string }[];
  /** Set where the browser shall save the text as a file. */
  readonly fileName: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

const TYPES: Readonly<Record<string, string>> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'text/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'application/xml',
};

/** What `doGet` or `doPost` returned, ready to be served. Throws the web app's own error for anything else. */
export function servedOf(returned: unknown): Served {
  if (returned instanceof HtmlOutput) {
    return {
      kind: 'html',
      content: returned.getContent(),
      contentType: 'text/html',
      title: returned.getTitle(),
      metaTags: returned.getMetaTags().map((tag) => ({ name: tag.getName(), content: tag.getContent() })),
      fileName: null,
      width: returned.getWidth(),
      height: returned.getHeight(),
    };
  }
  if (returned instanceof TextOutput) {
    return {
      kind: 'text',
      content: returned.getContent(),
      contentType: TYPES[returned.getMimeType().name] ?? 'text/plain',
      title: '',
      metaTags: [],
      fileName: returned.getFileName(),
      width: null,
      height: null,
    };
  }
  const nothing = returned === undefined || returned === null;
  throw new ApiError(
    `The script completed but ${nothing ? 'did not return anything' : 'the returned value is not a supported return type'}.`,
  );
}

/** Whether a page may call a function: names that end in `_` are private to the script (guide: HTML communication). */
export function isPublicName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name) && !name.endsWith('_');
}

function illegal(path: string): never {
  throw new ApiError(`Failed due to illegal value in property: ${path}`, 'TypeError');
}

function copied(value: unknown, path: string, above: ReadonlySet<unknown>): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return illegal(path);
  if (typeof value !== 'object') return value;
  if (value instanceof Date || above.has(value)) return illegal(path);
  const within = new Set([...above, value]);
  if (Array.isArray(value)) return value.map((element, index) => copied(element, String(index), within));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return illegal(path);
  const copy: Record<string, unknown> = {};
  for (const [key, element] of Object.entries(value)) {
    if (element !== undefined) copy[key] = copied(element, key, within);
  }
  return copy;
}

/**
 * The arguments of a call by `google.script.run` as the server gets them: copies, undefined in arrays as null. Throws
 * the browser's error for dates, functions and circles (reference: google.script.run, RequestParameters).
 */
export function pageArguments(values: readonly unknown[]): unknown[] {
  return values.map((value, index) => copied(value, String(index), new Set()));
}

/** What the success handler gets: a copy, or null where the value holds something that may not travel. */
export function pageResult(value: unknown): unknown {
  try {
    return copied(value, '0', new Set());
  } catch {
    return null;
  }
}

/** RequestParameters of a request by name; several values for a name that occurs more than once. */
export type RequestParameters = Readonly<Record<string, string | readonly string[]>>;

/** What a request carries besides its address. */
export interface Body {
  readonly contents: string;
  /** Default `text/plain`; parameters of `application/x-www-form-urlencoded` count like those of the address. */
  readonly type?: string;
}

const valuesOf = (value: string | readonly string[]) => (typeof value === 'string' ? [value] : [...value]);

/** The event object of `doGet` and, with a body, of `doPost` (guide: Web Apps, Request parameters). */
export function webEvent(parameters: RequestParameters, pathInfo: string, body?: Body): Record<string, unknown> {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    valuesOf(value).map((one) => [name, one] as const),
  );
  const query = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
  const type = body?.type ?? 'text/plain';
  const posted = type === 'application/x-www-form-urlencoded' ? [...new URLSearchParams(body?.contents)] : [];
  const all: Record<string, string[]> = {};
  for (const [name, value] of [...pairs, ...posted]) all[name] = [...(all[name] ?? []), value];
  const length = body ? Buffer.byteLength(body.contents) : -1;
  return {
    queryString: query,
    parameter: Object.fromEntries(Object.entries(all).map(([name, [first = '']]) => [name, first])),
    parameters: all,
    contextPath: '',
    contentLength: length,
    ...(pathInfo && { pathInfo }),
    ...(body && { postData: { length, type, contents: body.contents, name: 'postData' } }),
  };
}
