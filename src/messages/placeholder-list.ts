/** The named placeholders of mail texts, and which kinds of mail each has a value for. Data alone: the build keeps it beside the bundle. */
import type { MailKind } from '../domain/mail-kinds.ts';

export interface Placeholder {
  readonly name: string;
  /** Swedish: what stands there. */
  readonly about: string;
  /** Empty = every mail about a unit. */
  readonly kinds: readonly MailKind[];
}

const ATTENDANCE = ['attendance-met', 'attendance-lost', 'attendance-unreachable'] as const;
const OCCASION = ['occasion-set', 'occasion-moved', 'occasion-cancelled'] as const;
const PLAN = ['plan-set', 'plan-open', 'plan-due-soon', 'plan-overdue', 'plan-moved'] as const;
const SURVEY = ['survey-open', 'survey-low'] as const;
const EXPIRY = ['expiry-180', 'expiry-90', 'expiry-30', 'expired'] as const;
const AFTER = ['certified', 'completed', 'supplement', 'follow-up', 'plan-revision', ...SURVEY, ...EXPIRY] as const;

/** A receipt knows no unit: it goes to whoever filled in the form, before anybody has read it. */
export const IN_RECEIPTS: readonly string[] = ['program', 'region', 'dagens datum', 'formulär', 'nästa steg'];

export const PLACEHOLDERS: readonly Placeholder[] = [
  { name: 'verksamhet', about: 'Verksamhetens namn', kinds: [] },
  { name: 'chef', about: 'Chefens namn', kinds: [] },
  { name: 'program', about: 'Programmets namn', kinds: [] },
  { name: 'region', about: 'Regionens namn', kinds: [] },
  { name: 'dagens datum', about: 'Dagen då mejlet skickas', kinds: [] },
  { name: 'plan', about: 'Programmets ord: handlingsplan, utvecklingsplan', kinds: [] },
  { name: 'planen', about: 'Programmets ord i bestämd form: handlingsplanen', kinds: [] },
  { name: 'catch-up', about: 'Programmets ord: catch-up, Andra chansen', kinds: [] },
  { name: 'webbutbildningen', about: 'Programmets ord för webbutbildningen', kinds: [] },
  { name: 'träffarna', about: 'Båda träffarna, alla fyra träffarna', kinds: [] },
  { name: 'kraven', about: 'Lista: kraven i programmet', kinds: [] },
  { name: 'saknas', about: 'Lista: krav som inte är uppfyllda', kinds: [] },
  { name: 'länk plan', about: 'Länk till formuläret för planen', kinds: [] },
  { name: 'länk personaländring', about: 'Länk till formuläret Personaländring', kinds: [] },
  { name: 'länk reflektion', about: 'Länk till formuläret för reflektionen', kinds: [] },
  { name: 'länk enkät', about: 'Länk till uppföljningsenkäten', kinds: [...SURVEY] },
  { name: 'länk catch-up', about: 'Länk dit catch-up görs eller bokas', kinds: [] },
  { name: 'länk material', about: 'Länk till webbutbildning och material', kinds: [] },
  { name: 'skäl', about: 'Skälet till beslutet', kinds: ['waitlisted', 'declined'] },
  { name: 'träffar', about: 'Träff 1, träff 1 och 2', kinds: [...OCCASION] },
  { name: 'tider', about: 'Lista: träff, dag, klockslag och plats', kinds: [...OCCASION] },
  { name: 'ändringen', about: 'Ny tid, ny plats, ny tid och plats', kinds: ['occasion-moved'] },
  { name: 'om tiderna', about: 'Säger att tiderna för träffarna kommer; tom om de är bestämda', kinds: ['admitted'] },
  { name: 'första träffen', about: 'Dag och klockslag för träff 1', kinds: ['material', 'admitted'] },
  {
    name: 'närvaro',
    about: 'Hur många som har varit med, och hur många som behövs',
    kinds: [...ATTENDANCE, 'requirements-met'],
  },
  { name: 'att göra', about: 'Vad chefen behöver göra för att närvaron ska räcka', kinds: [...ATTENDANCE] },
  {
    name: 'medarbetare kvar',
    about: 'Lista: medarbetare som har något kvar att göra',
    kinds: [...ATTENDANCE, 'supplement'],
  },
  { name: 'sista dag', about: 'Sista dagen', kinds: [...PLAN, ...SURVEY, ...EXPIRY] },
  { name: 'dagar kvar', about: 'Dagar till sista dagen: 14 dagar', kinds: [...PLAN, ...SURVEY, ...EXPIRY] },
  { name: 'tidigare dag', about: 'Sista dagen som gällde förut', kinds: ['plan-moved'] },
  { name: 'öppnar', about: 'Första dagen för planen', kinds: [...PLAN] },
  { name: 'områden som saknas', about: 'Områden som planen inte tar upp', kinds: ['plan-feedback'] },
  {
    name: 'färdig plan',
    about: 'Säger att planen tar upp alla områden; tom om något saknas',
    kinds: ['plan-feedback'],
  },
  { name: 'diplombesked', about: 'Ni är diplomerade, eller: Ert diplom är förnyat', kinds: ['certified'] },
  {
    name: 'diplomnyhet',
    about: 'Verksamheten är nu diplomerad, eller: har fått sitt diplom förnyat',
    kinds: ['certified'],
  },
  { name: 'diplomdatum', about: 'Dagen då diplomet börjar gälla', kinds: [...AFTER] },
  { name: 'gäller till', about: 'Sista dagen som diplomet gäller', kinds: [...AFTER] },
  { name: 'personliga diplom', about: 'Säger hur många medarbetare som får personliga diplom', kinds: ['certified'] },
  { name: 'diplomfil', about: 'Säger att diplomet är bifogat', kinds: ['certified'] },
  { name: 'påfyllnad', about: 'Säger hur diplomet förnyas', kinds: [...EXPIRY, 'certified'] },
  { name: 'förnya senast', about: 'Säger när påfyllnaden kan göras utan glapp', kinds: [...EXPIRY] },
  { name: 'uppföljningar', about: 'När uppföljningarna görs', kinds: ['certified'] },
  { name: 'komplettering', about: 'Lista: vad som behöver kompletteras', kinds: ['supplement'] },
  {
    name: 'ändringar',
    about: 'Lista: regler som har ändrats, med det nya värdet och det tidigare',
    kinds: ['rules-changed'],
  },
  { name: 'formulär', about: 'Vad som har kommit in: din intresseanmälan', kinds: ['receipt'] },
  { name: 'nästa steg', about: 'Vad som händer nu', kinds: ['receipt'] },
];
