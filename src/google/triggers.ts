/** The product's triggers, made so that installing again adds nothing. They run as the account that installed. */

const NIGHT_HOUR = 4;

interface Wanted {
  readonly handler: string;
  /** What it belongs to, where a handler has several. */
  readonly source: string;
  readonly make: () => GoogleAppsScript.Script.Trigger;
}

/** @param formIds forms whose answers do not land in the workbook */
export function installTriggers(formIds: readonly string[]): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const id = spreadsheet.getId();
  const wanted: Wanted[] = [
    {
      handler: 'edited',
      source: id,
      make: () => ScriptApp.newTrigger('edited').forSpreadsheet(spreadsheet).onEdit().create(),
    },
    {
      handler: 'changed',
      source: id,
      make: () => ScriptApp.newTrigger('changed').forSpreadsheet(spreadsheet).onChange().create(),
    },
    {
      handler: 'answerArrived',
      source: id,
      make: () => ScriptApp.newTrigger('answerArrived').forSpreadsheet(spreadsheet).onFormSubmit().create(),
    },
    {
      handler: 'nightly',
      source: '',
      make: () => ScriptApp.newTrigger('nightly').timeBased().everyDays(1).atHour(NIGHT_HOUR).create(),
    },
    { handler: 'hourly', source: '', make: () => ScriptApp.newTrigger('hourly').timeBased().everyHours(1).create() },
    ...formIds.map((form) => ({
      handler: 'privateAnswerArrived',
      source: form,
      make: () => ScriptApp.newTrigger('privateAnswerArrived').forForm(form).onFormSubmit().create(),
    })),
  ];
  const there = new Set(
    ScriptApp.getProjectTriggers().map(
      (trigger) => `${trigger.getHandlerFunction()} ${trigger.getTriggerSourceId() ?? ''}`,
    ),
  );
  for (const { handler, source, make } of wanted) if (!there.has(`${handler} ${source}`)) make();
}
