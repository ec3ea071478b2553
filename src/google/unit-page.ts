/** The web app: a manager's read-only page about the unit. Runs as the account that deployed it, for whoever has the link. */
import { unitPage } from '../app/unit-pages.ts';
import { scriptProperties } from './services.ts';

export function showUnitPage({ parameter }: GoogleAppsScript.Events.DoGet): GoogleAppsScript.HTML.HtmlOutput {
  // Nothing in it can end the element that it is put into.
  const view = JSON.stringify(unitPage(scriptProperties(), String(parameter.sida))).replace(/</g, '\\u003c');
  const page = HtmlService.createHtmlOutputFromFile('page-unit').getContent();
  return HtmlService.createHtmlOutput(page.replace('>null<', () => `>${view}<`))
    .setTitle('Er diplomering')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}
