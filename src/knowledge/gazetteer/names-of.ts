/**
 * Names of one entry as the tables of the gazetteer give them: an id in, its
 * names out, each with how it names the entry. For showing what is known;
 * matching goes through name-index.ts.
 */
import type { NameUse } from "../types.ts";
import { ENTRY_READERS } from "./entries.ts";
import { unmarked } from "./name-rules.ts";
import { readText } from "./table.ts";

/** A name of an entry and how it names it. */
export interface EntryName {
  readonly name: string;
  readonly use: NameUse;
}

/** All names of the entry, in the order of its row; none where the id is unknown. */
export function namesOf(id: string): EntryName[] {
  for (const reader of ENTRY_READERS) {
    const text = readText(reader.file, reader.columns);
    const start = text.startsWith(`${id}\t`) ? 0 : text.indexOf(`\n${id}\t`) + 1;
    if (start === 0 && !text.startsWith(`${id}\t`)) continue;
    const end = text.indexOf("\n", start);
    const row = text.slice(start, end < 0 ? undefined : end).split("\t");
    return reader.names(row).map(({ name, use }) => ({ name: unmarked(name), use }));
  }
  return [];
}
