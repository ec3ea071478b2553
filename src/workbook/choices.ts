/** The lists behind drop-downs that are the same in every workbook: code for the product, label for people. */
import { MAIL_KINDS, MAIL_LABELS } from '../domain/mail-kinds.ts';
import {
  DECISION_REASONS,
  EXTENSION_REASONS,
  OVERRIDE_REASONS,
  type ReasonChoice,
  WITHDRAWAL_REASONS,
} from '../domain/reasons.ts';
import type { Choice } from './tab.ts';

export const DECISION_CHOICES = [
  { code: 'admit', label: 'Antagen', also: ['antas', 'antagna', 'ja', 'admit', 'antagits'] },
  { code: 'waitlist', label: 'I kö', also: ['kö', 'köplats', 'väntelista', 'i kön', 'waitlist', 'reserv'] },
  { code: 'decline', label: 'Avböjd', also: ['avböjs', 'nej', 'avslag', 'decline', 'avböjt', 'ej antagen'] },
] as const satisfies readonly Choice[];

export const PACKAGE_CHOICES = [
  { code: 'fysiskt', label: 'Fysiskt', also: ['fysiskt paket', 'fysisk', 'på plats'] },
  {
    code: 'digifysiskt',
    label: 'Digifysiskt',
    also: ['digifysiskt paket', 'digi-fysiskt', 'digifysisk', 'digitalt och fysiskt'],
  },
] as const satisfies readonly Choice[];

export const PLAN_AREA_CHOICES = [
  { code: 'kunskap/kompetens', label: 'Kunskap/kompetens', also: ['kunskap', 'kompetens', 'kunskap och kompetens'] },
  { code: 'bemötande', label: 'Bemötande' },
  { code: 'arbetsmiljö', label: 'Arbetsmiljö' },
] as const satisfies readonly Choice[];

export const ROLE_CHOICES = [
  {
    code: 'manager',
    label: 'Chef',
    also: ['chefen', 'ansvarig chef', 'enhetschef', 'närmsta chef', 'verksamhetschef', 'ledning'],
  },
  { code: 'doctor', label: 'Läkare', also: ['doktor', 'överläkare', 'st-läkare'] },
  { code: 'municipal', label: 'Kommun', also: ['kommunal', 'kommunanställd', 'kommunens medarbetare'] },
  {
    code: 'group',
    label: 'Hbtq-grupp',
    also: [
      'grupp',
      'hbtqgrupp',
      'gruppmedlem',
      'diplomeringsgrupp',
      'diplomeringsgruppen',
      'hbtq-gruppen',
      'hbtqi-grupp',
    ],
  },
  { code: '', label: 'Medarbetare', also: ['personal', 'anställd'] },
] as const satisfies readonly Choice[];

export const OCCASION_STATE_CHOICES = [
  { code: 'planned', label: 'Planerad', also: ['planerat', 'bokad', 'bokat', 'planned'] },
  { code: 'held', label: 'Genomförd', also: ['genomfört', 'hållen', 'hållit', 'klar', 'klart', 'held'] },
  { code: 'cancelled', label: 'Inställd', also: ['inställt', 'avbokad', 'avbokat', 'cancelled'] },
] as const satisfies readonly Choice[];

export const FOLLOW_UP_CHOICES = [
  { code: 'contact', label: 'Kontakt med chefen', also: ['kontakt', 'samtal med chefen', 'contact'] },
  {
    code: 'plan-revision',
    label: 'Planen reviderad',
    also: ['planrevidering', 'revidering av planen', 'revidering', 'plan reviderad', 'plan-revision'],
  },
  { code: 'follow-up', label: 'Uppföljning', also: ['uppföljningstillfälle', 'follow-up'] },
  { code: 'survey', label: 'Enkät', also: ['uppföljningsenkät', 'survey'] },
] as const satisfies readonly Choice[];

export const MAIL_STATE_CHOICES = [
  { code: 'queued', label: 'I kö' },
  { code: 'held', label: 'Hålls' },
  { code: 'sent', label: 'Skickat' },
  { code: 'withdrawn', label: 'Återtaget' },
  { code: 'unsure', label: 'Osäkert' },
] as const satisfies readonly Choice[];

export const MAIL_ACTION_CHOICES = [
  { code: 'hold', label: 'Håll' },
  { code: 'release', label: 'Släpp' },
  { code: 'stop', label: 'Stoppa' },
  { code: 'send-now', label: 'Skicka nu' },
  { code: 'sent-otherwise', label: 'Skickat på annat sätt' },
  { code: 'send-again', label: 'Skicka igen' },
  { code: 'bounced', label: 'Kom i retur' },
] as const satisfies readonly Choice[];

/** The rule paths that the tab Regler takes. */
export const RULE_CHOICES = [
  { code: 'attendance.share', label: 'Närvaro: andel som krävs' },
  { code: 'attendance.count', label: 'Närvaro: samma personer eller varje träff' },
  { code: 'attendance.headCount', label: 'Närvaro: dag då personalen räknas' },
  { code: 'attendance.catchUpCounts', label: 'Närvaro: catch-up räknas' },
  { code: 'plan.opens', label: 'Plan: tid till öppning efter sista träffen' },
  { code: 'plan.due', label: 'Plan: tid till sista dag efter sista träffen' },
  { code: 'validity', label: 'Diplomets giltighetstid' },
  { code: 'catchUp.within', label: 'Catch-up: tid för nyanställda' },
  { code: 'followUp.every', label: 'Uppföljning: tid mellan' },
  { code: 'certifyAutomatically', label: 'Diplom sätts automatiskt' },
] as const satisfies readonly Choice[];

const asChoices = (reasons: readonly ReasonChoice[]): readonly Choice[] => reasons;

export const DECISION_REASON_CHOICES = asChoices(DECISION_REASONS);
export const EXTENSION_REASON_CHOICES = asChoices(EXTENSION_REASONS);
export const OVERRIDE_REASON_CHOICES = asChoices(OVERRIDE_REASONS);
export const WITHDRAWAL_REASON_CHOICES = asChoices(WITHDRAWAL_REASONS);

/** The kinds of mail as people see them in Utskick and Mallar. */
export const MAIL_KIND_CHOICES = MAIL_KINDS.map((code) => ({ code, label: MAIL_LABELS[code] }));

/** What people see for a code of one of the lists; the code itself where the list has none. */
export function choiceLabel(choices: readonly Choice[], code: string): string {
  return choices.find((choice) => choice.code === code)?.label ?? code;
}
