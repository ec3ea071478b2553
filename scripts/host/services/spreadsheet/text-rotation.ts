import type { StyleChange } from '../../sheet/style.ts';

/** How text is turned in a cell (reference: spreadsheet/TextRotation). */
export class TextRotation {
  static readonly api = 'Spreadsheet.TextRotation';
  private readonly degrees: number;
  private readonly vertical: boolean;

  constructor(degrees: number, vertical: boolean) {
    this.degrees = degrees;
    this.vertical = vertical;
  }

  getDegrees(): number {
    return this.degrees;
  }

  isVertical(): boolean {
    return this.vertical;
  }

  change(): StyleChange {
    return { rotation: this.degrees || null, verticalText: this.vertical || null };
  }
}
