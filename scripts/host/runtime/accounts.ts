/**
 * The address of the person at the keyboard as a script may know it: its owner's own, or one in the same Workspace
 * domain; otherwise empty (reference: base/Session.getActiveUser).
 */
export function visibleAddress(owner: string, person: string): string {
  if (person === owner) return person;
  const domain = owner.split('@')[1] ?? '';
  const consumer = domain === 'gmail.com' || domain === 'googlemail.com';
  return !consumer && person.split('@')[1] === domain ? person : '';
}
