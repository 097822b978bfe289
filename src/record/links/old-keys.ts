/**
 * Keys that find reports of any age, the least of every sentence. Those of the
 * last lists opened (link_fresh_keys) are searched in memory; from there they
 * go into their rows (link_old_keys) a stretch of keys at a time, so that rows
 * that are neighbours in the table go in together. A filter says which keys
 * need not be sought in the rows; it is kept whenever half the lists are
 * others, and completed by what went from the lists into rows since.
 */
import { sql, type Transaction } from "kysely";
import type { DatabaseKind } from "../db.ts";
import type { Tables } from "../tables.ts";
import { KeyFilter } from "./key-filter.ts";
import { type DatedList, joinDated, meet, packDated, unpackDated } from "./key-list.ts";
import { insertNumbers, numbersIn, signed, textOfList } from "./sql.ts";

type Tx = Transaction<Tables>;

/** Lists that are searched in memory: as many stretches into which keys are parted, each of which is put into the rows
 * as a list is opened. */
const LISTS = 64;
const KEYS_PER_STRETCH = 2 ** 32 / LISTS;
/** Entries of the last list, below which what comes next is put into it. */
const FULL = 4_096;
/** Keys that are sought in the table without the filter, as long as it is not at hand: reading it costs more. */
const FEW = 10_000;
const FILTER_PARTS = 16;

interface FreshList {
  readonly part: number;
  readonly list: DatedList;
}

/** A report that holds a key. */
export interface OldHit {
  readonly key: number;
  readonly nums: readonly number[];
}

/** What is known of these keys, as long as nobody else puts any in. */
export class OldKeys {
  #lists: readonly FreshList[] | undefined;
  #filter: KeyFilter | undefined;
  #soughtWithout = 0;

