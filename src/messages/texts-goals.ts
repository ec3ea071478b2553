/** Default texts about attendance, the plan, and what they lead to. */
import type { DefaultText } from './texts.ts';

export const ATTENDANCE_MET: DefaultText = {
  subject: 'Kravet på närvaro är uppfyllt',
  body: `{{närvaro}} Bra jobbat!

De som har missat något behöver ändå göra {{catch-up}}:
{{medarbetare kvar}}`,
};

export const ATTENDANCE_LOST: DefaultText = {
  subject: 'Kravet på närvaro är inte längre uppfyllt',
  body: `Vi har tidigare skrivit att kravet på närvaro är uppfyllt. Uppgifterna har ändrats sedan dess. {{närvaro}}

{{att göra}}

De här har missat något:
{{medarbetare kvar}}

Tror du att något inte stämmer? Hör av dig, så går vi igenom listan tillsammans.`,
};

export const ATTENDANCE_UNREACHABLE: DefaultText = {
  subject: 'Närvaron räcker inte ännu',
  body: `{{närvaro}}

{{att göra}}

De här har missat något:
{{medarbetare kvar}}

[Här görs {{catch-up}}]({{länk catch-up}})

Tror du att något inte stämmer? Hör av dig, så går vi igenom listan tillsammans.`,
};

export const PLAN_SET: DefaultText = {
  subject: '{{Planen}} ska vara klar senast {{sista dag}}',
  body: `Vi har bestämt ett datum för {{planen}}. Den ska vara hos oss senast {{sista dag}}.

[Lämna in {{planen}}]({{länk plan}})

Behöver ni mer tid? Hör av dig i god tid, så bestämmer vi ett nytt datum.`,
  programmes: {
    'jamtland-harjedalen': {
      body: `Tack för den sista träffen! Nu skriver ni tillsammans {{planen}} för det fortsatta arbetet. Räkna med ungefär en halv dag, som ni kan dela upp.

Från {{öppnar}} kan du lämna in {{planen}}. Den ska vara klar senast {{sista dag}}. Du behöver inte skicka något nu.

När {{planen}} är klar presenterar ni den vid slutpresentationen, som tar två timmar. Då får ni också diplomet, om alla krav är uppfyllda.`,
    },
    'hbtq-klivet': {
      body: `Vi har bestämt ett datum för {{planen}}. Den ska vara klar senast {{sista dag}}.

Meddela oss när den är klar. Du behöver inte skicka in den.

[Meddela att {{planen}} är klar]({{länk plan}})

Behöver ni mer tid? Hör av dig i god tid, så bestämmer vi ett nytt datum.`,
    },
  },
};

export const PLAN_OPEN: DefaultText = {
  subject: 'Nu kan du lämna in {{planen}}',
  body: `Nu tar vi emot {{planen}}. Sista dagen är {{sista dag}}.

[Lämna in {{planen}}]({{länk plan}})

Behöver ni mer tid? Hör av dig i god tid, så bestämmer vi ett nytt datum.`,
  programmes: {
    'jamtland-harjedalen': {
      body: `Nu tar vi emot {{planen}}. Sista dagen är {{sista dag}}.

[Lämna in {{planen}}]({{länk plan}})

När vi har fått den bestämmer vi tid för slutpresentationen. Behöver ni mer tid? Hör av dig i god tid, så bestämmer vi ett nytt datum.`,
    },
  },
};

export const PLAN_DUE_SOON: DefaultText = {
  subject: 'Påminnelse: {{planen}} ska vara klar senast {{sista dag}}',
  body: `Vi har inte fått er {{plan}} ännu. Sista dagen är {{sista dag}}. Det är {{dagar kvar}} kvar.

[Lämna in {{planen}}]({{länk plan}})

Hinner ni inte? Hör av dig före sista dagen, så bestämmer vi ett nytt datum.`,
  programmes: {
    'hbtq-klivet': {
      body: `{{Planen}} ska vara klar senast {{sista dag}}. Det är {{dagar kvar}} kvar.

Meddela oss när den är klar. Du behöver inte skicka in den.

[Meddela att {{planen}} är klar]({{länk plan}})

Hinner ni inte? Hör av dig före sista dagen, så bestämmer vi ett nytt datum.`,
    },
  },
};

