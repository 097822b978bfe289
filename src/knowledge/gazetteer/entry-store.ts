/**
 * Entries by id: the four tables of entries in, one GazetteerEntry at a time out.
 *
 * Persons, by far the most, are found by binary search in people.tsv, which is
 * sorted by id; the small tables are read whole when first asked for. An entry
 * made once is kept, since the same few are asked for again and again.
 */
import type { GazetteerEntry } from "../types.ts";
import { ENTRY_READERS, type EntryReader } from "./entries.ts";
import { rowAt } from "./sorted-text.ts";
import { type Row, readBytes, readTable } from "./table.ts";

const PEOPLE = ENTRY_READERS.at(-1)!;
const SMALL = ENTRY_READERS.slice(0, -1);
const PERSON = "person/";
/** Column of states.tsv that says whether the head of state also governs. */
const HEADS = 4;

export class EntryStore {
  readonly #people = readBytes(PEOPLE.file, PEOPLE.columns);
  readonly #made = new Map<string, GazetteerEntry>();
  readonly #oneHead = new Set<string>();
  #small: ReadonlyMap<string, { readonly reader: EntryReader; readonly row: Row }> | null = null;

  /** The entry, or null when the id is unknown. */
  entry(id: string): GazetteerEntry | null {
    const made = this.#made.get(id);
    if (made !== undefined) return made;
    const entry = id.startsWith(PERSON) ? this.#person(id) : this.#other(id);
    if (entry !== null) this.#made.set(id, Object.freeze(entry));
    return entry;
  }

  /** Puts an entry in the place of the one that has its id.
   * @param oneHead its head of state is also its head of government */
  put(entry: GazetteerEntry, oneHead: boolean): void {
    this.#made.set(entry.id, Object.freeze(entry));
    if (oneHead) this.#oneHead.add(entry.id);
  }

  /** True for a state whose head of state is also the head of government. */
  hasOneHead(id: string): boolean {
    if (this.#oneHead.has(id)) return true;
    const found = this.#smallTables().get(id);
    return found !== undefined && found.reader === SMALL[0] && found.row[HEADS] === "one";
  }

  #person(id: string): GazetteerEntry | null {
    const row = rowAt(this.#people, id);
    return row === null ? null : PEOPLE.entry(row);
  }

  #other(id: string): GazetteerEntry | null {
    const found = this.#smallTables().get(id);
    return found === undefined ? null : found.reader.entry(found.row);
  }

  #smallTables(): ReadonlyMap<string, { readonly reader: EntryReader; readonly row: Row }> {
    if (this.#small !== null) return this.#small;
    const small = new Map<string, { reader: EntryReader; row: Row }>();
    for (const reader of SMALL)
      for (const row of readTable(reader.file, reader.columns)) small.set(row[0]!, { reader, row });
    this.#small = small;
    return small;
  }
}
