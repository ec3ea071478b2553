/** Default texts for the years after the diploma. */
import type { DefaultText } from './texts.ts';

export const SURVEY_OPEN: DefaultText = {
  subject: 'Enkäten är öppen till och med {{sista dag}}',
  body: `{{verksamhet}} fick sitt diplom {{diplomdatum}}. Nu vill vi veta hur arbetet har gått.

Skicka länken vidare till alla som var med på utbildningen, du också. Alla har samma länk, och ingen behöver skriva sitt namn.

[Svara på enkäten]({{länk enkät}})

Enkäten är öppen till och med {{sista dag}}.`,
};

export const SURVEY_LOW: DefaultText = {
  subject: 'Påminnelse: enkäten stänger {{sista dag}}',
  body: `Vi har fått få svar från er på uppföljningsenkäten. Den är öppen till och med {{sista dag}}.

Påminn alla som var med på utbildningen, och ge dem gärna en stund på arbetstid.

[Svara på enkäten]({{länk enkät}})`,
};

export const PLAN_REVISION: DefaultText = {
  subject: 'Dags att se över {{planen}}',
  body: `En gång om året ser du som chef över {{planen}} så att arbetet hålls vid liv. Nu är det dags igen.

Gå igenom {{planen}} med arbetsgruppen: Vad är gjort? Vad ska ni göra i år? Meddela oss när ni har sett över den.

[Meddela att {{planen}} är översedd]({{länk plan}})`,
};

export const FOLLOW_UP: DefaultText = {
  subject: 'Dags för uppföljning',
  body: `{{verksamhet}} fick sitt diplom {{diplomdatum}}. Nu är det dags att följa upp hur arbetet går.

Hör av dig till oss, så bestämmer vi en tid.`,
  programmes: {
    vasterbotten: {
      body: `{{verksamhet}} fick sitt diplom {{diplomdatum}}. Nu är det dags att följa upp hur arbetet går. Att vara med på uppföljningen är ett krav för att behålla diplomet.

Hör av dig till oss, så bestämmer vi en tid.`,
    },
  },
};

export const SUPPLEMENT: DefaultText = {
  subject: 'Diplomet behöver kompletteras',
  body: `Diplomet för {{verksamhet}} gäller fortfarande. För att ni ska behålla det behöver ni komplettera:
{{komplettering}}

De här behöver göra {{catch-up}}:
{{medarbetare kvar}}

[Här görs {{catch-up}}]({{länk catch-up}})

Har någon slutat, eller redan gjort sin del? Berätta det för oss.

[Anmäl personaländring]({{länk personaländring}})`,
};

export const EXPIRY_180: DefaultText = {
  subject: 'Diplomet gäller till och med {{sista dag}}',
  body: `Om ungefär ett halvår går diplomet för {{verksamhet}} ut. Det gäller till och med {{sista dag}}.

{{påfyllnad}} {{förnya senast}}

Hör av dig till oss, så bokar vi en tid som passar.`,
};

export const EXPIRY_90: DefaultText = {
  subject: 'Tre månader kvar: diplomet gäller till och med {{sista dag}}',
  body: `Diplomet för {{verksamhet}} gäller till och med {{sista dag}}.

{{påfyllnad}} {{förnya senast}}

Har vi inte bokat någon tid ännu? Hör av dig till oss nu, så att ni hinner.`,
};

export const EXPIRY_30: DefaultText = {
  subject: 'Diplomet går snart ut: det gäller till och med {{sista dag}}',
  body: `Det är {{dagar kvar}} kvar tills diplomet för {{verksamhet}} går ut. Det gäller till och med {{sista dag}}.

{{påfyllnad}}

Hör av dig till oss den här veckan om ni vill förnya diplomet.`,
};

export const EXPIRED: DefaultText = {
  subject: 'Diplomet har gått ut',
  body: `Diplomet för {{verksamhet}} gällde till och med {{sista dag}} och har nu gått ut.

{{påfyllnad}} Då får ni ett nytt diplom från den dagen.

Hör av dig till oss om ni vill förnya diplomet.`,
};

export const RULES_CHANGED: DefaultText = {
  subject: 'Ändrade regler för er i {{program}}',
  body: `Reglerna i {{program}} har ändrats för {{verksamhet}}.

Det här har ändrats:
{{ändringar}}

Det här krävs nu:
{{kraven}}`,
};
