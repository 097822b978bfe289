/**
 * The keys by which later reports find earlier ones, in their tables: put in
 * and taken out. Those of a stretch of days lie together on the disk, so that
 * what a day's reports look for is read from few pages.
 */
import { sql, type Transaction } from "kysely";
import type { DatabaseKind } from "../db.ts";
import type { LinkReadsTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { unpackKeys } from "./pack.ts";
import { numberRows, numbersIn, signed } from "./sql.ts";

type Tx = Transaction<Tables>;

export const KINDS = { copy: 0, story: 1, event: 2 } as const;

/** Days of one stretch of keys. */
const EPOCH_DAYS = 8;
/** Day of what has none: after all days. */
export const NO_DAY = 2 ** 30;

export const epochOf = (day: number) => (day === NO_DAY ? NO_DAY : Math.floor(day / EPOCH_DAYS));

/** First and last day of a stretch. */
export const daysOfEpoch = (epoch: number): [number, number] => [
  epoch * EPOCH_DAYS,
  epoch * EPOCH_DAYS + EPOCH_DAYS - 1,
];

type KeptKeys = Pick<LinkReadsTable, "num" | "day" | "keys">;

/** A key and the last bits of the number of its report are one number of 44 bits, in the order of the table. */
const NUM_BITS = 12;
const NUM_ROOM = 2 ** NUM_BITS;
/** What makes keys, which stand in the tables with a sign, numbers without one. */
const SHIFT = 2 ** 31;

/** Makes the reports findable by their keys. */
export async function keepKeys(db: Tx, kind: DatabaseKind, reads: readonly KeptKeys[]): Promise<void> {
  const lists = new Map<string, number[]>();
  const put = (table: number, day: number, num: number, keys: readonly number[]) => {
    const name = `${table} ${day} ${Math.floor(num / NUM_ROOM) * NUM_ROOM}`;
    const list = lists.get(name) ?? [];
    lists.set(name, list);
    for (const key of keys) list.push((signed(key) + SHIFT) * NUM_ROOM + (num % NUM_ROOM));
  };
  for (const { num, day, keys } of reads) {
    const own = unpackKeys(keys);
    for (const name of ["copy", "story", "event"] as const)
      put(KINDS[name], day ?? NO_DAY, Number(num), own[name]);
    put(OLD, day ?? NO_DAY, Number(num), own.oldCopy);
  }
  for (const [name, list] of lists) {
    if (list.length === 0) continue;
    const [table, day, base] = name.split(" ").map(Number) as [number, number, number];
    await insertKeys(db, kind, table, day, base, list);
  }
}

/** Stands for the table of the least keys. */
const OLD = -1;

async function insertKeys(
  db: Tx,
  kind: DatabaseKind,
  table: number,
  day: number,
  base: number,
  list: readonly number[],
): Promise<void> {
  // neighbours go to one page
  const rows = numberRows(kind, Float64Array.from(list).sort());
  const key = sql.raw(`(value >> ${NUM_BITS}) - ${SHIFT}`);
  const num = sql`${base} + (value & ${sql.raw(String(NUM_ROOM - 1))})`;
  if (table === OLD)
    await sql`insert into link_old_keys (key, day, num) select ${key}, ${day}, ${num} from ${rows}
      where true on conflict do nothing`.execute(db);
  else
    await sql`insert into link_keys (kind, epoch, key, day, num)
      select ${table}, ${epochOf(day)}, ${key}, ${day}, ${num} from ${rows}
      where true on conflict do nothing`.execute(db);
}

/** Takes the keys out. */
export async function dropKeys(db: Tx, kind: DatabaseKind, reads: readonly KeptKeys[]): Promise<void> {
  for (const row of reads) {
    const day = row.day ?? NO_DAY;
    const keys = unpackKeys(row.keys);
    const num = Number(row.num);
    for (const name of ["copy", "story", "event"] as const)
      await sql`delete from link_keys where kind = ${KINDS[name]} and epoch = ${epochOf(day)} and day = ${day}
        and num = ${num} and key in ${numbersIn(kind, keys[name].map(signed))}`.execute(db);
    await sql`delete from link_old_keys where day = ${day} and num = ${num}
      and key in ${numbersIn(kind, keys.oldCopy.map(signed))}`.execute(db);
  }
}
