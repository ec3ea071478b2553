import { ApiError } from '../runtime/contract.ts';
import { Blob } from './blob.ts';
import { extensionOf } from './media-types.ts';
import { htmlToPdf, textToPdf } from './pdf.ts';

function withExtension(name: string | null, contentType: string): string | null {
  if (name === null) return null;
  const extension = extensionOf(contentType);
  return extension && !name.toLowerCase().endsWith(extension) ? `${name.replace(/\.[^.]*$/, '')}${extension}` : name;
}

/**
 * A blob in another content type, with the new extension on its name (reference: base/Blob, getAs). The same type is a
 * copy, text becomes any other text type unchanged, HTML and text become PDF. Whatever else throws an error that says so:
 * an empty or faked file would look like a success.
 */
export function convertBlob(blob: Blob, contentType: string): Blob {
  const from = (blob.contentType ?? '').split(';')[0]?.trim() ?? '';
  const name = withExtension(blob.name, contentType);
  if (from === contentType) return new Blob(Uint8Array.from(blob.bytes), contentType, name);
  if (contentType === 'application/pdf' && from === 'text/html') {
    return new Blob(htmlToPdf(blob.getDataAsString()), contentType, name);
  }
  if (contentType === 'application/pdf' && from.startsWith('text/')) {
    return new Blob(textToPdf(blob.getDataAsString()), contentType, name);
  }
  if (from.startsWith('text/') && contentType.startsWith('text/')) {
    return new Blob(Uint8Array.from(blob.bytes), contentType, name);
  }
  throw new ApiError(
    from === ''
      ? 'Blob object must have non-null content type for this operation.'
      : `Not implemented by this host: conversion from ${from} to ${contentType}.`,
  );
}
