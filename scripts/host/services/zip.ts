import zlib from 'node:zlib';
import { ApiError } from '../runtime/contract.ts';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;

function header(
  signature: number,
  entry: { crc: number; packed: Buffer; size: number; name: Buffer },
  offset?: number,
): Buffer {
  const central = offset !== undefined;
  const buffer = Buffer.alloc(central ? 46 : 30);
  let at = buffer.writeUInt32LE(signature, 0);
  if (central) at = buffer.writeUInt16LE(20, at);
  at = buffer.writeUInt16LE(20, at);
  at = buffer.writeUInt16LE(UTF8_NAME, at);
  at = buffer.writeUInt16LE(DEFLATED, at);
  at = buffer.writeUInt32LE(0x00210000, at);
  at = buffer.writeUInt32LE(entry.crc, at);
  at = buffer.writeUInt32LE(entry.packed.length, at);
  at = buffer.writeUInt32LE(entry.size, at);
  buffer.writeUInt16LE(entry.name.length, at);
  if (central) buffer.writeUInt32LE(offset, 42);
  return Buffer.concat([buffer, entry.name]);
}

/** Packs files as a zip archive. The same files give the same bytes: no times are kept. */
export function zipFiles(files: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const packed = zlib.deflateRawSync(file.content);
    const entry = { crc: zlib.crc32(file.content), packed, size: file.content.length, name: Buffer.from(file.name) };
    const local = header(LOCAL, entry);
    directory.push(header(CENTRAL, entry, offset));
    parts.push(local, packed);
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

/** Unpacks a zip archive; folders are left out. Throws ApiError for anything that is not one. */
export function unzipFiles(bytes: Uint8Array): ZipEntry[] {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new ApiError('Invalid argument');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== CENTRAL) throw new ApiError('Invalid argument');
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    if (!name.endsWith('/'))
      entries.push({ name, content: method === DEFLATED ? zlib.inflateRawSync(packed) : packed });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}
