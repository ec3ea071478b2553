/** Colours that follow what a cell says. The words or signs themselves say the same, so nothing is told by colour alone. */
import { COLOURS } from './colours.ts';
import type { TabKey } from './tab.ts';

export interface ConditionalFormat {
  /** Key of the column that is coloured. */
  readonly column: string;
  readonly condition: 'text-is' | 'text-contains' | 'formula';
  /** The text; for `formula` a formula with `{key}` places and ROW(), without a row number. */
  readonly value: string;
  readonly background: string;
  readonly text: string;
  readonly bold: boolean;
}

type Tone = 'good' | 'warn' | 'bad' | 'quiet';

const TONES: Readonly<Record<Tone, { readonly background: string; readonly text: string }>> = {
  good: { background: COLOURS.good, text: COLOURS.goodText },
  warn: { background: COLOURS.warn, text: COLOURS.warnText },
  bad: { background: COLOURS.bad, text: COLOURS.badText },
  quiet: { background: COLOURS.quiet, text: COLOURS.quietText },
};

const says = (column: string, tone: Tone, ...texts: readonly string[]): ConditionalFormat[] =>
  texts.map((value) => ({ column, condition: 'text-is', value, ...TONES[tone], bold: tone === 'bad' }));

const contains = (column: string, tone: Tone, ...texts: readonly string[]): ConditionalFormat[] =>
  texts.map((value) => ({ column, condition: 'text-contains', value, ...TONES[tone], bold: tone === 'bad' }));

export function conditionalFormats(tab: TabKey): readonly ConditionalFormat[] {
  switch (tab) {
    case 'units':
      return [
        ...contains('status', 'bad', 'komplettering krävs'),
        ...says('status', 'good', 'Diplomerad', 'Genomförd', 'Krav uppfyllda'),
        ...says('status', 'warn', 'I kö', 'Intresseanmäld'),
        ...says('status', 'bad', 'Utgången'),
        ...says('status', 'quiet', 'Avböjd', 'Avbruten'),
        { column: 'consider', condition: 'formula', value: '={consider}<>""', ...TONES.warn, bold: false },
      ];
    case 'people':
      return [{ column: 'remaining', condition: 'formula', value: '={remaining}<>""', ...TONES.warn, bold: false }];
    case 'occasions':
      return [
        ...says('state', 'good', 'Genomförd'),
        ...says('state', 'quiet', 'Inställd'),
        {
          column: 'attendanceComplete',
          condition: 'formula',
          value: '=AND({state}="Genomförd";{attendanceComplete}<>TRUE)',
          ...TONES.warn,
          bold: false,
        },
      ];
    case 'followUps':
      return [{ column: 'missed', condition: 'formula', value: '={missed}=TRUE', ...TONES.bad, bold: true }];
    case 'outbox':
      return [
        ...says('state', 'good', 'Skickat'),
        ...says('state', 'warn', 'I kö', 'Hålls'),
        ...says('state', 'bad', 'Osäkert'),
        ...says('state', 'quiet', 'Återtaget'),
      ];
    case 'start':
      return [
        ...says('section', 'bad', 'Varning', 'Försenat', 'Osäkert utskick', 'Utskick utan adress'),
        ...says(
          'section',
          'warn',
          'Att besluta',
          'Att göra nu',
          'Går inte att läsa',
          'Svar att ta hand om',
          'Gallring',
        ),
        ...says('section', 'warn', 'Torrkörning', 'Hålls av torrkörningen'),
        ...says('section', 'quiet', 'Nyckeltal', 'Senaste nattkörning'),
      ];
    default:
      return [];
  }
}
