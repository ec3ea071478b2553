/** Puts a mail together from its causes and current facts. Called when the mail leaves, never before. */
import { byUrgency, type MailKind } from '../domain/mail-kinds.ts';
import { type Notice, readTold } from '../domain/notice.ts';
import { occasionBase, readOccasionSubject, toldOccasion } from '../domain/occasion-notices.ts';
import { headerLine, isSafeAddress } from './address.ts';
import { calendarFile } from './calendar.ts';
import { mailOf, type Section } from './layout.ts';
import type { Causes, ComposeContext, ComposedMail, MailAttachment, MailSettings } from './mail.ts';
import { type Block, plain, type Run, renderBody, renderLine } from './markup.ts';
import { textFor } from './template.ts';
import type { TemplateKind } from './texts.ts';
import { sessionName, valuesFor } from './values.ts';

/** No programme says when a session ends; three hours are the half day that most of them have. */
const SESSION_MINUTES = 180;

/** The end of every letter, from the settings: whom to ask, and who signs. */
export function closingOf(settings: MailSettings): Block[] {
  const name = headerLine(settings.contactName);
  const email = headerLine(settings.contactEmail);
  const phone = headerLine(settings.contactPhone).replace(/ /g, '\u00a0');
  const ways: Run[] = [];
  if (name !== '') ways.push(plain(name));
  if (email !== '') ways.push({ text: email, address: isSafeAddress(email) ? `mailto:${email}` : null });
  if (phone !== '') ways.push(plain(phone));
  const runs = ways.flatMap((way, index) => (index === 0 ? [way] : [plain(', '), way]));
  const ask =
    runs.length === 0
      ? [plain('Har du frågor? Svara på det här mejlet.')]
      : [plain('Har du frågor? Kontakta '), ...runs, plain('.')];
  const signed = headerLine(settings.office) || 'Koordinatorerna för diplomeringen';
  return [
    { type: 'paragraph', lines: [ask] },
    { type: 'paragraph', lines: [[plain('Vänliga hälsningar')], [plain(signed)]] },
  ];
}

/** What a manager can always look up, whatever the mail is about. */
function pageBlocks(address: string): Block[] {
  if (address === '') return [];
  const ask = [plain('Hur går det för er? '), { text: 'Se sidan om er verksamhet', address }];
  return [{ type: 'paragraph', lines: [ask, [plain('Länken är bara för dig. Skicka den inte vidare.')]] }];
}

function groupByKind(causes: Causes): [TemplateKind, [Notice, ...Notice[]]][] {
  const groups = new Map<MailKind, [Notice, ...Notice[]]>();
  for (const notice of causes) {
    const group = groups.get(notice.kind);
    if (group === undefined) groups.set(notice.kind, [notice]);
    else group.push(notice);
  }
  return byUrgency([...groups.keys()]).flatMap((kind) => {
    const group = groups.get(kind);
    return group === undefined || kind === 'digest' ? [] : [[kind, group]];
  });
}

function attachmentOf(notice: Notice, context: ComposeContext): MailAttachment[] {
  const subject = readOccasionSubject(notice.subject);
  if (subject === null || !notice.kind.startsWith('occasion-')) return [];
  const { round, programme, settings, today } = context;
  const occasion = round.occasions.find((one) => occasionBase(one) === subject.base);
  if (occasion === undefined) return [];
  const cancelled = notice.kind === 'occasion-cancelled';
  const told = toldOccasion(readTold(context.told), subject.base);
  const email = headerLine(settings.contactEmail);
  const content = calendarFile({
    uid: `${round.id}.${subject.base}@diplomering`,
    sequence: told === null ? 0 : told.sequence + 1,
    cancelled,
    day: notice.reference,
    minute: subject.minute,
    durationMinutes: SESSION_MINUTES,
    summary: `${programme.name}: ${sessionName(occasion)}`,
    location: occasion.digital && occasion.place.trim() === '' ? 'Digitalt' : headerLine(occasion.place),
    description: `${headerLine(round.unit)}. Sluttiden är ungefärlig.`,
    organiserName: headerLine(settings.contactName) || headerLine(settings.office),
    organiserEmail: isSafeAddress(email) ? email : '',
    written: today,
  });
  const name = `traff-${subject.base.toLowerCase().replace(/[^a-z0-9]/g, '')}.ics`;
  return [{ name, contentType: `text/calendar; charset=utf-8; method=${cancelled ? 'CANCEL' : 'PUBLISH'}`, content }];
}

/**
 * One mail from the causes of one round, the most urgent request first. Texts come from the settings' templates, or from the defaults
 * where a template is missing or faulty. The same causes and facts give the same mail.
 */
export function composeMail(causes: Causes, given: ComposeContext): ComposedMail {
  // The mail itself may already be on record as claimed: what was told before is what it is compared with.
  const own = new Set(causes.map(({ key }) => key));
  const told = Object.fromEntries(Object.entries(given.told).filter(([key]) => !own.has(key)));
  const context: ComposeContext = { ...given, told };
  const { round, programme, settings } = context;
  const groups = groupByKind(causes);
  const sections: Section[] = groups.map(([kind, notices]) => {
    const values = valuesFor(context, kind, notices);
    const template = textFor(kind, programme.id, settings.templates);
    return { heading: headerLine(renderLine(template.subject, values)), blocks: renderBody(template.body, values) };
  });
  const unit = headerLine(round.unit);
  const heading = sections[0]?.heading ?? programme.name;
  const subject = headerLine(heading.includes(unit) || unit === '' ? heading : `${heading} – ${unit}`);
  const manager = headerLine(round.managerName);
  const letter = {
    subject,
    greeting: manager === '' ? 'Hej!' : `Hej ${manager}!`,
    sections,
    closing: [...pageBlocks(context.links.page), ...closingOf(settings)],
    footer: `Du får mejlet för att du står som chef för ${unit} i ${programme.name}, ${programme.region}.`,
  };
  const [first, ...rest] = groups.map(([kind]) => kind);
  const attachments = causes.flatMap((notice) => attachmentOf(notice, context));
  return mailOf([first ?? causes[0].kind, ...rest], letter, attachments);
}
