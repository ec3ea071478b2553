import { ApiError } from '../../runtime/contract.ts';
import type { ImageRecord } from '../../sheet/rules.ts';
import type { Sheet as GridSheet } from '../../sheet/sheet.ts';
import { type BlobSource, isBlobSource } from '../blob.ts';
import { imageSize } from '../image-size.ts';
import type { Book } from './book.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';

const MAX_BYTES = 2 * 1024 * 1024;

type Picture = Pick<ImageRecord, 'url' | 'inherentWidth' | 'inherentHeight'>;

/** A picture by its address counts as 100 by 100 pixels: there is no network to look at it. */
function pictureOf(source: BlobSource | string): Picture {
  if (!isBlobSource(source)) {
    if (!/^https?:\/\//i.test(source)) throw new ApiError(`Error retrieving image from URL or bad URL: ${source}`);
    return { url: source, inherentWidth: 100, inherentHeight: 100 };
  }
  const { bytes } = source.getBlob();
  const size = imageSize(bytes);
  if (!size) throw new ApiError('The blob is not an image that can be inserted.');
  if (bytes.length > MAX_BYTES) throw new ApiError('The image is larger than the maximum of 2MB.');
  return { url: null, inherentWidth: size.width, inherentHeight: size.height };
}

/** Puts a picture over the grid; rows and columns count from 1, offsets are pixels. */
export function insertImage(
  book: Book,
  sheetId: number,
  source: BlobSource | string,
  column: number,
  row: number,
  offsetX = 0,
  offsetY = 0,
): OverGridImage {
  const picture = pictureOf(source);
  const anchor = book.sheet(sheetId).getRange(row, column).rect;
  const id = book.change('Sheet.insertImage', () => {
    const sheet = book.grid(sheetId);
    const made: ImageRecord = {
      ...picture,
      id: sheet.workbook.nextId(),
      anchorRow: anchor.top,
      anchorColumn: anchor.left,
      offsetX,
      offsetY,
      width: picture.inherentWidth,
      height: picture.inherentHeight,
      title: '',
      description: '',
      script: '',
    };
    sheet.records.images = [...imagesOf(sheet), made];
    sheet.touch(false);
    return made.id;
  });
  return new OverGridImage(book, sheetId, id);
}

function imagesOf(sheet: GridSheet): readonly ImageRecord[] {
  return sheet.records.images ?? [];
}

/** The pictures over the grid of a sheet. */
export function overGridImages(book: Book, sheetId: number): OverGridImage[] {
  const ids = book.look('Sheet.getImages', () => imagesOf(book.grid(sheetId)).map(({ id }) => id));
  return ids.map((id) => new OverGridImage(book, sheetId, id));
}

/** A picture over the grid (reference: spreadsheet/OverGridImage). It is kept as an object; this host draws nothing. */
export class OverGridImage {
  static readonly api = 'Spreadsheet.OverGridImage';
  private readonly book: Book;
  private readonly sheetId: number;
  private readonly id: number;

  constructor(book: Book, sheetId: number, id: number) {
    this.book = book;
    this.sheetId = sheetId;
    this.id = id;
  }

  private look<T>(method: string, pick: (record: ImageRecord) => T): T {
    return this.book.look(`OverGridImage.${method}`, () => {
      const found = imagesOf(this.book.grid(this.sheetId)).find(({ id }) => id === this.id);
      if (!found) throw new ApiError('The image has been removed.');
      return pick(found);
    });
  }

  private change(method: string, change: (record: ImageRecord) => Partial<ImageRecord> | null): this {
    this.look(method, () => undefined);
    this.book.change(`OverGridImage.${method}`, () => {
      const sheet = this.book.grid(this.sheetId);
      sheet.records.images = imagesOf(sheet).flatMap((one) => {
        if (one.id !== this.id) return [one];
        const changed = change(one);
        return changed ? [{ ...one, ...changed }] : [];
      });
      sheet.touch(false);
    });
    return this;
  }

  getSheet(): Sheet {
    return this.book.sheet(this.sheetId);
  }

  getAnchorCell(): Range {
    const { anchorRow, anchorColumn } = this.look('getAnchorCell', (record) => record);
    const rect = { top: anchorRow, left: anchorColumn, bottom: anchorRow + 1, right: anchorColumn + 1 };
    return this.book.range(this.sheetId, rect);
  }

  setAnchorCell(cell: Range): this {
    const { top, left } = cell.rect;
    return this.change('setAnchorCell', () => ({ anchorRow: top, anchorColumn: left }));
  }

  getAnchorCellXOffset(): number {
    return this.look('getAnchorCellXOffset', ({ offsetX }) => offsetX);
  }

  getAnchorCellYOffset(): number {
    return this.look('getAnchorCellYOffset', ({ offsetY }) => offsetY);
  }

  setAnchorCellXOffset(offset: number): this {
    return this.change('setAnchorCellXOffset', () => ({ offsetX: offset }));
  }

  setAnchorCellYOffset(offset: number): this {
    return this.change('setAnchorCellYOffset', () => ({ offsetY: offset }));
  }

  getWidth(): number {
    return this.look('getWidth', ({ width }) => width);
  }

  getHeight(): number {
    return this.look('getHeight', ({ height }) => height);
  }

  setWidth(width: number): this {
    return this.change('setWidth', () => ({ width }));
  }

  setHeight(height: number): this {
    return this.change('setHeight', () => ({ height }));
  }

  getInherentWidth(): number {
    return this.look('getInherentWidth', ({ inherentWidth }) => inherentWidth);
  }

  getInherentHeight(): number {
    return this.look('getInherentHeight', ({ inherentHeight }) => inherentHeight);
  }

  resetSize(): this {
    return this.change('resetSize', ({ inherentWidth, inherentHeight }) => ({
      width: inherentWidth,
      height: inherentHeight,
    }));
  }

  replace(source: BlobSource | string): this {
    const picture = pictureOf(source);
    return this.change('replace', () => picture);
  }

  getUrl(): string {
    return this.look('getUrl', ({ url }) => url ?? '');
  }

  getAltTextTitle(): string {
    return this.look('getAltTextTitle', ({ title }) => title);
  }

  setAltTextTitle(title: string): this {
    return this.change('setAltTextTitle', () => ({ title }));
  }

  getAltTextDescription(): string {
    return this.look('getAltTextDescription', ({ description }) => description);
  }

  setAltTextDescription(description: string): this {
    return this.change('setAltTextDescription', () => ({ description }));
  }

  getScript(): string {
    return this.look('getScript', ({ script }) => script);
  }

  assignScript(functionName: string): this {
    return this.change('assignScript', () => ({ script: functionName }));
  }

  remove(): void {
    this.change('remove', () => null);
  }
}
