import { ApiError, type Execution } from '../runtime/contract.ts';
import { Blob } from './blob.ts';

type Options = Readonly<Record<string, unknown>>;

/** The answer of a web server (reference: url-fetch/HTTPResponse). */
export class HTTPResponse {
  static readonly api = 'URL_Fetch.HTTPResponse';
  private readonly status: number;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly blob: Blob;

  constructor(status: number, headers: Readonly<Record<string, string>>, body: string) {
    this.status = status;
    this.headers = headers;
    this.blob = Blob.ofText(body, headers['Content-Type'] ?? 'text/plain', null);
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

/**
 * Web requests (reference: url-fetch/UrlFetchApp). This host has no network: only addresses that the switch
 * `fetchAnswers` knows are answered, everything else is an error that says so.
 */
export class UrlFetchApp {
  static readonly api = 'URL_Fetch.UrlFetchApp';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  fetch(url: string, params: Options = {}): HTTPResponse {
    this.execution.requireScope('UrlFetchApp.fetch', 'script.external_request');
    const { fetchAnswers } = this.execution.world.switches;
    const answer = this.execution.backend({ kind: 'fetch', method: 'UrlFetchApp.fetch' }, () =>
      Object.hasOwn(fetchAnswers, url) ? fetchAnswers[url] : undefined,
    );
    if (!answer) {
      throw new ApiError(`This host has no network and the switch fetchAnswers has no answer for ${url}`);
    }
    const { status = 200, contentType = 'text/plain', body } = answer;
    if (status >= 400 && params.muteHttpExceptions !== true) {
      const place = /^https?:\/\/[^/]+/.exec(url)?.[0] ?? url;
      throw new ApiError(
        `Request failed for ${place} returned code ${status}. Truncated server response: ${body.slice(0, 100)} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return new HTTPResponse(status, { 'Content-Type': contentType }, body);
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
