import { ApiError, type Execution } from '../runtime/contract.ts';
import { Blob } from './blob.ts';
import { OAUTH_TOKEN } from './script.ts';
import { download, downloadedId } from './spreadsheet/download.ts';

type Options = Readonly<Record<string, unknown>>;

/** The answer of a web server (reference: url-fetch/HTTPResponse). */
export class HTTPResponse {
  static readonly api = 'URL_Fetch.HTTPResponse';
  private readonly status: number;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly blob: Blob;

  constructor(status: number, blob: Blob) {
    this.status = status;
    this.headers = { 'Content-Type': blob.contentType ?? 'text/plain' };
    this.blob = blob;
  }

  getAllHeaders(): Readonly<Record<string, string>> {
    return this.headers;
  }

  getAs(contentType: string): Blob {
    return this.blob.getAs(contentType);
  }

  getBlob(): Blob {
    return this.blob;
  }

  getContent(): number[] {
    return this.blob.getBytes();
  }

  getContentText(charset?: string): string {
    return this.blob.getDataAsString(charset);
  }

  getHeaders(): Readonly<Record<string, string>> {
    return this.headers;
  }

  getResponseCode(): number {
    return this.status;
  }
}

/** Tokens are sent as "Authorization: Bearer ..."; names of headers may have any case. */
function isAuthorized(params: Options): boolean {
  const { headers } = params;
  if (typeof headers !== 'object' || headers === null) return false;
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === 'authorization' && value === `Bearer ${OAUTH_TOKEN}`,
  );
}

/**
 * Web requests (reference: url-fetch/UrlFetchApp). This host has no network: only addresses that the switch
 * `fetchAnswers` knows, and downloads of its own spreadsheets, are answered; everything else is an error that says so.
 */
export class UrlFetchApp {
  static readonly api = 'URL_Fetch.UrlFetchApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  fetch(url: string, params: Options = {}): HTTPResponse {
    this.execution.requireScope('UrlFetchApp.fetch', 'script.external_request');
    const answer = this.execution.backend({ kind: 'fetch', method: 'UrlFetchApp.fetch' }, () =>
      this.answer(url, params),
    );
    const { status, blob } = answer;
    if (status >= 400 && params.muteHttpExceptions !== true) {
      const place = /^https?:\/\/[^/]+/.exec(url)?.[0] ?? url;
      throw new ApiError(
        `Request failed for ${place} returned code ${status}. Truncated server response: ${blob.getDataAsString().slice(0, 100)} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return new HTTPResponse(status, blob);
  }

  private answer(url: string, params: Options): { readonly status: number; readonly blob: Blob } {
    const { world } = this.execution;
    const { fetchAnswers } = world.switches;
    const known = Object.hasOwn(fetchAnswers, url) ? fetchAnswers[url] : undefined;
    if (known) {
      const { status = 200, contentType = 'text/plain', body } = known;
      return { status, blob: Blob.ofText(body, contentType, null) };
    }
    if (downloadedId(url) === null) {
      throw new ApiError(`This host has no network and the switch fetchAnswers has no answer for ${url}`);
    }
    if (!isAuthorized(params)) return { status: 401, blob: Blob.ofText('Unauthorized', 'text/html', null) };
    const blob = download(world, url);
    return blob ? { status: 200, blob } : { status: 404, blob: Blob.ofText('Not Found', 'text/html', null) };
  }

  fetchAll(requests: readonly (string | Options)[]): HTTPResponse[] {
    return requests.map((request) =>
      typeof request === 'string' ? this.fetch(request) : this.fetch(String(request.url), request),
    );
  }

  getRequest(url: string, params: Options = {}): Options {
    return { method: 'get', ...params, url };
  }
}
