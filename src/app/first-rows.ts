/** The rows that a new workbook has in Inställningar and Mallar. Data alone: the build keeps it beside the bundle, since only the installer needs it. */
import { kindsOf, type TemplateKind } from '../messages/index.ts';
import { PROGRAMMES } from '../programmes/index.ts';
import { SETTINGS, type Settings } from './settings.ts';

const EXPLANATIONS: Readonly<Record<keyof Settings, string>> = {
  dryRun: 'ja = inga utskick lämnar arbetsboken. De visas på fliken Utskick. Skriv nej när ni vill börja skicka.',
  holdMinutes: 'Så länge väntar ett utskick, så att ett misstag hinner rättas.',
  smallestGroup: 'Resultat från färre svar visas inte.',
  selfAssessment:
    'ja = verksamheterna får ett formulär för sin egen skattning före och efter. Skriv ja och välj sedan Diplomering → Installera.',
  allowedDomains: 'Till exempel region.example.org, kommun.example.org. Tomt = alla.',
  coordinators: 'Hit går sammanställningen varje arbetsdag som något behöver göras.',
  office: 'Enheten som undertecknar utskicken.',
  contactName: 'Vem som svarar på frågor.',
  contactEmail: 'Visas i utskicken.',
  contactPhone: 'Visas i utskicken.',
  places:
    'Så många verksamheter kan börja under ett halvår. Fliken Start visar hur många platser som är tagna. Tomt = räknas inte.',
  catchUpLink: 'Där catch-up görs eller bokas.',
  managerPage:
    'Webbappens adress. Då får varje chef i mejlen en egen länk till en sida om hur det går för verksamheten. Tomt = ingen sida.',
  materialLink: 'Webbutbildningar och material inför träff 1.',
  purgeReference: 'Beslutets beteckning. Utan beslut och datum gallras ingenting: då påminner fliken Start bara.',
  purgeDecidedOn: 'Dagen då gallringsbeslutet fattades.',
  purgeAfterMonths: 'Så länge efter att en medarbetare har slutat eller en anmälan har avböjts.',
};

/** By the tab's columns. */
export const FIRST_SETTINGS: readonly Readonly<Record<'setting' | 'label' | 'value' | 'explanation', string>>[] =
  Object.entries(SETTINGS).map(([setting, { label, initial }]) => ({
    setting,
    label,
    value: initial,
    explanation: Object.entries(EXPLANATIONS).find(([name]) => name === setting)?.[1] ?? '',
  }));

/** One row for each programme and each kind of mail that its rules can cause. */
export const FIRST_TEMPLATES: readonly { readonly programme: string; readonly kind: TemplateKind }[] =
  PROGRAMMES.flatMap((programme) => kindsOf(programme).map((kind) => ({ programme: programme.id, kind })));
