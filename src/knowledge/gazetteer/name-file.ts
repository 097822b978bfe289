/**
 * The names of all entries as one sorted text, the form that the loader searches.
 *
 * Line: key, a tab, and the candidates parted by "|", each "id,use,rule,anchor".
 * Candidates stand in the order of types.ts; persons with the greatest office
 * and the latest term first. scripts/gazetteer/index.ts writes it as names.tsv;
 * a test makes it anew and compares.
 */
import type { NameUse } from "../types.ts";
import { ENTRY_READERS } from "./entries.ts";
import { anchorOf, caseRuleOf, unmarked } from "./name-rules.ts";
import { keyOf } from "./pieces.ts";
import { type Row, readTable } from "./table.ts";
import { TERM_COLUMNS } from "./terms.ts";

export const NAME_COLUMNS: readonly string[] = ["key", "candidates"];

/** One way to file an entry: a key and "id,use,rule,anchor". */
export function fileName(name: string, id: string, use: NameUse): { key: string; candidate: string } {
  const rule = caseRuleOf(name);
  const anchor = rule === "any" ? 0 : anchorOf(unmarked(name));
  return { key: keyOf(unmarked(name)), candidate: `${id},${use},${rule},${anchor}` };
}

/** Last day in office by person, as in terms.tsv. */
function lastDays(): Map<string, string> {
  const days = new Map<string, string>();
  for (const [person, , , , , , end, seen] of readTable("terms.tsv", TERM_COLUMNS)) {
    const last = end === "" ? seen! : end!;
    if (last > (days.get(person!) ?? "")) days.set(person!, last);
  }
  return days;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text of names.tsv, made from the tables. */
export function nameFile(): string {
  const days = lastDays();
  const filed = new Map<string, string[]>();
  for (const reader of ENTRY_READERS) {
    const rows: Row[] = readTable(reader.file, reader.columns);
    const rank = reader.columns.indexOf("rank");
    if (rank >= 0)
      rows.sort(
        (a, b) =>
          Number(a[rank]) - Number(b[rank]) ||
          compare(days.get(b[0]!) ?? "", days.get(a[0]!) ?? "") ||
          compare(a[0]!, b[0]!),
      );
    for (const row of rows)
      for (const { name, use } of reader.names(row)) {
        const { key, candidate } = fileName(name, row[0]!, use);
        const known = filed.get(key);
        if (known === undefined) filed.set(key, [candidate]);
        else if (!known.some((other) => other.startsWith(`${row[0]},`))) known.push(candidate);
      }
  }
  filed.delete("");
  const lines = [...filed]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, names]) => `${key}\t${names.join("|")}`);
  return `${NAME_COLUMNS.join("\t")}\n${lines.join("\n")}\n`;
}
