import { type AdmissionDecision, DECISIONS } from '../domain/facts.ts';
import {
  DECISION_CHOICES,
  DECISION_REASON_CHOICES,
  EXTENSION_REASON_CHOICES,
  OVERRIDE_REASON_CHOICES,
  PACKAGE_CHOICES,
  PLAN_AREA_CHOICES,
  WITHDRAWAL_REASON_CHOICES,
} from './choices.ts';
import { type ProgrammeName, programmeChoices } from './programme-name.ts';
import { collect, type Reading } from './reading.ts';
import type { Cell, UnitRow } from './records.ts';
import { choice, choices, day, email, integer, openTable, raw, text } from './table.ts';
import { UNITS_TAB } from './tabs/units.ts';

const decisionOf = (code: string | null): AdmissionDecision | null => DECISIONS.find((one) => one === code) ?? null;

/**
 * The rows of Verksamheter. A row that lacks its id is given with an empty one: the caller gives it an id before anything depends on it.
 * @param values the tab from row 1 on
 */
export function readUnits(
  values: readonly (readonly Cell[])[],
  programmes: readonly ProgrammeName[],
): Reading<UnitRow> {
  const table = openTable(UNITS_TAB, values);
  const id = raw(table, 'id');
  const unit = text(table, 'unit');
  const programme = choice(table, 'programme', programmeChoices(programmes));
  const round = integer(table, 'round', '2');
  const managerName = text(table, 'managerName');
  const managerEmail = email(table, 'managerEmail');
  const unitType = text(table, 'unitType');
  const administration = text(table, 'administration');
  const packageChoice = choice(table, 'package', PACKAGE_CHOICES);
  const staff = integer(table, 'staff', '20');
  const interestOn = day(table, 'interestOn');
  const consider = text(table, 'consider');
  const decision = choice(table, 'decision', DECISION_CHOICES);
  const decisionOn = day(table, 'decisionOn');
  const decisionReason = choice(table, 'decisionReason', DECISION_REASON_CHOICES, 'other');
  const decidedBy = text(table, 'decidedBy');
  const caseNumber = text(table, 'caseNumber');
  const planOn = day(table, 'planOn');
  const planAreas = choices(table, 'planAreas', PLAN_AREA_CHOICES, 'fault');
  const planLink = text(table, 'planLink');
  const reviewOn = day(table, 'reviewOn');
  const developmentTaskOn = day(table, 'developmentTaskOn');
  const selfReflectionOn = day(table, 'selfReflectionOn');
  const presentationOn = day(table, 'presentationOn');
  const diplomaOn = day(table, 'diplomaOn');
  const overrideReason = choice(table, 'overrideReason', OVERRIDE_REASON_CHOICES, 'other');
  const personDiplomaOn = day(table, 'personDiplomaOn');
  const rulesFrom = day(table, 'rulesFrom');
  const planDue = day(table, 'planDue');
  const catchUpDue = day(table, 'catchUpDue');
  const surveyDue = day(table, 'surveyDue');
  const extensionReason = choice(table, 'extensionReason', EXTENSION_REASON_CHOICES, 'other');
  const withdrawnOn = day(table, 'withdrawnOn');
  const withdrawnReason = choice(table, 'withdrawnReason', WITHDRAWAL_REASON_CHOICES, 'other');
  const note = text(table, 'note');
  const basis = raw(table, 'basis');
  return collect(table, (cells, row) => {
    const name = unit(cells, row);
    const itsProgramme = programme(cells, row) ?? '';
    if (name === '')
      table.fault('fault', 'unit', row, 'Raden saknar verksamhetens namn. Skriv namnet, eller ta bort raden.');
    if (itsProgramme === '' && (cells[table.place('programme')] ?? '') === '') {
      table.fault('fault', 'programme', row, 'Raden saknar program. Välj ett program i listan.');
    }
    return {
      row,
      id: id(cells, row).trim(),
      unit: name,
      programme: itsProgramme,
      round: round(cells, row) || 1,
      managerName: managerName(cells, row),
      managerEmail: managerEmail(cells, row),
      unitType: unitType(cells, row),
      administration: administration(cells, row),
      package: packageChoice(cells, row) ?? '',
      staff: staff(cells, row),
      interestOn: interestOn(cells, row),
      consider: consider(cells, row),
      decision: decisionOf(decision(cells, row)),
      decisionOn: decisionOn(cells, row),
      decisionReason: decisionReason(cells, row) ?? '',
      decidedBy: decidedBy(cells, row),
      caseNumber: caseNumber(cells, row),
      planOn: planOn(cells, row),
      planAreas: planAreas(cells, row),
      planLink: planLink(cells, row),
      reviewOn: reviewOn(cells, row),
      developmentTaskOn: developmentTaskOn(cells, row),
      selfReflectionOn: selfReflectionOn(cells, row),
      presentationOn: presentationOn(cells, row),
      diplomaOn: diplomaOn(cells, row),
      overrideReason: overrideReason(cells, row) ?? '',
      personDiplomaOn: personDiplomaOn(cells, row),
      rulesFrom: rulesFrom(cells, row),
      planDue: planDue(cells, row),
      catchUpDue: catchUpDue(cells, row),
      surveyDue: surveyDue(cells, row),
      extensionReason: extensionReason(cells, row) ?? '',
      withdrawnOn: withdrawnOn(cells, row),
      withdrawnReason: withdrawnReason(cells, row) ?? '',
      note: note(cells, row),
      basis: basis(cells, row),
    };
  });
}
