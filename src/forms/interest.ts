/**
 * The interest form of each programme. What is mandatory follows the programmes' texts; answers that speak for waiting are shown to the coordinator, who
 * decides: the form refuses nobody.
 */
import type { FormDeclaration, Question, Section } from './form.ts';
import { email, text, wholeNumber, yesOrNo } from './questions.ts';

const LARGEST_UNIT = 2000;

const ABOUT_THE_UNIT: readonly Question[] = [
  text('unit', 'Verksamhetens namn', true, 'Det namn som ska stå på diplomet.'),
  text('unitType', 'Typ av verksamhet', true, 'Till exempel vårdcentral, avdelning, bibliotek eller kansli.'),
  text('administration', 'Förvaltning eller område', true),
  wholeNumber(
    'staff',
    'Antal medarbetare',
    true,
    1,
    LARGEST_UNIT,
    'Räkna med alla: chef, läkare, deltidsanställda och kommunens medarbetare om ni är en gemensam verksamhet.',
  ),
  text('managerName', 'Chefens namn', true, 'Närmsta chef, som ansvarar för arbetet under hela processen.'),
  email('managerEmail', 'Chefens e-post', true, 'Hit skickar vi bekräftelse och besked.'),
  text('managerPhone', 'Chefens telefon', false),
];

const UNIT_SECTION: Section = {
  id: 'unit',
  title: 'Om verksamheten',
  help: 'Närmsta chef fyller i formuläret. Frågor med stjärna måste besvaras.',
  questions: ABOUT_THE_UNIT,
};

const WHOLE_UNIT: Question = {
  id: 'wholeUnit',
  title: 'Vilka ska delta?',
  help: 'Programmet är till för hela verksamheter, inte för enskilda personer.',
  type: 'choice',
  required: true,
  options: [
    { code: 'all', label: 'Hela verksamheten, med chef' },
    { code: 'some', label: 'Enskilda medarbetare', consider: 'Anmälan gäller enskilda medarbetare.' },
  ],
};

const READINESS: Question = {
  id: 'readiness',
  title: 'Har ni talat om diplomeringen i arbetsgruppen?',
  help: 'Finns ett starkt motstånd, eller andra frågor om arbetsmiljön som behöver tas först, kan det vara bättre att vänta. Då talar vi gärna med dig innan.',
  type: 'choice',
  required: true,
  options: [
    { code: 'ready', label: 'Vi har talat om det och tiden är rätt' },
    { code: 'talk-first', label: 'Vi vill prata med er först', consider: 'Chefen vill prata först.' },
  ],
};

const HARASSMENT_PLAN = yesOrNo(
  'harassmentPlan',
  'Finns en plan för hur ni hanterar kränkningar om de uppstår under processen?',
  'Svara bara ja eller nej. Beskriv inga händelser.',
  'Plan för att hantera kränkningar saknas.',
);

const ANCHORED_MANAGEMENT = yesOrNo(
  'anchoredManagement',
  'Är beslutet förankrat hos verksamhetens ledning?',
  undefined,
  'Inte förankrat hos ledningen.',
);
const ANCHORED_STAFF = yesOrNo(
  'anchoredStaff',
  'Är beslutet förankrat hos medarbetarna?',
  undefined,
  'Inte förankrat hos medarbetarna.',
);

const TIME_SET_ASIDE = yesOrNo(
  'timeSetAside',
  'Kan alla medarbetare få tid att delta i alla delar?',
  'Den sammanlagda tiden står i beskrivningen överst i formuläret.',
  'Alla kan inte få tid att delta.',
);

const ADAPTATIONS = wholeNumber(
  'adaptations',
  'Hur många deltagare behöver anpassningar på plats?',
  false,
  0,
  LARGEST_UNIT,
  'Endast ett antal. Skriv inget om vem eller varför.',
);

const START: Question = {
  id: 'wishedStart',
  title: 'När vill ni helst börja?',
  type: 'choice',
  required: false,
  options: [
    { code: 'spring', label: 'På våren' },
    { code: 'autumn', label: 'På hösten' },
    { code: 'any', label: 'Det spelar ingen roll' },
  ],
};

const CONFIRMATION =
  'Tack! Din intresseanmälan har kommit in. Du får en bekräftelse med e-post och ett besked när vi har fattat beslut.';

