/**
 * Beginnings that a spreadsheet reads as a formula, in half and full width, also after spaces or
 * invisible characters.
 */
const FORMULA = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]/;

/** A text as one cell: a formula is made plain text by an apostrophe before it. */
function cellOf(text: string): string {
  const plain = FORMULA.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replace(/"/g, '""')}"`;
}

/**
 * Rows as a csv file (RFC 4180): every cell in quotes, and a mark at the beginning by which
 * spreadsheets recognise UTF-8. Cells hold what people typed, so none is read as a formula.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}
