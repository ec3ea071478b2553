/** Names of media types (reference: base/MimeType). */
export class MimeType {
  static readonly api = 'Base.MimeType';
  readonly GOOGLE_APPS_SCRIPT = 'application/vnd.google-apps.script';
  readonly GOOGLE_DRAWINGS = 'application/vnd.google-apps.drawing';
  readonly GOOGLE_DOCS = 'application/vnd.google-apps.document';
  readonly GOOGLE_FORMS = 'application/vnd.google-apps.form';
  readonly GOOGLE_SHEETS = 'application/vnd.google-apps.spreadsheet';
  readonly GOOGLE_SITES = 'application/vnd.google-apps.site';
  readonly GOOGLE_SLIDES = 'application/vnd.google-apps.presentation';
  readonly FOLDER = 'application/vnd.google-apps.folder';
  readonly SHORTCUT = 'application/vnd.google-apps.shortcut';
  readonly BMP = 'image/bmp';
  readonly GIF = 'image/gif';
  readonly JPEG = 'image/jpeg';
  readonly PNG = 'image/png';
  readonly SVG = 'image/svg+xml';
  readonly PDF = 'application/pdf';
  readonly CSS = 'text/css';
  readonly CSV = 'text/csv';
  readonly HTML = 'text/html';
  readonly JAVASCRIPT = 'application/javascript';
  readonly PLAIN_TEXT = 'text/plain';
  readonly RTF = 'application/rtf';
  readonly OPENDOCUMENT_GRAPHICS = 'application/vnd.oasis.opendocument.graphics';
  readonly OPENDOCUMENT_PRESENTATION = 'application/vnd.oasis.opendocument.presentation';
  readonly OPENDOCUMENT_SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
  readonly OPENDOCUMENT_TEXT = 'application/vnd.oasis.opendocument.text';
  readonly MICROSOFT_EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  readonly MICROSOFT_EXCEL_LEGACY = 'application/vnd.ms-excel';
  readonly MICROSOFT_POWERPOINT = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
  readonly MICROSOFT_POWERPOINT_LEGACY = 'application/vnd.ms-powerpoint';
  readonly MICROSOFT_WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  readonly MICROSOFT_WORD_LEGACY = 'application/msword';
  readonly ZIP = 'application/zip';
}
