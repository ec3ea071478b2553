/** The coordinators' mail of a working day: what needs a person, overdue first. */
import { byDay, type Day } from '../domain/calendar.ts';
import { dayInWords, numberInWords } from '../domain/swedish.ts';
import { headerLine } from './address.ts';
import { DIGEST } from './digest-texts.ts';
import { mailOf, type Section } from './layout.ts';
import type { ComposedMail } from './mail.ts';
import { type Block, plain } from './markup.ts';
import { dateInWords } from './swedish.ts';

export const DIGEST_GROUPS = ['unsure', 'failed', 'overdue', 'decide', 'due', 'fault', 'coming'] as const;
/**
 * In the order of the mail: mail that may or may not have left, mail that could not leave, what is past its day, what waits for a
 * decision, what is to be done now, what cannot be read in the workbook, and what comes within fourteen days.
 */
export type DigestGroup = (typeof DIGEST_GROUPS)[number];

export interface DigestItem {
  readonly group: DigestGroup;
  /** The unit's name, or the tab where no unit is concerned. */
  readonly about: string;
  /** One Swedish sentence: what is to be done. */
  readonly text: string;
  /** Where it has a day; earliest first within the group. */
  readonly day: Day | null;
}

/** A longer list is for the workbook, not for a mail. */
const ITEMS_AT_MOST = 30;

function sectionOf(group: DigestGroup, items: readonly DigestItem[]): Section {
  const sorted = [...items].sort((one, other) => byDay(one.day, other.day));
  const lines = sorted.slice(0, ITEMS_AT_MOST).map(({ about, text, day }) => {
    const when = day === null ? '' : `, ${dayInWords(day)}`;
    return `${headerLine(about)}${when}: ${headerLine(text)}`;
  });
  if (sorted.length > ITEMS_AT_MOST) lines.push(`och ${sorted.length - ITEMS_AT_MOST} till: se fliken Start`);
  const list: Block = { type: 'list', items: lines.map((text) => [plain(text)]) };
  return { heading: `${DIGEST.headings[group]} (${items.length})`, blocks: [list] };
}

const paragraph = (text: string): Block => ({ type: 'paragraph', lines: [[plain(text)]] });

/** The digest, or null when nothing needs a person today: then no mail is sent. What merely comes is no reason for one. */
export function composeDigest(items: readonly DigestItem[], today: Day): ComposedMail | null {
  const needing = items.filter(({ group }) => group !== 'coming');
  if (needing.length === 0) return null;
  const count = needing.length === 1 ? 'en sak' : `${numberInWords(needing.length)} saker`;
  const heading = `Att göra i dag: ${count}`;
  const sections = DIGEST_GROUPS.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    return own.length === 0 ? [] : [sectionOf(group, own)];
  });
  const intro: Section = {
    heading,
    blocks: [paragraph(`${DIGEST.intro} ${dateInWords(today)}.`)],
  };
  return mailOf(['digest'], {
    subject: heading,
    greeting: 'Hej!',
    sections: [intro, ...sections],
    closing: [paragraph(DIGEST.closing)],
    footer: DIGEST.footer,
  });
}
