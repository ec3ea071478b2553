/** The menu "Diplomering". It runs as the person who clicks; mail leaves from the installer's triggers, or when the installer asks. */
import { BUSY, type FullRun, LOCK_WAIT, NOT_INSTALLED } from '../app/full-run.ts';
import { recompute } from '../app/nightly.ts';
import type { Ports } from '../app/ports.ts';
import { mayPurge, purge, purgeText } from '../app/purge.ts';
import { stampNow } from '../app/register.ts';
import { writeReport } from '../app/report.ts';
import { sendMail } from '../app/sender.ts';
import { isCopy } from '../app/state-tab.ts';
import type { Day } from '../domain/calendar.ts';
import { dayOfStamp } from '../domain/mail-times.ts';
import { readDay } from '../workbook/read-date.ts';
import { install } from './install.ts';
import { showDialog } from './panel.ts';
import { googlePorts } from './ports.ts';
import { sheetWorkbook } from './workbook.ts';

const MENU = 'Diplomering';

/** A simple trigger: what it may do is little, and it must be quick. Three calls at the most. */
export function openMenu(): void {
  SpreadsheetApp.getUi()
    .createMenu(MENU)
    .addItem('Sidopanel', 'menuPanel')
    .addItem('Importera lista…', 'menuImport')
    .addSeparator()
    .addItem('Uppdatera alla', 'menuUpdateAll')
    .addItem('Skicka väntande utskick', 'menuSend')
    .addItem('Rapport', 'menuReport')
    .addItem('Diplom och närvarolistor…', 'menuPrint')
    .addItem('Regler…', 'menuRules')
    .addItem('Förhandsgranska mejl…', 'menuMails')
    .addItem('Hälsokoll', 'menuHealth')
    .addItem('Gallra…', 'menuPurge')
    .addSeparator()
    .addItem('Installera', 'menuInstall')
    .addItem('Hjälp', 'menuHelp')
    .addItem('Om', 'menuAbout')
    .addToUi();
  if (isCopy(sheetWorkbook())) say('Det här är en kopia. Den skickar ingenting förrän du väljer Installera.');
}

function say(text: string): void {
  SpreadsheetApp.getActiveSpreadsheet().toast(text, MENU);
}

export function installFromMenu(): void {
  const run = install(googlePorts());
  const dry = run?.settings.dryRun
    ? ' Torrkörning är på: inget skickas förrän ni skriver nej på fliken Inställningar.'
    : '';
  say(`Klart.${dry}`);
}

/** Everything computed anew with the lock held; where it cannot be, the person is told and it is null. */
function recomputed(ports: Ports, by: string): FullRun | null {
  const isFree = ports.lock.take(LOCK_WAIT);
  const run = isFree ? recompute(ports, by, stampNow(ports.now()), false) : null;
  if (!run) say(isFree ? NOT_INSTALLED : BUSY);
  return run;
}

export function updateAll(): void {
  const run = recomputed(googlePorts(), 'menuUpdateAll');
  if (run) say(`${run.states.size} omgångar är uppdaterade. ${run.faults.length} celler behöver ses över.`);
}

export function sendFromMenu(): void {
  const report = sendMail(googlePorts(), 'menuSend', true);
  if (report.refused !== '') {
    say(report.refused);
    return;
  }
  const unsure = report.unsure > 0 ? ' Ett utskick är osäkert: se fliken Utskick.' : '';
  say(`${report.sent} mejl skickades, ${report.waiting} väntar.${unsure}`);
}

/** Asks for the day of count; an empty answer means today. */
export function makeReport(): void {
  const ui = SpreadsheetApp.getUi();
  const asked = ui.prompt(
    'Rapport',
    'Räknat per vilken dag? Skriv ett datum, till exempel 2025-12-31. Tomt betyder i dag.',
    ui.ButtonSet.OK_CANCEL,
  );
  if (asked.getSelectedButton() !== ui.Button.OK) return;
  const text = asked.getResponseText();
  const asOf = readDay(text);
  const wrong =
    asOf === undefined
      ? `Datumet ”${text}” kan inte läsas. Skriv till exempel 2025-12-31.`
      : asOf !== null && asOf > googlePorts().now().day
        ? 'Datumet ligger i framtiden. Skriv ett tidigare.'
        : '';
  if (wrong || asOf === undefined) ui.alert('Rapport', wrong, ui.ButtonSet.OK);
  else reportAsOf(asOf);
}

/** Null is today. */
function reportAsOf(asOf: Day | null): void {
  const ports = googlePorts();
  const run = recomputed(ports, 'menuReport');
  if (!run) return;
  writeReport(ports, run, asOf ?? dayOfStamp(stampNow(ports.now())));
  say('Rapporten är klar. Den finns på fliken Rapport.');
}

/** Without a decision it says what there is and what is missing; with one it asks before anything goes. The lock is not held meanwhile. */
export function purgeFromMenu(): void {
  const ports = googlePorts();
  const run = recomputed(ports, 'menuPurge');
  if (!run) return;
  ports.lock.release();
  const today = dayOfStamp(stampNow(ports.now()));
  const { settings, rounds, states } = run;
  const ui = SpreadsheetApp.getUi();
  const found = purgeText(rounds.values(), states.values(), settings, today) || 'Inga rader är gamla nog att gallra.';
  if (!mayPurge(settings, today)) {
    const needed = 'Ingenting gallras utan beslut: skriv beslutets beteckning och datum på fliken Inställningar.';
    ui.alert('Gallra', `${found} ${needed}`, ui.ButtonSet.OK);
    return;
  }
  const question = `${found} Gallra dem och deras formulärsvar, och reflektioner som är lika gamla? Det går inte att ångra.`;
  if (ui.alert('Gallra', question, ui.ButtonSet.YES_NO) === ui.Button.YES) say(purge(googlePorts(), settings));
}

export function checkHealth(): void {
  updateAll();
  showDialog('page-health', 'Hälsokoll', 560);
}
