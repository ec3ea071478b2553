/** The small services behind the use cases' ports. */
import type { Attachment, LockPort, LogPort, MailPort, Now, PropertiesPort } from '../app/ports.ts';

export function documentLock(): LockPort {
  const lock = LockService.getDocumentLock();
  return {
    take: (milliseconds) => lock.tryLock(milliseconds),
    release() {
      // What was written must be on the sheet before anyone else may read it.
      SpreadsheetApp.flush();
      lock.releaseLock();
    },
  };
}

function blobOf({ content, contentType, name, asPdf }: Attachment): GoogleAppsScript.Base.BlobSource {
  const blob = Utilities.newBlob(content, contentType, name);
  return asPdf ? blob.getAs('application/pdf').setName(name) : blob;
}

export function mailService(): MailPort {
  return {
    remaining: () => MailApp.getRemainingDailyQuota(),
    send({ to, subject, text, html, senderName, attachments }) {
      const files = attachments.map(blobOf);
      try {
        MailApp.sendEmail({ to, subject, body: text, htmlBody: html, name: senderName, attachments: files });
      } catch (cause) {
        // "Invalid email: …", in the account's own language: it names the address, and no other failure does.
        if (String(cause).includes(to)) return false;
        throw cause;
      }
      return true;
    },
  };
}

export function scriptProperties(): PropertiesPort {
  const store = PropertiesService.getScriptProperties();
  return {
    get: (name) => store.getProperty(name),
    all: () => store.getProperties(),
    set(name, value) {
      store.setProperty(name, value);
    },
    setAll(values) {
      store.setProperties(values);
    },
    remove(name) {
      store.deleteProperty(name);
    },
  };
}

export function consoleLog(): LogPort {
  return { info: (message) => console.info(message), error: (message) => console.error(message) };
}

/** The manifest's zone is Europe/Stockholm, so the local parts are the workbook's. */
export const localNow = (): Now => localMoment(new Date());

export function localMoment(date: Date): Now {
  // A civil date as a day number: UTC has no daylight saving, so the division is exact.
  const day = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
  return { day, minute: date.getHours() * 60 + date.getMinutes() };
}

/** Starts with a letter, so that no spreadsheet takes it for a number or a date. */
export const randomId = (): string => `k${Utilities.getUuid().replace(/-/g, '').slice(0, 11)}`;

export function sha256(text: string): string {
  return Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, text, Utilities.Charset.UTF_8)
    .map((byte) => ((byte + 256) % 256).toString(16).padStart(2, '0'))
    .join('');
}