  /** Reports that hold the keys, the earliest of the rows first, then those of the lists.
   * @param sought in order
   * @param most reports of a key in the rows, and as many of each list */
  async find(db: Tx, kind: DatabaseKind, sought: Uint32Array, most: number): Promise<OldHit[]> {
    if (sought.length === 0) return [];
    const lists = await this.#opened(db);
    this.#soughtWithout += sought.length;
    if (this.#soughtWithout > FEW) await this.#filled(db);
    const filter = this.#filter;
    const likely = filter === undefined ? sought : sought.filter((key) => filter.mayHold(key));
    const hits = likely.length === 0 ? [] : await rowsOf(db, kind, likely, most);
    for (const { list } of lists)
      meet(list, sought, (place, first, last) => {
        const nums = [...list.nums.subarray(first, last + 1)];
        hits.push({ key: sought[place]!, nums });
      });
    return hits;
  }

  /** Puts the keys in. */
  async put(db: Tx, kind: DatabaseKind, fresh: DatedList): Promise<void> {
    if (fresh.keys.length === 0) return;
    const lists = await this.#opened(db);
    const last = lists.at(-1);
    if (last !== undefined && last.list.keys.length < FULL) {
      const grown = { part: last.part, list: joinDated(last.list, fresh) };
      await putList(db, grown);
      this.#lists = [...lists.slice(0, -1), grown];
    } else {
      const opened = { part: (last?.part ?? 0) + 1, list: fresh };
      await putList(db, opened);
      const stretch = stretchOf(opened.part % LISTS, lists);
      await insertNumbers(db, kind, "link_old_keys", ["key", "day", "num"], stretch);
      for (const [key] of stretch) this.#filter?.add(key);
      if (opened.part % (LISTS / 2) === 0) await keepFilter(db, withLists(await this.#filled(db), lists));
      // all their stretches are in the rows, and all their keys are in the filter that is kept
      const done = opened.part - LISTS;
      await sql`delete from link_fresh_keys where part <= ${done}`.execute(db);
      this.#lists = [...lists.filter(({ part }) => part > done), opened];
    }
  }

  /** Takes the keys of these reports out of the lists. */
  async drop(db: Tx, gone: ReadonlySet<number>): Promise<void> {
    for (const { part, list } of await readLists(db)) {
      const stays = (_: number, at: number) => !gone.has(list.nums[at]!);
      const keys = list.keys.filter(stays);
      if (keys.length === list.keys.length) continue;
      const left = { keys, nums: list.nums.filter(stays), days: list.days.filter(stays) };
      await putList(db, { part, list: left });
    }
  }

  /** Reads the lists anew when they are asked for; what the filter holds too much does no harm. */
  forgetLists(): void {
    this.#lists = undefined;
  }

  async #opened(db: Tx): Promise<readonly FreshList[]> {
    this.#lists ??= await readLists(db);
    return this.#lists;
  }

  async #filled(db: Tx): Promise<KeyFilter> {
    if (this.#filter !== undefined) return this.#filter;
    const filter = await readFilter(db);
    const lists = await this.#opened(db);
    const last = lists.at(-1)?.part ?? 0;
    for (const { part, list } of lists)
      for (const key of list.keys) {
        // lists that were opened since until the one that put this stretch of keys into the rows
        const after = (Math.floor(key / KEYS_PER_STRETCH) - part - 1) & (LISTS - 1);
        if (after < last - part) filter.add(key);
      }
    this.#filter = filter;
    return filter;
  }
}

async function rowsOf(db: Tx, kind: DatabaseKind, keys: Uint32Array, most: number): Promise<OldHit[]> {
  // in the order of the table, so that neighbours are read from one page
  const asked = numbersIn(kind, Int32Array.from(keys).sort());
  const select = sql`select num from link_old_keys k where k.key = j.value order by k.day, k.num limit ${most}`;
  const nums = sql`(select ${textOfList(kind, sql`num`)} from (${select}) q)`;
  const query = sql<{ key: number; nums: string }>`with f(key, nums) as materialized (
      select j.value, ${nums} from ${asked} j) select key, nums from f where nums is not null`;
  const { rows } = await query.execute(db);
  return rows.map((row) => ({ key: Number(row.key) >>> 0, nums: row.nums.split(" ").map(Number) }));
}

async function readLists(db: Tx): Promise<FreshList[]> {
  const { rows } = await sql<{ part: number; packed: Uint8Array }>`select part, packed from link_fresh_keys
    order by part`.execute(db);
  return rows.map(({ part, packed }) => ({ part, list: unpackDated(packed) }));
}

async function putList(db: Tx, { part, list }: FreshList): Promise<void> {
  const row = { part, packed: packDated(list) };
  await db
    .insertInto("link_fresh_keys")
    .values(row)
    .onConflict((conflict) => conflict.column("part").doUpdateSet({ packed: row.packed }))
    .execute();
}

type Row = readonly [key: number, day: number, num: number];

/** The rows of one stretch of the keys of the lists, in their order, so that neighbours go to one page. */
function stretchOf(stretch: number, lists: readonly FreshList[]): Row[] {
  const [low, high] = [stretch * KEYS_PER_STRETCH, (stretch + 1) * KEYS_PER_STRETCH];
  const rows: Row[] = [];
  for (const { list } of lists)
    for (let at = firstFrom(list.keys, low); at < list.keys.length && list.keys[at]! < high; at++)
      rows.push([signed(list.keys[at]!), list.days[at]!, list.nums[at]!]);
  return rows.sort(([a], [b]) => a - b);
}

/** A filter that lets the keys of the lists through, too. */
function withLists({ bytes }: KeyFilter, lists: readonly FreshList[]): KeyFilter {
  const filter = new KeyFilter(bytes.slice());
  for (const { list } of lists) for (const key of list.keys) filter.add(key);
  return filter;
}

function firstFrom(keys: Uint32Array, least: number): number {
  let low = 0;
  for (let high = keys.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function readFilter(db: Tx): Promise<KeyFilter> {
  const filter = new KeyFilter();
  const size = filter.bytes.length / FILTER_PARTS;
  for (let part = 0; part < FILTER_PARTS; part++) {
    const { rows } = await sql<{ packed: Uint8Array }>`select packed from link_key_filter
      where part = ${part}`.execute(db);
    if (rows[0] !== undefined) filter.bytes.set(rows[0].packed, part * size);
  }
  return filter;
}

/** Keeps the filter as it is now. */
export async function keepFilter(db: Tx, { bytes }: KeyFilter): Promise<void> {
  const size = bytes.length / FILTER_PARTS;
  for (let part = 0; part < FILTER_PARTS; part++) {
    const packed = Buffer.from(bytes.buffer, bytes.byteOffset + part * size, size);
    await db
      .insertInto("link_key_filter")
      .values({ part, packed })
      .onConflict((conflict) => conflict.column("part").doUpdateSet({ packed }))
      .execute();
  }
}

/** Stretches in which the rows are read. */
const READS = 256;

/** Makes the filter of all rows anew. */
export async function remakeFilter(db: Tx, kind: DatabaseKind): Promise<void> {
  const filter = new KeyFilter();
  const step = 2 ** 32 / READS;
  for (let low = -(2 ** 31); low < 2 ** 31; low += step) {
    const { rows } = await sql<{ keys: string | null }>`select ${textOfList(kind, sql`key`)} as keys
      from link_old_keys where key >= ${low} and key <= ${low + step - 1}`.execute(db);
    for (const key of rows[0]?.keys?.split(" ") ?? []) filter.add(Number(key));
  }
  await keepFilter(db, filter);
}
