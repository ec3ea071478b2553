import { FolderInUse, UnreadableState } from '../host/index.ts';

/** What a person can do about a start that cannot be; null for what only a programmer can mend. */
export function refusal(error: unknown, port: number): string | null {
  if (error instanceof FolderInUse) {
    return `Programmet är redan igång (process ${error.process}). Använd det fönstret, eller avsluta det med Ctrl+C först.`;
  }
  if (error instanceof UnreadableState) {
    return (
      'Det som sparades förra gången går inte att läsa. Kanske skrevs det av en annan version av programmet.\n' +
      'Byt namn på mappen .local om du vill ha det kvar, eller ta bort den. Starta sedan igen, så börjar du om från början.\n' +
      `Det här gick fel: ${error.message}`
    );
  }
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Porten ${port} används av ett annat program. Välj en annan: PORT=8700 npm start`;
  }
  return null;
}
