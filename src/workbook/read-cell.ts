/** What a cell says, read tolerantly. `undefined` always means "cannot be read"; null or an empty value means blank. */
import { canonical, folded, oneLine } from '../domain/clean-text.ts';
import type { Cell } from './records.ts';
import type { Choice } from './tab.ts';

const YES: readonly string[] = [
  ...['ja', 'j', 'x', 'v', 'y', 'yes', 'ok', 'true', 'sant', '1', '✓', '✔', '☑', '✅', 'japp'],
  ...[
    'närvarande',
    'närvarade',
    'närvarat',
    'deltog',
    'deltagit',
    'deltar',
    'har deltagit',
    'var med',
    'på plats',
    'med',
  ],
  ...['klar', 'klart', 'klara', 'gjort', 'genomfört', 'genomförd', 'finns'],
];
const NO: readonly string[] = [
  ...['nej', 'n', 'no', 'false', 'falskt', '0', '-', '–', '—', 'ej', 'inte', '☐', '✗', '✘'],
  ...['frånvarande', 'frånvaro', 'saknas', 'borta', 'deltog inte', 'deltog ej', 'ej närvarande', 'inte med', 'ej klar'],
];

// Letters of other alphabets that look like ours and come along when text is copied.
const LOOKALIKES: Readonly<Record<string, string>> = { ј: 'j', а: 'a', х: 'x', е: 'e', о: 'o', ο: 'o', α: 'a' };

/** A tick: what people write for yes, and for no or not recorded. */
export function readBoolean(cell: Cell): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  if (cell === '' || cell === 0) return false;
  if (cell === 1) return true;
  const text = canonical(String(cell).normalize('NFKC')).replace(/[.!]+$/, '');
  if (text === '' || NO.includes(text)) return false;
  if (YES.includes(text)) return true;
  return YES.includes(text.replace(/./gu, (letter) => LOOKALIKES[letter] ?? letter)) ? true : undefined;
}

/** A whole number, at least 0: "20", "20 st", "1 200", "20,0". */
export function readInteger(cell: Cell): number | null | undefined {
  if (cell === '' || cell === false) return null;
  if (cell === true) return undefined;
  if (typeof cell === 'number') return Number.isInteger(cell) && cell >= 0 ? cell : undefined;
  const text = canonical(cell).replace(/ /g, '');
  if (text === '') return null;
  const match =
    /^(?:ca\.?|cirka|omgång|träff|år)?(\d{1,9})(?:[.,]0+)?(?:st|personer|pers|medarbetare|anställda)?\.?$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** One address in lower case: "Anna A <A.A@example.org>;" gives "a.a@example.org". Several addresses cannot be read. */
export function readEmail(cell: Cell): string | undefined {
  if (typeof cell === 'boolean') return cell ? undefined : '';
  let text = canonical(String(cell));
  if (text === '' || text === '-' || text === '–') return '';
  const inside = /<([^<>]*)>[;,.]*$/.exec(text);
  text = (inside?.[1] ?? text)
    .replace(/^mailto:/, '')
    .replace(/[;,.]+$/, '')
    .trim();
  return /^[^\s@,;:<>"'()[\]\\]+@[^\s@,;:<>"'()[\]\\]+\.[^\s@,;:<>"'()[\]\\.]{2,}$/.test(text) ? text : undefined;
}

const indexes = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

function choiceIndex(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const known = indexes.get(choices);
  if (known) return known;
  const index = new Map<string, string>();
  const words = choices.flatMap((choice) =>
    [choice.code, choice.label, ...(choice.also ?? [])]
      .filter((word) => word !== '')
      .map((word) => [word, choice.code] as const),
  );
  // Exact words first, so that a folded form never takes the place of another choice.
  for (const [word, code] of words) if (!index.has(canonical(word))) index.set(canonical(word), code);
  for (const [word, code] of words) if (!index.has(folded(word))) index.set(folded(word), code);
  indexes.set(choices, index);
  return index;
}

/** The code of the one choice that the cell names; null = blank. */
export function readChoice(cell: Cell, choices: readonly Choice[]): string | null | undefined {
  if (cell === '' || cell === false) return null;
  const text = canonical(String(cell)).replace(/[.!]+$/, '');
  if (text === '') return null;
  const index = choiceIndex(choices);
  return index.get(text) ?? index.get(folded(text));
}

const NO_CHOICE = { codes: [], unknown: [] } as const;

/** The codes of all choices that the cell names, and the parts that name none. */
export function readChoices(
  cell: Cell,
  choices: readonly Choice[],
): { readonly codes: readonly string[]; readonly unknown: readonly string[] } {
  if (cell === '' || cell === false) return NO_CHOICE;
  const whole = readChoice(cell, choices);
  if (typeof whole === 'string') return { codes: whole === '' ? [] : [whole], unknown: [] };
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const part of splitList(String(cell), choices)) {
    const code = readChoice(part, choices);
    if (typeof code === 'string') {
      if (code !== '') codes.add(code);
    } else unknown.push(oneLine(part));
  }
  return { codes: [...codes], unknown };
}

// A slash divides too, unless the part is itself a choice ("kunskap/kompetens").
function splitList(text: string, choices: readonly Choice[]): string[] {
  return text
    .split(/[,;+&\n]|\soch\s/)
    .flatMap((part) => (readChoice(part, choices) === undefined ? part.split('/') : [part]))
    .filter((part) => oneLine(part) !== '');
}
