import { ApiError, type Execution, type MenuEntry, type UiSession } from '../../runtime/contract.ts';

/** A row of Spreadsheet.addMenu. */
export interface LegacyEntry {
  readonly name: string;
  readonly functionName: string;
}

function sessionOf(execution: Execution, member: string): UiSession {
  if (!execution.ui) throw new ApiError(`Cannot call ${member} from this context.`);
  return execution.ui;
}

/** Shows a short message in the corner; where nobody looks it is shown to nobody. */
export function showToast(execution: Execution, content: string, title: string, _seconds: number): void {
  execution.backend({ kind: 'ui', method: 'Spreadsheet.toast' }, () => {
    execution.ui?.show({ kind: 'toast', title, content, buttons: [] });
  });
}

/** A menu as Spreadsheet.addMenu makes it; null is a separator. */
export function addLegacyMenu(execution: Execution, caption: string, rows: readonly (LegacyEntry | null)[]): void {
  const entries = rows.map(
    (row): MenuEntry =>
      row ? { type: 'item', caption: row.name, functionName: row.functionName } : { type: 'separator' },
  );
  const session = sessionOf(execution, 'Spreadsheet.addMenu()');
  execution.backend({ kind: 'ui', method: 'Spreadsheet.addMenu' }, () => session.addMenu({ caption, entries }));
}

/** Takes a menu out of the menu bar; one that is not there is no error. */
export function removeLegacyMenu(execution: Execution, caption: string): void {
  const session = sessionOf(execution, 'Spreadsheet.removeMenu()');
  execution.backend({ kind: 'ui', method: 'Spreadsheet.removeMenu' }, () => session.removeMenu(caption));
}
