import { describe, expect, it } from 'vitest';
import type { Round } from '../../src/domain/facts.ts';
import type { Told } from '../../src/domain/notices.ts';
import { occasionReminders } from '../../src/messages/index.ts';
import { VARMLAND } from '../../src/programmes/index.ts';
import { day, decide, held, occasion, round, staff, standing, tell } from '../domain/notices/story.ts';

const reminders = (facts: Partial<Round>, today: string, told: Told = {}): string[] => {
  const here = round(VARMLAND, { people: staff(4, { attended: 1 }), ...facts });
  return occasionReminders(here, decide(here, VARMLAND, day(today)), day(today), told).map(
    ({ group, text }) => `${group}: ${text}`,
  );
};

describe('coordinators are reminded', () => {
  const planned = { occasions: [occasion(1, '2025-10-06', { label: 'B' })] };

  it.each([
    ['the day before', '2025-10-05', []],
    ['the day of the occasion', '2025-10-06', []],
    [
      'the day after',
      '2025-10-07',
      ['due: Träff 1 (tillfälle B) har passerat. Välj Genomförd eller Inställd på fliken Tillfällen.'],
    ],
  ])('of an occasion that nobody has marked: %s', (_, today, expected) => {
    expect(reminders(planned, today)).toEqual(expected);
  });

  it.each([
    ['2025-10-06', []],
    ['2025-10-07', ['due: Närvaron på träff 1 är inte färdig. Kryssa i Närvaro klar på fliken Tillfällen.']],
  ])('of attendance that is not complete: %s', (today, expected) => {
    expect(reminders({ occasions: [held(1, '2025-10-06', { attendanceComplete: false })] }, today)).toEqual(expected);
  });

  it('of an occasion that the manager was told about and that is gone or cannot be read', () => {
    const facts = round(VARMLAND, { people: staff(4), occasions: [occasion(1, '2025-10-06')] });
    const told = tell({}, standing(facts, VARMLAND, '2025-09-10'), '2025-09-10');
    const text =
      'fault: Chefen har fått en tid för träff 1 (6 oktober 2025), men raden på fliken Tillfällen saknas eller kan inte läsas.';
    expect(reminders({}, '2025-09-11', told)).toEqual([text]);
    expect(reminders({ occasions: [occasion(1, '2025-10-06', { day: null })] }, '2025-09-11', told)).toEqual([text]);
    expect(reminders({ occasions: [occasion(1, '2025-10-06')] }, '2025-09-11', told)).toEqual([]);
    expect(reminders({}, '2025-10-07', told)).toEqual([]);
  });

  it.each([
    ['withdrawn', { withdrawnOn: day('2025-10-01') }],
    ['waiting', { decision: 'waitlist' as const }],
  ])('of nothing when the unit is %s', (_, extra) => {
    expect(reminders({ ...planned, ...extra }, '2025-10-20')).toEqual([]);
  });

  it('of nothing when all is marked', () => {
    const occasions = [held(1, '2025-10-06'), occasion(2, '2025-10-08', { state: 'cancelled' })];
    expect(reminders({ occasions }, '2025-10-20')).toEqual([]);
  });
});
