import { ApiError, type EnumValue, type Execution } from '../runtime/contract.ts';
import { Blob, type BlobSource, isBlobSource } from './blob.ts';
import { HtmlContext } from './html-context.ts';
import { templateBody, templateCode } from './html-template.ts';

const META_TAGS: ReadonlySet<string> = new Set([
  'apple-mobile-web-app-capable',
  'apple-mobile-web-app-status-bar-style',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
]);

const ICON = /\.(?:png|ico|gif|jpe?g|svg|bmp|webp)(?:[?#].*)?$/i;
const NO_ICON =
  'The favicon type is not supported. Make sure to provide the image extension (PNG for example) in the URL.';

/** A meta tag of a page (reference: html/HtmlOutputMetaTag). */
export class HtmlOutputMetaTag {
  static readonly api = 'HTML.HtmlOutputMetaTag';
  private readonly name: string;
  private readonly content: string;

  constructor(name: string, content: string) {
    this.name = name;
    this.content = content;
  }

  getName(): string {
    return this.name;
  }

  getContent(): string {
    return this.content;
  }
}

/** A page that a script serves or shows (reference: html/HtmlOutput). */
export class HtmlOutput implements BlobSource {
  static readonly api = 'HTML.HtmlOutput';
  private readonly execution: Execution;
  private content = '';
  private context = new HtmlContext();
  /** How much of the content the context has seen: pages that print no value need none. */
  private followed = 0;
  private title = '';
  private width: number | null = null;
  private height: number | null = null;
  private favicon: string | null = null;
  private readonly metaTags: HtmlOutputMetaTag[] = [];

  constructor(execution: Execution, content = '') {
    this.execution = execution;
    this.append(content);
  }

  addMetaTag(name: string, content: string): this {
    if (!META_TAGS.has(name)) throw new ApiError('The meta tag you specified is not allowed in this context.');
    this.metaTags.push(new HtmlOutputMetaTag(name, content));
    return this;
  }

  append(addedContent: string): this {
    this.content += addedContent;
    return this;
  }

  appendUntrusted(addedContent: string): this {
    this.appendValue(addedContent);
    return this;
  }

  /** Appends any value of a scriptlet; a number in a script stays a number. */
  appendValue(value: unknown): void {
    this.context.follow(this.content.slice(this.followed));
    this.content += this.context.escape(value);
    this.followed = this.content.length;
  }

  asTemplate(): HtmlTemplate {
    return new HtmlTemplate(this.execution, () => this.content, 'template');
  }

  clear(): this {
    return this.setContent('');
  }

  getAs(contentType: string): Blob {
    return this.getBlob().getAs(contentType);
  }

  getBlob(): Blob {
    return Blob.ofText(this.content, 'text/html', this.title ? `${this.title}.html` : null);
  }

  getContent(): string {
    return this.content;
  }

  getFaviconUrl(): string | null {
    return this.favicon;
  }

  getHeight(): number | null {
    return this.height;
  }

  getMetaTags(): HtmlOutputMetaTag[] {
    return [...this.metaTags];
  }

  getTitle(): string {
    return this.title;
  }

  getWidth(): number | null {
    return this.width;
  }

  setContent(content: string): this {
    this.content = '';
    this.context = new HtmlContext();
    this.followed = 0;
    return this.append(content);
  }

  setFaviconUrl(iconUrl: string): this {
    if (!ICON.test(iconUrl)) throw new ApiError(NO_ICON);
    this.favicon = iconUrl;
    return this;
  }

  setHeight(height: number | null): this {
    this.height = height;
    return this;
  }

  /** Has no effect any more, as documented. */
  setSandboxMode(_mode: EnumValue): this {
    return this;
  }

  setTitle(title: string): this {
    this.title = title;
    return this;
  }

  setWidth(width: number | null): this {
    this.width = width;
    return this;
  }

  /** The frames of the host's own pages do not depend on it. */
  setXFrameOptionsMode(_mode: EnumValue): this {
    return this;
  }
}

/** HTML with scriptlets (reference: html/HtmlTemplate). Properties that the script sets on it are its variables. */
export class HtmlTemplate {
  static readonly api = 'HTML.HtmlTemplate';
  private readonly execution: Execution;
  private readonly source: () => string;
  private readonly fileName: string;

  constructor(execution: Execution, source: () => string, fileName: string) {
    this.execution = execution;
    this.source = source;
    this.fileName = fileName;
  }

  evaluate(): HtmlOutput {
    const printed = this.execution.evaluate(templateBody(this.source()), this.fileName, this);
    const output = new HtmlOutput(this.execution);
    for (const pair of Array.isArray(printed) ? printed : []) {
      if (!Array.isArray(pair)) continue;
      if (pair[0] === true) output.append(String(pair[1]));
      else output.appendValue(pair[1]);
    }
    return output;
  }

  getCode(): string {
    return templateCode(this.source());
  }

  getCodeWithComments(): string {
    const lines = this.source().split('\n');
    return this.getCode()
      .split('\n')
      .map((line, index) => (lines[index] === undefined ? line : `${line} // ${lines[index]}`))
      .join('\n');
  }

  getRawContent(): string {
    return this.source();
  }
}

/** Pages from scripts (reference: html/HtmlService). */
export class HtmlService {
  static readonly api = 'HTML.HtmlService';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  createHtmlOutput(content?: string | BlobSource): HtmlOutput {
    return new HtmlOutput(this.execution, textOf(content));
  }

  createHtmlOutputFromFile(filename: string): HtmlOutput {
    return new HtmlOutput(this.execution, this.file(filename));
  }

  createTemplate(content: string | BlobSource): HtmlTemplate {
    const text = textOf(content);
    return new HtmlTemplate(this.execution, () => text, 'template');
  }

  createTemplateFromFile(filename: string): HtmlTemplate {
    const text = this.file(filename);
    return new HtmlTemplate(this.execution, () => text, filename);
  }

  getUserAgent(): null {
    return null;
  }

  private file(name: string): string {
    const { files } = this.execution.world;
    for (const candidate of [`${name}.html`, name]) {
      if (candidate.endsWith('.html') && Object.hasOwn(files, candidate)) return files[candidate] ?? '';
    }
    throw new ApiError(`No HTML file named ${name} was found.`);
  }
}

function textOf(content: string | BlobSource | undefined): string {
  if (content === undefined) return '';
  return isBlobSource(content) ? content.getBlob().getDataAsString() : content;
}
