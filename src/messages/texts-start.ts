/** Default texts from the form to the last session. Klarspråk: "du", one request, dates in words. */
import type { DefaultText } from './texts.ts';

export const RECEIPT: DefaultText = {
  subject: 'Vi har tagit emot {{formulär}}',
  body: `Tack! Vi tog emot {{formulär}} {{dagens datum}}.

{{nästa steg}}

Har du inte skickat något till oss? Då har någon angett din adress av misstag, och du kan bortse från mejlet.`,
};

export const ADMITTED: DefaultText = {
  subject: 'Ni är antagna till {{program}}',
  body: `{{verksamhet}} är antagen till {{program}}. Roligt att ni vill vara med!

{{om tiderna}}

Skriv en lista över alla som arbetar hos er, med namn och e-postadress, och skicka den till oss. Ta med dig själv, alla yrkesgrupper och de som är lediga just nu.

Det här krävs i programmet:
{{kraven}}`,
  programmes: {
    varmland: {
      body: `{{verksamhet}} är antagen till {{program}}. Roligt att ni vill vara med!

{{om tiderna}}

Skriv en lista över alla som arbetar hos er, med namn och e-postadress, och skicka den till oss. Ta med dig själv, läkarna och kommunens medarbetare om ni delar verksamhet.

Som chef deltar du hela vägen, har kontakten med utbildarna och sätter mål för vad ni vill uppnå. Fundera redan nu på hur målen kan bli en del av det systematiska arbetsmiljöarbetet.

Det här krävs för diplomet:
{{kraven}}`,
    },
    'jamtland-harjedalen': {
      body: `{{verksamhet}} är antagen till {{program}}. Roligt att ni vill vara med!

{{om tiderna}}

Skriv en lista över alla som arbetar hos er, med namn och e-postadress, och skicka den till oss. Ta med dig själv och de som är lediga just nu.

Räkna med ungefär 20 timmar under ett halvår. Mellan träffarna arbetar gruppen med en utvecklingsuppgift, sammanlagt ungefär en arbetsdag.

Det här krävs för diplomet:
{{kraven}}`,
    },
    stockholm: {
      body: `{{verksamhet}} är antagen till {{program}}. Roligt att ni vill vara med!

{{om tiderna}}

Skriv en lista över alla som arbetar hos er, med namn och e-postadress, och skicka den till oss. Ta med dig själv och de som är lediga just nu.

Räkna med ungefär 14 timmar under tre månader. Både verksamheten och var och en som har varit med på alla träffar kan få diplom.

Rekommendera gärna medarbetarna webbutbildningen om hbt. Den är inget krav för diplomet.

Det här krävs för att verksamheten ska få diplom:
{{kraven}}`,
    },
    vasterbotten: {
      body: `{{verksamhet}} är antagen till {{program}}. Roligt att ni vill vara med!

{{om tiderna}}

I god tid före den första träffen får du länkar och material.

Skriv en lista över alla som arbetar hos er, med namn och e-postadress, och skicka den till oss. Ta med dig själv och de som är lediga just nu.

Räkna med ungefär 10 timmar för varje medarbetare. Utse också en hbtq-grupp: de som är med i den behöver ungefär 10 timmar till.

Det här krävs för diplomet:
{{kraven}}`,
    },
    'hbtq-klivet': {
      subject: 'Ni kan börja med {{program}}',
      body: `{{verksamhet}} är med i {{program}}. Roligt att ni vill fortsätta arbetet!

Skriv en lista över alla som arbetar hos er, med namn, e-postadress och vilket år var och en fick sitt hbtq-diplom eller gjorde catch-up. Skicka listan till oss.

{{program}} gör ni på egen hand och i den takt som passar er. Det här ingår:
{{kraven}}`,
    },
  },
};

export const WAITLISTED: DefaultText = {
  subject: 'Ni står i kö till {{program}}',
  body: `Tack för er anmälan. {{verksamhet}} står nu i kö till {{program}}.

Skäl: {{skäl}}.

Du behöver inte göra något. Vi hör av oss när vi kan erbjuda er en plats.

Vill ni inte stå kvar i kön? Säg till, så tar vi bort er.`,
};

export const DECLINED: DefaultText = {
  subject: 'Besked om er anmälan till {{program}}',
  body: `Tack för er anmälan. Den här gången kan vi tyvärr inte erbjuda {{verksamhet}} en plats i {{program}}.

Skäl: {{skäl}}.

Vill du tala om beslutet, eller om när det kan passa bättre? Hör av dig till oss. Ni är välkomna att anmäla er igen.`,
};

export const OCCASION_SET: DefaultText = {
  subject: 'Tid för {{träffar}}',
  body: `Nu är tiden bestämd för {{träffar}} i {{program}}:
{{tider}}

Se till att alla medarbetare kan vara med. En kalenderfil för varje tid är bifogad, och den kan du skicka vidare.`,
};

export const OCCASION_MOVED: DefaultText = {
  subject: '{{ändringen}} för {{träffar}}',
  body: `Det här gäller nu:
{{tider}}

Säg till alla som ska vara med. När du öppnar den bifogade kalenderfilen ändras tiden i kalendern.`,
};

export const OCCASION_CANCELLED: DefaultText = {
  subject: 'Inställt: {{träffar}}',
  body: `Det här är inställt:
{{tider}}

Säg till alla som skulle ha varit med. När du öppnar den bifogade kalenderfilen tas tiden bort ur kalendern.

Vi hör av oss om en ny tid.`,
};

export const MATERIAL: DefaultText = {
  subject: 'Det här gör ni före den första träffen',
  body: `Den första träffen är {{första träffen}}.

Se till att alla medarbetare gör {{webbutbildningen}} före träffen, och att de får tid för det.

[Länkar och material]({{länk material}})`,
  programmes: {
    vasterbotten: {
      body: `Den första träffen är {{första träffen}}. Före den gör alla medarbetare {{webbutbildningen}}.

Planera in tid för det.

Skicka länken vidare till alla:
[Länkar och material]({{länk material}})

Senare skickar var och en också in en reflektionsuppgift. Vi berättar mer om den på träffarna.

Spara länken till formuläret, och skicka den till alla när det är dags:
[Lämna in reflektionen]({{länk reflektion}})`,
    },
    'hbtq-klivet': {
      subject: 'Så kommer ni i gång med {{program}}',
      body: `Börja med att utse en grupp på tre till fem personer som samordnar arbetet. Du som chef ska vara med. Berätta sedan för oss vilka som är med.

Därefter gör alla medarbetare {{webbutbildningen}} och får tid för självreflektion. Självreflektionen är privat, och inget ska skickas in. Meddela oss den dag då alla har fått tid.

Till sist skriver ni tillsammans utvecklingsplanen.

[Länkar och material]({{länk material}})`,
    },
  },
};