function interestForm(
  programme: string,
  name: string,
  description: string,
  sections: readonly Section[],
): FormDeclaration {
  return {
    id: `interest:${programme}`,
    kind: 'interest',
    programme,
    title: `Intresseanmälan – ${name}`,
    description,
    confirmation: CONFIRMATION,
    destination: 'workbook',
    editable: true,
    sections: [UNIT_SECTION, ...sections],
  };
}

const VARMLAND = interestForm(
  'varmland',
  'Hbtq-diplomering',
  'Formuläret fylls i av närmsta chef. Diplomeringen består av fyra utbildningsträffar för hela verksamheten. Vissa frågor kan behöva förankras hos ledning och medarbetare innan du svarar.',
  [
    {
      id: 'preparations',
      title: 'Förankring',
      questions: [
        WHOLE_UNIT,
        ANCHORED_MANAGEMENT,
        ANCHORED_STAFF,
        yesOrNo(
          'managerTakesPart',
          'Deltar du som chef aktivt genom hela utbildningen?',
          'Du sätter mål för verksamheten och håller kontakten med utbildarna.',
          'Chefen deltar inte i hela utbildningen.',
        ),
        yesOrNo(
          'workEnvironment',
          'Kommer arbetet att ingå i ert systematiska arbetsmiljöarbete?',
          undefined,
          'Arbetet ingår inte i det systematiska arbetsmiljöarbetet.',
        ),
        wholeNumber(
          'municipalStaff',
          'Antal medarbetare som är anställda av kommunen',
          false,
          0,
          LARGEST_UNIT,
          'För gemensamma verksamheter, till exempel familjecentraler. De deltar utan avgift.',
        ),
      ],
    },
    {
      id: 'package',
      title: 'Upplägg',
      questions: [
        {
          id: 'severalOccasions',
          title: 'Kan ni stänga verksamheten under träff 1 och 2?',
          help: 'Om ni inte kan stänga ges de två träffarna vid flera tillfällen.',
          type: 'choice',
          required: true,
          options: [
            { code: 'no', label: 'Ja, alla kan delta samtidigt' },
            { code: 'yes', label: 'Nej, vi behöver flera tillfällen' },
          ],
        },
        START,
        ADAPTATIONS,
        {
          id: 'package',
          title: 'Vilket paket väljer ni?',
          help: 'Fysiskt: alla fyra träffar på plats. Digifysiskt: träff 1 och 2 direktsända digitalt, träff 3 och 4 på plats.',
          type: 'choice',
          required: true,
          options: [
            { code: 'fysiskt', label: 'Fysiskt', goTo: 'rooms' },
            { code: 'digifysiskt', label: 'Digifysiskt', goTo: 'equipment' },
          ],
        },
      ],
    },
    {
      id: 'rooms',
      title: 'Fysiskt paket',
      questions: [
        yesOrNo(
          'rooms',
          'Har ni lokaler som rymmer alla deltagare och är tillgängliga för dem?',
          undefined,
          'Lämpliga lokaler saknas för det fysiska paketet.',
        ),
      ],
      next: 'submit',
    },
    {
      id: 'equipment',
      title: 'Digifysiskt paket',
      questions: [
        yesOrNo(
          'equipment',
          'Har varje deltagare en egen dator med skärm, kamera och mikrofon?',
          undefined,
          'Alla har inte egen dator, kamera och mikrofon.',
        ),
      ],
      next: 'submit',
    },
  ],
);

const JAMTLAND = interestForm(
  'jamtland-harjedalen',
  'Hbtqi- och mångfaldsdiplomering',
  'Formuläret fylls i av ansvarig chef. Processen tar ungefär sex månader och sammanlagt cirka 20 timmar: två halvdagar, en utvecklingsuppgift, en handlingsplan och en slutpresentation.',
  [
    {
      id: 'preparations',
      title: 'Innan ni börjar',
      questions: [WHOLE_UNIT, READINESS, ANCHORED_MANAGEMENT, ANCHORED_STAFF, TIME_SET_ASIDE, HARASSMENT_PLAN],
    },
    {
      id: 'practical',
      title: 'Praktiskt',
      questions: [
        { ...yesOrNo('patients', 'Möter ni patienter eller besökare?'), required: false },
        START,
        ADAPTATIONS,
      ],
    },
  ],
);

