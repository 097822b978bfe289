/**
 * Lists of keys of a stretch of days, read from the table when they are first
 * asked for: those of the days around the reports of a batch serve all of them.
 */
import { sql, type Transaction } from "kysely";
import { Recent } from "../../base/recent.ts";
import type { KeyKind, KeyQuery } from "../../linking/types.ts";
import type { LinkDayKeysTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { type KeyList, unpackList } from "./key-list.ts";
import { KINDS, NO_DAY } from "./keys.ts";

type Tx = Transaction<Tables>;
type Name = Pick<LinkDayKeysTable, "day" | "part" | "size">;

/** Before every day, and within the whole numbers of both databases. */
const FIRST_DAY = -(2 ** 31);
const BYTES_PER_ENTRY = 8;
const MOST_BYTES = 24e6;
/** Entries that are looked at where no day says where to look, of reports that have one and of reports that have none:
 * those of some twenty thousand. */
const MOST_UNDATED = 2_000_000;

export class DayLists {
  readonly #lists = new Recent<string, KeyList>(MOST_BYTES, ({ keys }) => keys.length * BYTES_PER_ENTRY);

  /** The lists of the days in their order, or the latest first; then those of reports without a day. */
  async *of(db: Tx, kind: KeyKind, days: KeyQuery["days"], latestFirst: boolean): AsyncGenerator<KeyList> {
    const dated =
      days === null
        ? await named(db, kind, { from: FIRST_DAY, to: NO_DAY - 1 }, MOST_UNDATED)
        : await named(db, kind, days, Number.MAX_SAFE_INTEGER);
    const undated = await named(db, kind, { from: NO_DAY, to: NO_DAY }, MOST_UNDATED);
    for (const part of latestFirst ? [dated, undated] : [dated.toReversed(), undated.toReversed()])
      for (const name of part) yield await this.#open(db, kind, name);
  }

  async #open(db: Tx, kind: KeyKind, { day, part, size }: Name): Promise<KeyList> {
    // a list that grew is another list
    const name = `${kind} ${day} ${part} ${size}`;
    const known = this.#lists.get(name);
    if (known !== undefined) return known;
    const { rows } = await sql<{ packed: Uint8Array }>`select packed from link_day_keys
      where kind = ${KINDS[kind]} and day = ${day} and part = ${part}`.execute(db);
    const list = unpackList(rows[0]!.packed);
    this.#lists.set(name, list);
    return list;
  }

  clear(): void {
    this.#lists.clear();
  }
}

/** The lists of the days, the latest first, until they have `most` entries. */
async function named(
  db: Tx,
  kind: KeyKind,
  days: { readonly from: number; readonly to: number },
  most: number,
): Promise<Name[]> {
  const { rows } = await sql<Name>`select day, part, size from link_day_keys
    where kind = ${KINDS[kind]} and day >= ${days.from} and day <= ${days.to}
    order by day desc, part desc`.execute(db);
  let entries = 0;
  return rows.filter(({ size }) => {
    entries += size;
    return entries - size < most;
  });
}
