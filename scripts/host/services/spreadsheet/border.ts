import type { EnumValue } from '../../runtime/contract.ts';
import { enumValue } from '../../runtime/signatures.ts';
import type { Border as Line, StyleFields } from '../../sheet/style.ts';
import { Color } from './color.ts';

/** One side of a cell. */
export class Border {
  static readonly api = 'Spreadsheet.Border';
  private readonly line: Line | undefined;

  constructor(line: Line | undefined) {
    this.line = line;
  }

  getBorderStyle(): EnumValue | null {
    return this.line ? enumValue('Spreadsheet.BorderStyle', this.line.style) : null;
  }

  getColor(): Color | null {
    return this.line ? new Color(this.line.color) : null;
  }
}

/** The four sides of a cell. */
export class Borders {
  static readonly api = 'Spreadsheet.Borders';
  private readonly fields: StyleFields;

  private constructor(fields: StyleFields) {
    this.fields = fields;
  }

  /** null for a cell without any border. */
  static of(fields: StyleFields): Borders | null {
    return fields.top || fields.left || fields.bottom || fields.right ? new Borders(fields) : null;
  }

  getTop(): Border {
    return new Border(this.fields.top);
  }

  getLeft(): Border {
    return new Border(this.fields.left);
  }

  getBottom(): Border {
    return new Border(this.fields.bottom);
  }

  getRight(): Border {
    return new Border(this.fields.right);
  }
}
