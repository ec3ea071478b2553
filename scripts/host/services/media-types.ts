const BY_EXTENSION: Readonly<Record<string, string>> = {
  bmp: 'image/bmp',
  css: 'text/css',
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'application/javascript',
  json: 'application/json',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'text/xml',
  zip: 'application/zip',
};

/** The content type that a file name's extension stands for, or null if it is not known. */
export function contentTypeOf(fileName: string): string | null {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return (extension && BY_EXTENSION[extension]) ?? null;
}

const PREFERRED: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'text/html': 'html' };

/** The usual extension of a content type, with its dot, or an empty string. */
export function extensionOf(contentType: string): string {
  const extension =
    PREFERRED[contentType] ?? Object.keys(BY_EXTENSION).find((candidate) => BY_EXTENSION[candidate] === contentType);
  return extension ? `.${extension}` : '';
}
