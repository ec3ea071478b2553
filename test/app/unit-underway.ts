/** A unit of two in the middle of its sessions: what is done to its workbook must not show. */
export const UNIT = 'Biblioteket';

export const UNDERWAY = [
  { interest: { unit: UNIT, staff: 2, managerName: 'Kim Ek', managerEmail: 'kim@example.org' } },
  { decide: { unit: UNIT, decision: 'admit' } },
  { people: { unit: UNIT, add: [{ email: 'kim@example.org', roles: ['manager'] }, { email: 'lo@example.org' }] } },
  { occasion: { unit: UNIT, session: 1, starts: '2025-09-10T13:00' } },
  { at: '2025-09-10T17:00', attendance: { unit: UNIT, session: 1, present: '*' } },
  { advance: '2025-09-11T12:00' },
];
