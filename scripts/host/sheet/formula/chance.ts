import type { Place } from './evaluate.ts';

/** A number from 0 up to 1 that differs between cells and moments, and is the same in every run. */
export function chance({ sheet, row, column }: Place): number {
  let state =
    (sheet.workbook.valueVersion * 31 + row * 20_011 + column * 101 + Math.floor(sheet.workbook.host.now() / 1000)) | 0;
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b);
  return ((state ^ (state >>> 16)) >>> 0) / 4_294_967_296;
}
