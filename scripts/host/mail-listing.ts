import type { Mail } from './index.ts';

/** Mails as a few lines of text each, for the terminal. */
export function mailsAsText(mails: readonly Mail[]): string {
  return mails
    .map(({ to, cc, bcc, subject, attachments }) => {
      const others = [...cc.map((one) => `cc ${one}`), ...bcc.map((one) => `bcc ${one}`)];
      const files = attachments.map(({ name }) => name).join(', ');
      return `[mail] ${[...to, ...others].join(', ')}: ${subject}${files && ` (${files})`}\n`;
    })
    .join('');
}
