import { unzipFiles, zipFiles } from '../../services/zip.ts';

/** Elements whose truth values the file library knows only as 1 and 0. */
const ELEMENTS = /<(?:protection|sheetProtection) [^>]*>/g;

/** A file with the truth values of protections as Excel writes them: LibreOffice writes "true" and "false". */
export function withPlainBooleans(bytes: Uint8Array): Uint8Array {
  const files = unzipFiles(bytes).map((file) => {
    if (!/^xl\/(styles|worksheets\/[^/]+)\.xml$/.test(file.name)) return file;
    const text = Buffer.from(file.content).toString('utf8');
    const plain = text.replace(ELEMENTS, (one) => one.replaceAll('"true"', '"1"').replaceAll('"false"', '"0"'));
    return plain === text ? file : { name: file.name, content: Buffer.from(plain) };
  });
  return zipFiles(files);
}
