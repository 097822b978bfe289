/**
 * A record as large as one likes: what linking keeps of generated reports is
 * copied into earlier days with other keys, so that the tables in which later
 * reports are sought grow to their full size without reading a million texts.
 * Of ten runs of words one stays as it is: a phrase that all use. Prints what
 * one more report costs at each size (its memory with that of the generator):
 * `node bench/linking/grow-record.ts PLACE 10000 100000 1000000` (a file or a
 * postgres:// URL, empty).
 */
import { sql } from "kysely";
import { insertRows } from "../../src/record/bulk.ts";
import { type Database, openDatabase, writing } from "../../src/record/db.ts";
import { openRecord } from "../../src/record/index.ts";
import type { LinkDayKeysTable, LinkOldKeysTable } from "../../src/record/link-tables.ts";
import { LAST_NUMBER } from "../../src/record/links/keep.ts";
import { keyList, packList, unpackList } from "../../src/record/links/key-list.ts";
import { remakeFilter } from "../../src/record/links/old-keys.ts";
import { unpackKeys } from "../../src/record/links/pack.ts";
import { insertNumbers, signed } from "../../src/record/links/sql.ts";
import { Linker } from "./linker.ts";
import { newsSentences } from "./news-words.ts";
import { type Cost, costLine, RecordFiller } from "./record-cost.ts";

/** Reports that are generated, of which the others are copies. */
const BASE = 10_000;
/** Reports that are linked at each size, half of them before the clock runs. */
const TIMED = 4_000;
/** Days by which each copy lies before the last one. */
const DAYS_APART = 40;

/** Keys of the reports that are copied. */
interface Keys {
  readonly lists: readonly LinkDayKeysTable[];
  readonly old: readonly LinkOldKeysTable[];
}

async function keysOf({ kysely: db }: Database): Promise<Keys> {
  const lists = await db.selectFrom("link_day_keys").selectAll().execute();
  const reads = await db.selectFrom("link_reads").select(["num", "day", "keys"]).execute();
  const old = reads.flatMap(({ num, day, keys: kept }) =>
    unpackKeys(kept).oldCopy.map((key) => ({ key: signed(key), day: day!, num: Number(num) })),
  );
  return { lists, old };
}

/** The key of a copy; one of ten is that of all. */
function keyOf(key: number, copy: number): number {
  return key % 10 === 0 ? key >>> 0 : (Math.imul(key, 48_271) + copy * 104_729) >>> 0;
}

/** Copies the first BASE reports under numbers from `base` on. */
async function copyBack(database: Database, { lists, old }: Keys, copy: number, base: number): Promise<void> {
  const days = copy * DAYS_APART;
  await writing(database, async (db) => {
    await sql`insert into link_reads select num + ${sql.lit(base)}, report_id || ${sql.lit(`.${copy}`)}, day - ${sql.lit(days)},
      length, retracts, part, '[]', '', '', '', '[]' from link_reads where num <= ${BASE}`.execute(db);
    const copied = lists.map(({ kind, day, part, size, packed }) => {
      const { keys, nums } = unpackList(packed);
      const holders = Array.from(keys, (key, at) => ({ num: nums[at]! + base, keys: [keyOf(key, copy)] }));
      return { kind, day: day - days, part, size, packed: packList(keyList(holders)) };
    });
    await insertRows(db, "link_day_keys", copied);
    const rows = old.map(
      ({ key, day, num }) => [signed(keyOf(key, copy)), day - days, Number(num) + base] as const,
    );
    await insertNumbers(
      db,
      database.kind,
      "link_old_keys",
      ["key", "day", "num"],
      rows.sort(([a], [b]) => a - b),
    );
    await sql`update link_words set reports = ${base + BASE} where stem = ${LAST_NUMBER}`.execute(db);
  });
}

const [place = "", ...sizes] = process.argv.slice(2);
const filler = new RecordFiller(place, newsSentences());
/** Fills the record by so many reports more, and tells the cost of the last of them. */
async function fillBy(...reports: readonly number[]): Promise<Cost> {
  const record = await openRecord(place);
  const linker = new Linker(place);
  try {
    let cost: Cost | undefined;
    for (const more of reports) cost = await filler.fill(record, linker, filler.stored + more);
    return cost!;
  } finally {
    await linker.close();
    await record.close();
  }
}

await fillBy(BASE);
let database = await openDatabase(place);
const keys = await keysOf(database);
await database.kysely.destroy();
let copies = 0;
for (const size of sizes.map(Number)) {
  database = await openDatabase(place);
  for (const wanted = Math.round((size - filler.stored) / BASE); copies < wanted; )
    await copyBack(database, keys, ++copies, filler.stored + (copies - 1) * BASE);
  await writing(database, (db) => remakeFilter(db, database.kind));
  await database.kysely.destroy();
  const cost = await fillBy(TIMED / 2, TIMED / 2);
  console.log(costLine({ ...cost, reports: filler.stored + copies * BASE }));
}
