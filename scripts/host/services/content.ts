import type { EnumValue } from '../runtime/contract.ts';
import { enumValue } from '../runtime/signatures.ts';

/** Text that a web app serves (reference: content/TextOutput). */
export class TextOutput {
  static readonly api = 'Content.TextOutput';
  private content: string;
  private mimeType = enumValue('Content.MimeType', 'TEXT');
  private fileName: string | null = null;

  constructor(content: string) {
    this.content = content;
  }

  append(addedContent: string): this {
    this.content += addedContent;
    return this;
  }

  clear(): this {
    this.content = '';
    return this;
  }

  downloadAsFile(filename: string): this {
    this.fileName = filename;
    return this;
  }

  getContent(): string {
    return this.content;
  }

  getFileName(): string | null {
    return this.fileName;
  }

  getMimeType(): EnumValue {
    return this.mimeType;
  }

  setContent(content: string): this {
    this.content = content;
    return this;
  }

  setMimeType(mimeType: EnumValue): this {
    this.mimeType = mimeType;
    return this;
  }
}

/** Text for other programs (reference: content/ContentService). */
export class ContentService {
  static readonly api = 'Content.ContentService';

  createTextOutput(content?: string): TextOutput {
    return new TextOutput(content ?? '');
  }
}
