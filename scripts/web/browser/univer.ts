import { type IWorkbookData, LocaleType, LogLevel, Univer, UniverInstanceType } from '@univerjs/core';
import { UniverDataValidationPlugin } from '@univerjs/data-validation';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { UniverSheetsDataValidationPlugin } from '@univerjs/sheets-data-validation';
import { UniverSheetsDataValidationUIPlugin } from '@univerjs/sheets-data-validation-ui';
import { UniverSheetsFilterPlugin } from '@univerjs/sheets-filter';
import { UniverSheetsFilterUIPlugin } from '@univerjs/sheets-filter-ui';
import { UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import { UniverSheetsNotePlugin } from '@univerjs/sheets-note';
import { UniverSheetsNoteUIPlugin } from '@univerjs/sheets-note-ui';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import { defaultTheme } from '@univerjs/themes';
import { UniverUIPlugin } from '@univerjs/ui';
import { swedish } from './locale.ts';

/** Entries of the context menus for what our host does not do from the grid. */
const HIDDEN_MENUS = Object.fromEntries(
  [
    'sheet.menu.copy-special',
    'sheet.menu.paste-special',
    'sheet.contextMenu.permission',
    'sheet.contextMenu.text-to-number',
    'sheet.command.clear-selection-format',
    'sheet.command.clear-selection-all',
    'sheet.command.delete-range-move-left-confirm',
    'sheet.command.delete-range-move-up-confirm',
    'sheet.command.insert-range-move-right-confirm',
    'sheet.command.insert-range-move-down-confirm',
    'sheet.command.set-row-is-auto-height',
    'sheet.command.set-col-auto-width',
    'sheet.command.set-tab-color',
    'sheet.command.add-range-protection-from-sheet-bar',
    'sheet.command.delete-worksheet-protection-from-sheet-bar',
    'sheet.command.change-sheet-protection-from-sheet-bar',
    'sheet.command.view-sheet-permission-from-sheet-bar',
    'sheet.command.toggle-note-popup',
  ].map((id) => [id, { hidden: true }]),
);

/** Starts Univer in plugin mode (never its presets, which bring commercial packages) in the element with this id. */
export function startUniver(container: string, data: IWorkbookData): Univer {
  const univer = new Univer({
    theme: defaultTheme,
    // Univer has no Swedish; its English slot holds our texts.
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: swedish },
    logLevel: LogLevel.ERROR,
  });
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true,
    toolbar: false,
    headerMenu: false,
    footer: true,
    contextMenu: true,
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: false },
    clipboardConfig: { hidePasteOptions: true },
    protectedRangeShadow: 'none',
    menu: HIDDEN_MENUS,
    disableForceStringAlert: true,
    disableForceStringMark: true,
  });
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin, { showEditOnDropdown: false, showSearchOnDropdown: false });
  univer.registerPlugin(UniverSheetsFilterPlugin);
  univer.registerPlugin(UniverSheetsFilterUIPlugin);
  univer.registerPlugin(UniverSheetsNotePlugin);
  univer.registerPlugin(UniverSheetsNoteUIPlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
  return univer;
}
