import type { Programme } from '../domain/rules.ts';

/** What people see and choose in a list: the programme's own name, with its region where another programme is called the same. */
export function programmeLabels(programmes: readonly Programme[]): ReadonlyMap<string, string> {
  const key = (programme: Programme): string => programme.name.toLowerCase();
  return new Map(
    programmes.map((one) => {
      const shared = programmes.some((other) => other.id !== one.id && key(other) === key(one));
      return [one.id, shared ? `${one.name}, ${one.region}` : one.name];
    }),
  );
}
