import { ApiError } from '../runtime/contract.ts';
import { convertBlob } from './conversion.ts';
import { contentTypeOf } from './media-types.ts';

/** Anything that can be turned into a blob: files, HTML, spreadsheets, blobs themselves. */
export interface BlobSource {
  getBlob(): Blob;
  getAs(contentType: string): Blob;
}

/** Whether a value that a script handed over is a blob or can give one. */
export function isBlobSource(value: unknown): value is BlobSource {
  return typeof value === 'object' && value !== null && 'getBlob' in value && typeof value.getBlob === 'function';
}

const CHARSETS: Readonly<Record<string, BufferEncoding>> = {
  'UTF-8': 'utf8',
  UTF8: 'utf8',
  'ISO-8859-1': 'latin1',
  ISO8859_1: 'latin1',
  LATIN1: 'latin1',
  'US-ASCII': 'ascii',
  US_ASCII: 'ascii',
  ASCII: 'ascii',
  'UTF-16LE': 'utf16le',
};

function encodingOf(charset: string): BufferEncoding {
  const encoding = CHARSETS[charset.toUpperCase()];
  if (!encoding) throw new ApiError(`Invalid argument: ${charset}`);
  return encoding;
}

/**
 * The bytes of a text in a character set that Java would know by this name. What US-ASCII lacks becomes `?`, one for
 * each character, as Google's servers were seen to do. Throws an ApiError for an unknown set.
 */
export function encodeText(text: string, charset = 'UTF-8'): Uint8Array {
  const encoding = encodingOf(charset);
  if (encoding === 'ascii') return Buffer.from(text.replace(/[^\0-\x7f]/gu, '?'), 'latin1');
  if (encoding === 'latin1') return Buffer.from(text.replace(/[^\0-\xff]/gu, '?'), 'latin1');
  return Buffer.from(text, encoding);
}

/** Bytes as Apps Script shows them: -128 to 127. */
export function toSigned(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Bytes from numbers that a script made, signed or not. */
export function fromSigned(numbers: readonly number[]): Uint8Array {
  return Uint8Array.from(numbers, (value) => value & 0xff);
}

/** A data-interchange object for Apps Script services (reference: base/Blob). */
export class Blob implements BlobSource {
  static readonly api: string = 'Base.Blob';
  /** For other services of the host; scripts see `getBytes()`. */
  bytes: Uint8Array;
  contentType: string | null;
  name: string | null;

  constructor(bytes: Uint8Array, contentType: string | null, name: string | null) {
    this.bytes = bytes;
    this.contentType = contentType;
    this.name = name;
  }

  static ofText(text: string, contentType: string | null, name: string | null): Blob {
    return new Blob(Buffer.from(text, 'utf8'), contentType, name);
  }

  copyBlob(): Blob {
    return new Blob(Uint8Array.from(this.bytes), this.contentType, this.name);
  }

  getBlob(): Blob {
    return this;
  }

  getAs(contentType: string): Blob {
    return convertBlob(this, contentType);
  }

  getBytes(): number[] {
    return toSigned(this.bytes);
  }

  getContentType(): string | null {
    return this.contentType;
  }

  getDataAsString(charset?: string): string {
    const encoding = encodingOf(charset ?? 'UTF-8');
    return Buffer.from(this.bytes).toString(encoding);
  }

  getName(): string | null {
    return this.name;
  }

  isGoogleType(): boolean {
    return this.contentType?.startsWith('application/vnd.google-apps') ?? false;
  }

  setBytes(data: readonly number[]): this {
    this.bytes = fromSigned(data);
    return this;
  }

  setContentType(contentType: string | null): this {
    this.contentType = contentType;
    return this;
  }

  setContentTypeFromExtension(): this {
    this.contentType = contentTypeOf(this.name ?? '');
    return this;
  }

  setDataFromString(text: string, charset?: string): this {
    this.bytes = encodeText(text, charset);
    return this;
  }

  setName(name: string): this {
    this.name = name;
    return this;
  }

  toString(): string {
    return 'Blob';
  }
}