const STOCKHOLM = interestForm(
  'stockholm',
  'HBTQ-diplomering',
  'Formuläret fylls i av ansvarig chef. Diplomeringen tar cirka 14 timmar under ungefär tre månader och riktar sig i första hand till primärvården.',
  [
    {
      id: 'preparations',
      title: 'Innan ni börjar',
      questions: [
        WHOLE_UNIT,
        yesOrNo(
          'primaryCare',
          'Är ni en verksamhet inom primärvården?',
          undefined,
          'Verksamheten hör inte till primärvården.',
        ),
        ANCHORED_MANAGEMENT,
        TIME_SET_ASIDE,
        yesOrNo(
          'learningPlatform',
          'Har medarbetarna tillgång till webbutbildningen på lärplattformen?',
          'Om ja följer du som chef upp vilka som har gått den.',
        ),
        START,
        ADAPTATIONS,
      ],
    },
  ],
);

const VASTERBOTTEN = interestForm(
  'vasterbotten',
  'Hbtq-diplomering',
  'Formuläret fylls i av ansvarig chef. Processen tar fyra till sex månader och cirka 10 timmar för varje medarbetare, och ytterligare cirka 10 timmar för den hbtq-grupp som ni utser.',
  [
    {
      id: 'preparations',
      title: 'Innan ni börjar',
      questions: [WHOLE_UNIT, READINESS, ANCHORED_MANAGEMENT, ANCHORED_STAFF, TIME_SET_ASIDE, HARASSMENT_PLAN],
    },
    {
      id: 'practical',
      title: 'Praktiskt',
      questions: [
        START,
        wholeNumber(
          'specialDiets',
          'Hur många deltagare behöver specialkost?',
          false,
          0,
          LARGEST_UNIT,
          'Endast ett antal.',
        ),
        ADAPTATIONS,
        {
          ...yesOrNo(
            'selfAssessment',
            'Vill ni göra en skattning av verksamheten före och efter?',
            'Ni sprider och sammanställer den själva.',
          ),
          required: false,
        },
      ],
    },
  ],
);

const HBTQ_KLIVET = interestForm(
  'hbtq-klivet',
  'Hbtq-klivet',
  'Hbtq-klivet är till för verksamheter som diplomerades före 2017. Formuläret fylls i av chefen. Vi skickar materialet när vi har fått din anmälan.',
  [
    {
      id: 'preparations',
      title: 'Er diplomering',
      questions: [
        {
          ...wholeNumber('diplomaYear', 'Vilket år blev verksamheten diplomerad?', true, 1990, 2199),
          expected: { min: 1990, max: 2016, consider: 'Diplomet är från 2017 eller senare.' },
        },
        yesOrNo(
          'everyoneTrained',
          'Har alla medarbetare gått diplomeringen eller en catch-up?',
          undefined,
          'Alla har inte diplom eller catch-up.',
        ),
        {
          ...wholeNumber(
            'groupSize',
            'Hur många ska ingå i diplomeringsgruppen?',
            true,
            1,
            20,
            'Tre till fem personer, och chefen är en av dem.',
          ),
          expected: { min: 3, max: 5, consider: 'Gruppen ska vara tre till fem personer.' },
        },
        yesOrNo('managerInGroup', 'Ingår chefen i gruppen?', undefined, 'Chefen ingår inte i gruppen.'),
        ANCHORED_MANAGEMENT,
        ANCHORED_STAFF,
      ],
    },
  ],
);

export const INTEREST_FORMS: readonly FormDeclaration[] = [VARMLAND, JAMTLAND, STOCKHOLM, VASTERBOTTEN, HBTQ_KLIVET];

/** For a programme that has no form of its own: what every programme needs to know. */
export const USUAL_INTEREST_FORM: FormDeclaration = interestForm('', '', 'Formuläret fylls i av ansvarig chef.', [
  {
    id: 'preparations',
    title: 'Innan ni börjar',
    questions: [WHOLE_UNIT, ANCHORED_MANAGEMENT, ANCHORED_STAFF, TIME_SET_ASIDE, START, ADAPTATIONS],
  },
]);
