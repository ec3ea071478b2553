import type { Mail } from '../../host/index.ts';
import { type Html, html } from '../html.ts';
import { localTime } from '../time.ts';

const size = (bytes: number): string => (bytes < 1024 ? `${bytes} byte` : `${Math.ceil(bytes / 1024)} kB`);

/** All mails, newest first. */
export const mailList = (mails: readonly Mail[], zone: string): Html => html`<h1>Brevlåda</h1>
<p class="lead">Alla mejl som skriptet har skickat, till vem det än är. Inget av dem lämnar datorn.</p>
${
  mails.length === 0
    ? html`<p class="notice">Inga mejl än. Fyll i ett formulär eller flytta fram klockan.</p>`
    : html`<ul class="mails card" style="padding:0">${[...mails]
        .reverse()
        .map(
          (mail) =>
            html`<li><a href="/brevlada/${encodeURIComponent(mail.id)}"><span>${mail.to.join(', ')}</span><span class="subject">${mail.subject}${mail.attachments.length > 0 ? html` <span class="tag plain-tag">${mail.attachments.length === 1 ? '1 bilaga' : `${mail.attachments.length} bilagor`}</span>` : ''}</span><time class="soft">${localTime(mail.at, zone)}</time></a></li>`,
        )}</ul>`
}`;

/** One mail with its looks, its text, its attachments and its source. */
export const mailBody = (mail: Mail, zone: string): Html => {
  const base = `/brevlada/${encodeURIComponent(mail.id)}`;
  const copies = (label: string, addresses: readonly string[]) =>
    addresses.length === 0 ? '' : html`<dt>${label}</dt><dd>${addresses.join(', ')}</dd>`;
  return html`<p><a href="/brevlada">← Alla mejl</a></p>
<h1>${mail.subject}</h1>
<dl class="facts"><dt>Till</dt><dd>${mail.to.join(', ')}</dd>${copies('Kopia', mail.cc)}${copies('Dold kopia', mail.bcc)}<dt>Från</dt><dd>${mail.from}</dd>${mail.replyTo === '' ? '' : html`<dt>Svar till</dt><dd>${mail.replyTo}</dd>`}<dt>Skickat</dt><dd>${localTime(mail.at, zone)}</dd></dl>
${
  mail.attachments.length === 0
    ? ''
    : html`<h2>Bilagor</h2><ul>${mail.attachments.map(
        (file, index) =>
          html`<li><a href="${base}/bilaga/${index}" download="${file.name}">${file.name}</a> <span class="soft">(${file.contentType}, ${size(file.content.length)})</span></li>`,
      )}</ul>`
}
${mail.html === '' ? '' : html`<h2>Som det ser ut</h2><iframe class="mail-frame" src="${base}/html" title="Mejlet som det ser ut" sandbox="allow-popups allow-top-navigation-by-user-activation"></iframe>`}
<h2>Som text</h2><pre>${mail.text}</pre>
<p><a href="${base}/kalla">Visa källan</a></p>`;
};

const AT_GOOGLE =
  /https:\/\/(?:docs\.google\.com(\/forms\/d\/e\/[\w-]+\/viewform)|script\.google\.com(\/macros\/s\/[\w-]+\/exec))/g;

/** Links to Google's forms and to the script's web app lead to the same ones here. */
const withLocalLinks = (source: string): string => source.replace(AT_GOOGLE, '$1$2');

/** Pictures that the mail carries come along in the page, which may not ask for anything. */
const withPictures = (mail: Mail, source: string): string =>
  mail.inlineImages.reduce((text, picture) => {
    const data = `data:${picture.contentType};base64,${Buffer.from(picture.content).toString('base64')}`;
    return text.replaceAll(`cid:${picture.contentId}`, data);
  }, source);

/** A mail's HTML with links that open in the window and lead to the local forms. */
export const mailHtml = (mail: Mail): string => `<base target="_top">${withPictures(mail, withLocalLinks(mail.html))}`;
