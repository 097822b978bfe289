/**
 * The keys by which later reports find earlier ones, in their tables: put in
 * and taken out. Those of the reports of a day lie together as lists; the least
 * key of every sentence stands in a row of its own besides, for it finds
 * reports of any age.
 */
import { type RawBuilder, sql, type Transaction } from "kysely";
import type { KeyKind } from "../../linking/types.ts";
import { insertRows } from "../bulk.ts";
import type { DatabaseKind } from "../db.ts";
import type { LinkDayKeysTable, LinkReadsTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { joinLists, type KeyList, keyList, packList, unpackList, withoutReports } from "./key-list.ts";
import { unpackKeys } from "./pack.ts";
import { insertNumbers, numbersIn, signed } from "./sql.ts";

type Tx = Transaction<Tables>;

export const KINDS: Readonly<Record<KeyKind, number>> = { copy: 0, story: 1, event: 2 };
const KIND_NAMES = ["copy", "story", "event"] as const;

/** Day of what has none: after all days. */
export const NO_DAY = 2 ** 30;

/** Entries of the last list of a day, below which what comes next is put into it. */
const FULL = 8_192;

type KeptKeys = Pick<LinkReadsTable, "num" | "day" | "keys">;
type ListName = Pick<LinkDayKeysTable, "kind" | "day" | "part">;

/** Makes the reports findable by their keys. */
export async function keepKeys(db: Tx, kind: DatabaseKind, reads: readonly KeptKeys[]): Promise<void> {
  await keepDayKeys(db, kind, reads);
  const old = reads
    .flatMap(({ num, day, keys }) =>
      unpackKeys(keys).oldCopy.map((key) => [signed(key), day ?? NO_DAY, Number(num)] as const),
    )
    // neighbours go to one page
    .sort(([a], [b]) => a - b);
  await insertNumbers(db, kind, "link_old_keys", ["key", "day", "num"], old);
}

/** Makes the reports findable by those that are near in time. */
export async function keepDayKeys(db: Tx, kind: DatabaseKind, reads: readonly KeptKeys[]): Promise<void> {
  const byDay = Map.groupBy(reads, ({ day }) => day ?? NO_DAY);
  const last = await lastLists(db, kind, [...byDay.keys()]);
  const rows: LinkDayKeysTable[] = [];
  for (const [day, reports] of byDay) {
    const opened = reports.map(({ num, keys }) => ({ num: Number(num), ...unpackKeys(keys) }));
    for (const name of KIND_NAMES) {
      const fresh = keyList(opened.map((report) => ({ num: report.num, keys: report[name] })));
      if (fresh.keys.length === 0) continue;
      const before = last.get(`${KINDS[name]} ${day}`);
      if (before === undefined || before.size >= FULL)
        rows.push(listRow({ kind: KINDS[name], day, part: (before?.part ?? 0) + 1 }, fresh));
      else rows.push(listRow(before, joinLists(await takeList(db, before), fresh)));
    }
  }
  await insertRows(db, "link_day_keys", rows);
}

function listRow({ kind, day, part }: ListName, list: KeyList): LinkDayKeysTable {
  return { kind, day, part, size: list.keys.length, packed: packList(list) };
}

/** The last list of each kind and day. */
async function lastLists(
  db: Tx,
  kind: DatabaseKind,
  days: readonly number[],
): Promise<Map<string, ListName & { readonly size: number }>> {
  const { rows } = await sql<
    ListName & { readonly size: number }
  >`select kind, day, part, size from link_day_keys
    where ${ofDays(kind, days)} order by part`.execute(db);
  return new Map(rows.map((row) => [`${row.kind} ${row.day}`, row]));
}

/** Condition on all lists of the days: the kind is named, for the table is in order of it. */
function ofDays(kind: DatabaseKind, days: Iterable<number>): RawBuilder<unknown> {
  const kinds = sql.join(Object.values(KINDS));
  return sql`kind in (${kinds}) and day in ${numbersIn(kind, days)}`;
}

async function takeList(db: Tx, { kind, day, part }: ListName): Promise<KeyList> {
  const { rows } = await sql<{ packed: Uint8Array }>`delete from link_day_keys
    where kind = ${kind} and day = ${day} and part = ${part} returning packed`.execute(db);
  return unpackList(rows[0]!.packed);
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
    await takeList(db, name);
    if (list.keys.length > 0) await insertRows(db, "link_day_keys", [listRow(name, list)]);
  }
  for (const { num, day, keys } of reads)
    await sql`delete from link_old_keys where day = ${day ?? NO_DAY} and num = ${num}
      and key in ${numbersIn(kind, unpackKeys(keys).oldCopy.map(signed))}`.execute(db);
}
