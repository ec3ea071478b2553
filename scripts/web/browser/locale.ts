import dataValidation from '@univerjs/data-validation/locale/en-US';
import design from '@univerjs/design/locale/en-US';
import docsUI from '@univerjs/docs-ui/locale/en-US';
import sheets from '@univerjs/sheets/locale/en-US';
import sheetsDataValidation from '@univerjs/sheets-data-validation/locale/en-US';
import sheetsDataValidationUI from '@univerjs/sheets-data-validation-ui/locale/en-US';
import sheetsFilter from '@univerjs/sheets-filter/locale/en-US';
import sheetsFilterUI from '@univerjs/sheets-filter-ui/locale/en-US';
import sheetsFormula from '@univerjs/sheets-formula/locale/en-US';
import sheetsFormulaUI from '@univerjs/sheets-formula-ui/locale/en-US';
import sheetsNoteUI from '@univerjs/sheets-note-ui/locale/en-US';
import sheetsUI from '@univerjs/sheets-ui/locale/en-US';
import ui from '@univerjs/ui/locale/en-US';
import { swedishTexts } from './locale-texts.ts';

type Texts = { [key: string]: Texts | string | string[] | Texts[] };

const isBranch = (value: Texts[string] | undefined): value is Texts =>
  typeof value === 'object' && !Array.isArray(value);

/** Puts our texts over Univer's English ones; what we have not named (dialogs that are never opened) stays English. */
const overlay = (base: Texts, over: Texts): Texts => {
  const merged: Texts = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isBranch(below) && isBranch(value) ? overlay(below, value) : value;
  }
  return merged;
};

const english: Texts = Object.assign(
  {},
  design,
  docsUI,
  sheets,
  sheetsUI,
  ui,
  dataValidation,
  sheetsDataValidation,
  sheetsDataValidationUI,
  sheetsFilter,
  sheetsFilterUI,
  sheetsFormula,
  sheetsFormulaUI,
  sheetsNoteUI,
);

export const swedish = overlay(english, swedishTexts);
