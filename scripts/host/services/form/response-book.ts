import type { World } from '../../runtime/contract.ts';
import { workbooksOf } from '../spreadsheet/store.ts';
import { SheetBook } from './sheet-book.ts';

/** The workbook with the id as a place for responses, or null if the world has none. */
export function responseBookOf(world: World, spreadsheetId: string): SheetBook | null {
  const workbook = workbooksOf(world).find(spreadsheetId);
  return workbook && new SheetBook(workbook, world.switches.responseSheetFirst);
}
