/** Results of a survey by unit and in total, with what may not be shown left out. Free of Forms: the answers come as numbers by unit. */
import { groupedBy } from './grouped-by.ts';
import { type Group, showable } from './suppression.ts';

export interface SurveyAnswer {
  readonly unitId: string;
  /** Whole numbers by question id; a question that was left out is absent. */
  readonly values: Readonly<Record<string, number>>;
}

export interface InvitedUnit {
  readonly unitId: string;
  readonly name: string;
  /** How many took part in the training and have been asked. */
  readonly invited: number;
}

export interface QuestionResult {
  /** Null where too few were invited for the number itself to be shown. */
  readonly answers: number | null;
  readonly of: number | null;
  /** Answers by value ("1" … "5"); null where they may not be shown. */
  readonly values: Readonly<Record<string, number>> | null;
  readonly hidden: boolean;
}

export type ResultsByQuestion = Readonly<Record<string, QuestionResult>>;

export interface SurveyResults {
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly questions: ResultsByQuestion }[];
  readonly total: ResultsByQuestion;
}

const TOTAL = '*';

const tree = (leaves: readonly { readonly unitId: string }[], weight: (unitId: string) => number): Group => ({
  id: TOTAL,
  weight: 0,
  parts: leaves.map(({ unitId }) => ({ id: unitId, weight: weight(unitId), parts: [] })),
});

function tally(values: readonly number[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

/**
 * @param smallest results from fewer answers are not shown, nor anything that they could be worked out from; units with fewer invited
 *   show no number of answers either
 */
export function surveyResults(
  units: readonly InvitedUnit[],
  answers: readonly SurveyAnswer[],
  questions: readonly string[],
  smallest: number,
): SurveyResults {
  const invited = new Map(units.map((unit) => [unit.unitId, unit.invited]));
  const counted = showable(
    tree(units, (unitId) => invited.get(unitId) ?? 0),
    smallest,
  );
  const ofUnit = groupedBy(answers, (answer) => answer.unitId);
  const byUnit = new Map<string, Record<string, QuestionResult>>(units.map((unit) => [unit.unitId, {}]));
  const total: Record<string, QuestionResult> = {};
  for (const question of questions) {
    const given = (unitId: string): readonly number[] =>
      (ofUnit.get(unitId) ?? []).flatMap((answer) => {
        const value = answer.values[question];
        return value === undefined ? [] : [value];
      });
    const shown = showable(
      tree(units, (unitId) => given(unitId).length),
      smallest,
    );
    const result = (id: string, values: readonly number[], asked: number): QuestionResult => {
      const [answers, of] = counted.has(id) ? [values.length, asked] : [null, null];
      const hidden = answers === null || !shown.has(id);
      return { answers, of, values: hidden ? null : tally(values), hidden };
    };
    for (const unit of units) {
      const results = byUnit.get(unit.unitId);
      if (results) results[question] = result(unit.unitId, given(unit.unitId), unit.invited);
    }
    total[question] = result(
      TOTAL,
      units.flatMap((unit) => given(unit.unitId)),
      units.reduce((sum, unit) => sum + unit.invited, 0),
    );
  }
  return { units: units.map(({ unitId, name }) => ({ unitId, name, questions: byUnit.get(unitId) ?? {} })), total };
}
