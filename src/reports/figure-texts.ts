/** What each figure of the report is called and means. Data alone: the build keeps it beside the bundle, since only reports need it. */

export interface FigureText {
  readonly section: string;
  /** `{year}` stands for the calendar year of the day of count. */
  readonly label: string;
  readonly definition: string;
}

export const FIGURE_TEXTS = {
  certified: {
    section: 'Verksamheter',
    label: 'Diplomerade',
    definition: 'Verksamheter med ett giltigt diplom, eller som har genomfört Hbtq-klivet, denna dag.',
  },
  underway: {
    section: 'Verksamheter',
    label: 'Pågår',
    definition:
      'Antagna verksamheter som ännu inte har fått sitt diplom. En diplomerad verksamhet som går en ny omgång räknas även här.',
  },
  waiting: {
    section: 'Verksamheter',
    label: 'Väntar',
    definition: 'Verksamheter i kö, och anmälda som väntar på beslut.',
  },
  expired: {
    section: 'Verksamheter',
    label: 'Utgångna',
    definition: 'Verksamheter vars diplom har gått ut och som inte har något annat giltigt.',
  },
  withdrawn: {
    section: 'Verksamheter',
    label: 'Avbrutna',
    definition: 'Verksamheter som har avbrutit och som varken är diplomerade, pågår eller väntar.',
  },
  completed: {
    section: 'Verksamheter',
    label: 'Varav genomfört Hbtq-klivet',
    definition: 'Ingår i Diplomerade. Hbtq-klivet ger inget nytt diplom.',
  },
  waitlisted: {
    section: 'Verksamheter',
    label: 'Varav i kö',
    definition: 'Ingår i Väntar: verksamheter som har fått beslut om köplats.',
  },
  trainedEver: {
    section: 'Medarbetare',
    label: 'Utbildade medarbetare sammanlagt',
    definition: 'Alla som har gått en hel utbildning i någon omgång, även de som har slutat.',
  },
  trainedToday: {
    section: 'Medarbetare',
    label: 'Utbildade av dagens medarbetare',
    definition:
      'Av dem som är anställda denna dag i diplomerade verksamheter: de som har gått hela utbildningen eller catch-up.',
  },
  interestToDiploma: {
    section: 'Tid',
    label: 'Dagar från intresse till diplom (median)',
    definition: 'Mittvärdet för de omgångar vars intresseanmälan kom in till registret och som har fått diplom.',
  },
  interestToDiplomaCount: {
    section: 'Tid',
    label: 'Antal omgångar bakom tiden',
    definition: 'Så många omgångar som mittvärdet bygger på.',
  },
  followUpsDue: {
    section: 'Uppföljning',
    label: 'Uppföljningar som skulle vara gjorda',
    definition: 'Enkäter, kontakter och uppföljningar vars sista dag har kommit.',
  },
  followUpsDone: {
    section: 'Uppföljning',
    label: 'Varav gjorda',
    definition: 'De av dem som har gjorts, i tid eller senare.',
  },
  followUpsInTime: {
    section: 'Uppföljning',
    label: 'Varav gjorda i tid',
    definition: 'De av dem som gjordes senast den sista dagen.',
  },
  plansRevised: {
    section: 'Uppföljning',
    label: 'Reviderade planer {year}',
    definition: 'Årliga revideringar av handlingsplanen som har gjorts under kalenderåret.',
  },
  expiring: {
    section: 'Kommande',
    label: 'Diplom som går ut inom 12 månader',
    definition: 'Giltiga diplom vars sista dag infaller inom 12 månader.',
  },
} as const satisfies Readonly<Record<string, FigureText>>;

/** Of figures that are counted group by group. */
export const GROUP_TEXTS = {
  withdrawnReasons: {
    section: 'Skäl för avbrott',
    definition: 'Avbrutna verksamheter efter det skäl som valdes.',
    unknown: 'Skäl saknas',
  },
  byType: { section: 'efter typ', definition: 'Andelen är av alla verksamheter i samma läge.' },
  byAdministration: { section: 'efter förvaltning', definition: 'Andelen är av alla verksamheter i samma läge.' },
  unnamed: 'Ej angivet',
  hidden: 'Visas inte: för få svar, eller så skulle andra svar kunna räknas ut.',
  allUnits: 'alla verksamheter',
};
