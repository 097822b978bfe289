/**
 * The keys by which later reports find earlier ones, in their tables: put in
 * and taken out. Those of the reports of a day lie together as lists; the least
 * key of every sentence is found in reports of any age, too (old-keys.ts).
 */
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { DatabaseKind } from "../db.ts";
import type { LinkDayKeysTable, LinkReadsTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { DayLists, type ListName } from "./day-lists.ts";
import { KINDS, NO_DAY } from "./key-kinds.ts";
import {
  joinLists,
  type KeyList,
  keyList,
  packList,
  unpackList,
  withDays,
  withoutReports,
} from "./key-list.ts";
import { OldKeys } from "./old-keys.ts";
import { unpackKeys } from "./pack.ts";
import { numbersIn, signed } from "./sql.ts";

type Tx = Transaction<Tables>;

const KIND_NAMES = ["copy", "story", "event"] as const;

/** Entries of the last list of a day, below which what comes next is put into it. */
const FULL = 8_192;

type KeptKeys = Pick<LinkReadsTable, "num" | "day" | "keys">;

/** Makes the reports findable by their keys.
 * @param caches what is known of the tables of keys and goes on knowing what is written */
export async function keepKeys(
  db: Tx,
  kind: DatabaseKind,
  reads: readonly KeptKeys[],
  caches: { readonly lists: DayLists; readonly oldKeys: OldKeys } = {
    lists: new DayLists(),
    oldKeys: new OldKeys(),
  },
): Promise<void> {
  await keepDayKeys(db, kind, reads, caches.lists);
  const dayOf = new Map(reads.map(({ num, day }) => [Number(num), day ?? NO_DAY]));
  const old = keyList(reads.map(({ num, keys }) => ({ num: Number(num), keys: unpackKeys(keys).oldCopy })));
  await caches.oldKeys.put(
    db,
    kind,
    withDays(old, (num) => dayOf.get(num)!),
  );
}

/** Makes the reports findable by those that are near in time. */
export async function keepDayKeys(
  db: Tx,
  kind: DatabaseKind,
  reads: readonly KeptKeys[],
  lists: DayLists = new DayLists(),
): Promise<void> {
  const byDay = Map.groupBy(reads, ({ day }) => day ?? NO_DAY);
  const last = await lastLists(db, kind, [...byDay.keys()]);
  const rows: LinkDayKeysTable[] = [];
  for (const [day, reports] of byDay) {
    const opened = reports.map(({ num, keys }) => ({ num: Number(num), ...unpackKeys(keys) }));
    for (const name of KIND_NAMES) {
      const fresh = keyList(opened.map((report) => ({ num: report.num, keys: report[name] })));
      if (fresh.keys.length === 0) continue;
      const before = last.get(`${KINDS[name]} ${day}`);
      const grows = before !== undefined && before.size < FULL;
      const list = grows ? joinLists(await lists.open(db, before), fresh) : fresh;
      const part = grows ? before.part : (before?.part ?? 0) + 1;
      const row = listRow({ kind: KINDS[name], day, part }, list);
      lists.put(row, list);
      rows.push(row);
    }
  }
  await putLists(db, rows);
}

/** Lists of one statement: some 4 MB. */
const AT_ONCE = 24;

async function putLists(db: Tx, rows: readonly LinkDayKeysTable[]): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE)
    await db
      .insertInto("link_day_keys")
      .values(rows.slice(start, start + AT_ONCE))
      .onConflict((conflict) =>
        conflict.columns(["kind", "day", "part"]).doUpdateSet(({ ref }) => ({
          size: ref("excluded.size"),
          packed: ref("excluded.packed"),
        })),
      )
      .execute();
}

function listRow({ kind, day, part }: Omit<ListName, "size">, list: KeyList): LinkDayKeysTable {
  return { kind, day, part, size: list.keys.length, packed: packList(list) };
}

/** The last list of each kind and day. */
async function lastLists(
  db: Tx,
  kind: DatabaseKind,
  days: readonly number[],
): Promise<Map<string, ListName>> {
  const { rows } = await sql<ListName>`select kind, day, part, size from link_day_keys
    where ${ofDays(kind, days)} order by part`.execute(db);
  return new Map(rows.map((row) => [`${row.kind} ${row.day}`, row]));
}

/** Condition on all lists of the days: the kind is named, for the table is in order of it. */
function ofDays(kind: DatabaseKind, days: Iterable<number>): RawBuilder<unknown> {
  const kinds = sql.join(Object.values(KINDS));
  return sql`kind in (${kinds}) and day in ${numbersIn(kind, days)}`;
}

/** Takes the keys out. */
export async function dropKeys(db: Tx, kind: DatabaseKind, reads: readonly KeptKeys[]): Promise<void> {
  const gone = new Set(reads.map(({ num }) => Number(num)));
  const days = new Set(reads.map(({ day }) => day ?? NO_DAY));
  const { rows } = await sql<LinkDayKeysTable>`select * from link_day_keys
    where ${ofDays(kind, days)}`.execute(db);
  for (const { packed, ...name } of rows) {
    const list = withoutReports(unpackList(packed), gone);
    if (list.keys.length === name.size) continue;
    if (list.keys.length > 0) await putLists(db, [listRow(name, list)]);
    else
      await sql`delete from link_day_keys
        where kind = ${name.kind} and day = ${name.day} and part = ${name.part}`.execute(db);
  }
  await new OldKeys().drop(db, gone);
  for (const { num, day, keys } of reads)
    await sql`delete from link_old_keys where day = ${day ?? NO_DAY} and num = ${num}
      and key in ${numbersIn(kind, unpackKeys(keys).oldCopy.map(signed))}`.execute(db);
}