export const PLAN_OVERDUE: DefaultText = {
  subject: '{{Planen}} har inte kommit in',
  body: `Sista dagen för {{planen}} var {{sista dag}}. Vi har inte fått den. Lämna in den så snart du kan.

[Lämna in {{planen}}]({{länk plan}})

Behöver ni mer tid? Hör av dig, så bestämmer vi ett nytt datum. Har du redan skickat den? Säg till, så letar vi rätt på den.`,
  programmes: {
    'hbtq-klivet': {
      subject: 'Är {{planen}} klar?',
      body: `Vi hade bestämt att {{planen}} skulle vara klar senast {{sista dag}}. Vi har inte hört att den är det.

Meddela oss när den är klar. Du behöver inte skicka in den.

[Meddela att {{planen}} är klar]({{länk plan}})

Behöver ni mer tid? Hör av dig, så bestämmer vi ett nytt datum.`,
    },
  },
};

export const PLAN_MOVED: DefaultText = {
  subject: 'Ny sista dag för {{planen}}: {{sista dag}}',
  body: `Sista dagen för {{planen}} är ändrad till {{sista dag}}.

Tidigare var det {{tidigare dag}}. Det datumet gäller inte längre.

[Lämna in {{planen}}]({{länk plan}})`,
  programmes: {
    'hbtq-klivet': {
      body: `Sista dagen för {{planen}} är ändrad till {{sista dag}}.

Tidigare var det {{tidigare dag}}. Det datumet gäller inte längre.

[Meddela att {{planen}} är klar]({{länk plan}})`,
    },
  },
};

export const PLAN_FEEDBACK: DefaultText = {
  subject: 'Vi har noterat er {{plan}}',
  body: `Tack, vi har noterat att er {{plan}} finns.

De här områdena saknas fortfarande. Komplettera {{planen}} med dem, och meddela oss när det är gjort:
{{områden som saknas}}

{{färdig plan}}

Vill ni ha återkoppling på {{planen}}? Skicka den till oss, så berättar vi vad som är bra och vad som kan slipas på. Det är frivilligt.`,
};

export const REQUIREMENTS_MET: DefaultText = {
  subject: 'Ni har uppfyllt alla krav',
  body: `{{verksamhet}} har uppfyllt alla krav i {{program}}. Grattis!

Vi bestämmer datum för diplomet och hör av oss.`,
};

export const CERTIFIED: DefaultText = {
  subject: '{{diplombesked}}',
  body: `{{diplomnyhet}} Diplomet gäller från och med {{diplomdatum}}.

Sista dagen är {{gäller till}}.

{{personliga diplom}}

{{diplomfil}}

Berätta för oss när någon börjar eller slutar hos er.

[Anmäl personaländring]({{länk personaländring}})`,
  programmes: {
    'jamtland-harjedalen': {
      body: `{{diplomnyhet}} Diplomet gäller från och med {{diplomdatum}} till och med {{gäller till}}.

{{diplomfil}}

Så här håller ni diplomet vid liv:
- Du ser över {{planen}} varje år.
- Efter sex månader får alla som var med en enkät.
- Efter ett och ett halvt år kontaktar vi dig.
- Nyanställda, och de som missade något, gör {{catch-up}}.
- Före sista dagen går ni en halv dags påfyllnad.

Berätta för oss när någon börjar eller slutar hos er.

[Anmäl personaländring]({{länk personaländring}})`,
    },
    vasterbotten: {
      body: `{{diplomnyhet}} Diplomet gäller från och med {{diplomdatum}}.

{{diplomfil}}

Så här behåller ni diplomet:
- Ni är med på uppföljningarna: {{uppföljningar}}.
- Nyanställda, och de som missade något, gör {{catch-up}}.

Berätta för oss när någon börjar eller slutar hos er.

[Anmäl personaländring]({{länk personaländring}})`,
    },
  },
};

export const COMPLETED: DefaultText = {
  subject: 'Ni har genomfört {{program}}',
  body: `Bra jobbat! {{verksamhet}} har genomfört {{program}}.

Nu har ni en egen {{plan}} att arbeta efter. Bestäm själva hur och när ni följer upp den.`,
};
