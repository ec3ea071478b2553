import { createHash, createHmac, createSign } from 'node:crypto';
import zlib from 'node:zlib';
import { ApiError, type EnumValue, type Execution } from '../runtime/contract.ts';
import { Blob, type BlobSource, encodeText, fromSigned, toSigned } from './blob.ts';
import { parseCsv } from './csv.ts';
import { formatJavaDate, parseJavaDate } from './date-format.ts';
import type { DateLanguage } from './date-names.ts';
import { formatString, plainText } from './format-string.ts';
import { md2 } from './md2.ts';
import { unzipFiles, zipFiles } from './zip.ts';

type Bytes = readonly number[];

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

const RSA: Readonly<Record<string, string>> = { RSA_SHA_1: 'RSA-SHA1', RSA_SHA_256: 'RSA-SHA256' };

/** Bytes of an argument; text is US-ASCII unless a character set is given, as the reference says. */
function bytesOf(value: string | Bytes, charset?: EnumValue): Uint8Array {
  if (typeof value !== 'string') return fromSigned(value);
  return encodeText(value, charset?.name === 'UTF_8' ? 'UTF-8' : 'US-ASCII');
}

/** base64Encode of text without a character set takes UTF-8, unlike the digests. */
function base64Bytes(value: string | Bytes, charset?: EnumValue): Buffer {
  if (typeof value !== 'string') return Buffer.from(fromSigned(value));
  return Buffer.from(encodeText(value, charset?.name === 'US_ASCII' ? 'US-ASCII' : 'UTF-8'));
}

/** MD2 is known to no library here (RFC 1319). */
function digestOf(name: string, bytes: Uint8Array): Uint8Array {
  return name === 'MD2' ? md2(bytes) : createHash(algorithmOf(DIGESTS, name)).update(bytes).digest();
}

function algorithmOf(table: Readonly<Record<string, string>>, name: string): string {
  const algorithm = table[name];
  if (!algorithm) throw new ApiError(`Not implemented by this host: Utilities.DigestAlgorithm.${name}`);
  return algorithm;
}

const webSafe = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_');

/** Encodings, digests, dates, archives (reference: utilities/Utilities). */
export class Utilities {
  static readonly api = 'Utilities.Utilities';
  private readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  private get language(): DateLanguage {
    const { world } = this.execution;
    return world.switches.datesInUserLanguage && world.locale.startsWith('sv') ? 'sv' : 'en';
  }

  base64Encode(data: string | Bytes, charset?: EnumValue): string {
    return base64Bytes(data, charset).toString('base64');
  }

  base64EncodeWebSafe(data: string | Bytes, charset?: EnumValue): string {
    return webSafe(this.base64Encode(data, charset));
  }

  base64Decode(encoded: string): number[] {
    if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(encoded)) throw new ApiError('Could not decode string.');
    return toSigned(Buffer.from(encoded, 'base64'));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    if (!/^[A-Za-z0-9_\-\s]*={0,2}\s*$/.test(encoded)) throw new ApiError('Could not decode string.');
    return toSigned(Buffer.from(encoded, 'base64url'));
  }

  computeDigest(algorithm: EnumValue, value: string | Bytes, charset?: EnumValue): number[] {
    return toSigned(digestOf(algorithm.name, bytesOf(value, charset)));
  }

  computeHmacSignature(
    algorithm: EnumValue,
    value: string | Bytes,
    key: string | Bytes,
    charset?: EnumValue,
  ): number[] {
    const digest = algorithmOf(DIGESTS, algorithm.name.replace(/^HMAC_/, ''));
    return toSigned(createHmac(digest, bytesOf(key, charset)).update(bytesOf(value, charset)).digest());
  }

  computeHmacSha256Signature(value: string | Bytes, key: string | Bytes, charset?: EnumValue): number[] {
    return toSigned(createHmac('sha256', bytesOf(key, charset)).update(bytesOf(value, charset)).digest());
  }

  computeRsaSignature(algorithm: EnumValue, value: string, key: string, charset?: EnumValue): number[] {
    return this.sign(algorithmOf(RSA, algorithm.name), value, key, charset);
  }

  computeRsaSha1Signature(value: string, key: string, charset?: EnumValue): number[] {
    return this.sign('RSA-SHA1', value, key, charset);
  }

  computeRsaSha256Signature(value: string, key: string, charset?: EnumValue): number[] {
    return this.sign('RSA-SHA256', value, key, charset);
  }

  private sign(algorithm: string, value: string, key: string, charset?: EnumValue): number[] {
    try {
      return toSigned(createSign(algorithm).update(bytesOf(value, charset)).sign(key));
    } catch {
      throw new ApiError('Invalid argument: key');
    }
  }

  formatDate(date: Date, timeZone: string, format: string): string {
    if (Number.isNaN(date.getTime())) throw new ApiError('Invalid argument: date');
    return formatJavaDate(date.getTime(), timeZone, format, this.language);
  }

  parseDate(date: string, timeZone: string, format: string): Date {
    return new Date(parseJavaDate(date, timeZone, format, this.language, this.execution.now()));
  }

  formatString(template: string, ...args: readonly unknown[]): string {
    return formatString(template, args, plainText);
  }

  getUuid(): string {
    const hex = Array.from({ length: 32 }, () => Math.floor(this.execution.random() * 16).toString(16));
    hex[12] = '4';
    hex[16] = '89ab'[Math.floor(this.execution.random() * 4)] ?? '8';
    return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  newBlob(data: string | Bytes, contentType?: string, name?: string): Blob {
    const bytes = typeof data === 'string' ? Buffer.from(data) : fromSigned(data);
    return new Blob(bytes, contentType ?? (typeof data === 'string' ? 'text/plain' : null), name ?? null);
  }

  gzip(source: BlobSource, name?: string): Blob {
    const blob = source.getBlob();
    const packed = zlib.gzipSync(blob.bytes);
    packed[9] = 255;
    return new Blob(packed, 'application/x-gzip', name ?? `${blob.name ?? 'archive'}.gz`);
  }

  ungzip(source: BlobSource): Blob {
    const blob = source.getBlob();
    try {
      return new Blob(zlib.gunzipSync(blob.bytes), null, (blob.name ?? '').replace(/\.gz$/, '') || null);
    } catch {
      throw new ApiError('Could not decompress gzip.');
    }
  }

  zip(sources: readonly BlobSource[], name = 'archive.zip'): Blob {
    const blobs = sources.map((source) => source.getBlob());
    const names = new Set(blobs.map((blob) => blob.name));
    if (names.size < blobs.length) throw new ApiError('Duplicate file name in zip.');
    const files = blobs.map((blob) => ({ name: blob.name ?? 'Untitled', content: blob.bytes }));
    return new Blob(zipFiles(files), 'application/zip', name);
  }

  unzip(source: BlobSource): Blob[] {
    return unzipFiles(source.getBlob().bytes).map(({ name, content }) => {
      const blob = new Blob(content, null, name);
      return blob.setContentTypeFromExtension();
    });
  }

  parseCsv(csv: string, delimiter = ','): string[][] {
    return parseCsv(csv, delimiter.slice(0, 1));
  }

  sleep(milliseconds: number): void {
    if (milliseconds < 0 || milliseconds > 300_000) throw new ApiError('Invalid argument: milliseconds');
    this.execution.sleep(milliseconds);
  }

  jsonParse(text: string): unknown {
    return JSON.parse(text);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }
}
