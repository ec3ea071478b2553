/** What the coordinators' mail of a working day says, and the tab Start with it. Data alone, apart from the other texts: the tab is looked at each hour. */
export const DIGEST = {
  headings: {
    unsure: 'Osäkra mejl: skickades de?',
    failed: 'Mejl som inte kunde skickas',
    overdue: 'Försenat',
    decide: 'Väntar på beslut',
    due: 'Att göra nu',
    fault: 'Går inte att läsa i arbetsboken',
    coming: 'De närmaste fjorton dagarna',
  },
  items: {
    unsure: 'Det är osäkert om ett mejl skickades. Välj en åtgärd på fliken Utskick.',
    noAddress: 'Chefen saknar en adress som går att använda.',
    deadAddress:
      'kommer inte fram. Rätta chefens e-post på fliken Verksamheter, eller välj Skicka nu på fliken Utskick om adressen fungerar igen.',
    rowIsGone: 'Raden på fliken Verksamheter är borttagen. Hälsokollen kan lägga tillbaka den.',
    interested: 'Intresseanmälan väntar på beslut.',
    interestedAgain:
      'Intresseanmälan väntar på beslut. Verksamheten har redan en omgång på väg. Kom anmälan av misstag? Välj Avböjd och skälet Redan anmäld, då går inget mejl.',
    requirementsMet: 'Alla krav är uppfyllda. Sätt diplomdatum.',
    supplement: 'Komplettering krävs.',
    hasPassed: 'har passerat. Välj Genomförd eller Inställd på fliken Tillfällen.',
    isNotComplete: 'är inte färdig. Kryssa i Närvaro klar på fliken Tillfällen.',
    isNotReadable: 'men raden på fliken Tillfällen saknas eller kan inte läsas.',
  },
  intro: 'Det här behöver du eller en kollega ta hand om. Listan gäller',
  closing: 'Mer står på fliken Start i arbetsboken.',
  footer:
    'Du får mejlet för att du står som koordinator på fliken Inställningar. Det kommer bara de arbetsdagar då något behöver göras.',
};
