/**
 * Rows to comma-separated values, for tables that are counted on the page and
 * have no list of the API behind them. Cells that a spreadsheet would take for a
 * formula begin with an apostrophe, as in the files of the API.
 * @see RFC 4180
 */
export type CsvCell = string | number;

/** The text with its heading. */
export function csvText(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(value: CsvCell): string {
  if (typeof value === "number") return String(value);
  const safe = /^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
