import type { ServiceRegistration } from '../runtime/contract.ts';
import { CacheService } from './cache.ts';
import { ContentService } from './content.ts';
import { DriveApp } from './drive.ts';
import { FormApp } from './form/form-app.ts';
import { GmailApp } from './gmail.ts';
import { HtmlService } from './html.ts';
import { LockService } from './lock.ts';
import { Console, Logger } from './logging.ts';
import { MailApp } from './mail.ts';
import { MimeType } from './mime-type.ts';
import { PropertiesService, ScriptProperties, UserProperties } from './properties.ts';
import { ScriptApp } from './script.ts';
import { Session } from './session.ts';
import { SpreadsheetApp } from './spreadsheet/spreadsheet-app.ts';
import { Browser } from './ui.ts';
import { UrlFetchApp } from './url-fetch.ts';
import { Utilities } from './utilities.ts';

/** Every service that scripts can name, one row each. The membrane makes an instance when a script first mentions it. */
export const services: readonly ServiceRegistration[] = [
  { global: 'Browser', create: (execution) => new Browser(execution) },
  { global: 'CacheService', create: (execution) => new CacheService(execution) },
  { global: 'ContentService', create: () => new ContentService() },
  { global: 'DriveApp', create: (execution) => new DriveApp(execution) },
  { global: 'FormApp', create: (execution) => new FormApp(execution) },
  { global: 'GmailApp', create: (execution) => new GmailApp(execution) },
  { global: 'HtmlService', create: (execution) => new HtmlService(execution) },
  { global: 'LockService', create: (execution) => new LockService(execution) },
  { global: 'Logger', create: (execution) => new Logger(execution) },
  { global: 'MailApp', create: (execution) => new MailApp(execution) },
  { global: 'MimeType', create: () => new MimeType() },
  { global: 'PropertiesService', create: (execution) => new PropertiesService(execution) },
  { global: 'ScriptApp', create: (execution) => new ScriptApp(execution) },
  { global: 'ScriptProperties', create: (execution) => new ScriptProperties(execution) },
  { global: 'Session', create: (execution) => new Session(execution) },
  { global: 'SpreadsheetApp', create: (execution) => new SpreadsheetApp(execution) },
  { global: 'UrlFetchApp', create: (execution) => new UrlFetchApp(execution) },
  { global: 'UserProperties', create: (execution) => new UserProperties(execution) },
  { global: 'Utilities', create: (execution) => new Utilities(execution) },
  { global: 'console', create: (execution) => new Console(execution) },
];
