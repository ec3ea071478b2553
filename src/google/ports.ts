/** Everything that the use cases need, from Apps Script's own services. */
import type { Ports } from '../app/ports.ts';
import { answersSince, forgetAnswers } from './forms.ts';
import { consoleLog, documentLock, localNow, mailService, randomId, scriptProperties, sha256 } from './services.ts';
import { sheetWorkbook } from './workbook.ts';

export function googlePorts(): Ports {
  return {
    workbook: sheetWorkbook(),
    lock: documentLock(),
    mail: mailService(),
    properties: scriptProperties(),
    forms: { answersSince, forget: forgetAnswers },
    log: consoleLog(),
    now: localNow,
    newId: randomId,
    digest: sha256,
  };
}
