/**
 * Reads comma-separated values as Utilities.parseCsv does: quotes may hold delimiters, line breaks and doubled quotes.
 * An empty last line gives no row.
 */
export function parseCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  let started = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
      continue;
    }
    if (letter === '"' && field === '') quoted = true;
    else if (letter === delimiter) endField();
    else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      endField();
      rows.push(row);
      row = [];
      started = false;
      continue;
    } else field += letter;
    started = true;
  }
  if (started) {
    endField();
    rows.push(row);
  }
  return rows;
}
