/**
 * A record as large as one likes: what linking keeps of generated reports is
 * copied into earlier days with other keys, so that the tables in which later
 * reports are sought grow to their full size without reading a million texts.
 * Of ten runs of words one stays as it is: a phrase that all use. Prints what
 * one more report costs at each size:
 * `node bench/linking/grow-record.ts FILE 10000 100000 1000000` (SQLite, empty).
 */
import { DatabaseSync } from "node:sqlite";
import { openRecord } from "../../src/record/index.ts";
import { newsSentences } from "./news-words.ts";
import { RecordFiller } from "./record-cost.ts";

/** Reports that are generated, of which the others are copies. */
const BASE = 10_000;
/** Reports that are linked at each size, half of them before the clock runs. */
const TIMED = 4_000;
/** Days by which each copy lies before the last one. */
const DAYS_APART = 32;
const LAST_NUMBER = 2 ** 31 + 1;

/** Copies the first BASE reports `times` times, the first copy being number `first`. */
function copyBack(path: string, first: number, times: number): void {
  const database = new DatabaseSync(path);
  database.exec("pragma cache_size = -200000; pragma synchronous = off; begin immediate");
  const most = database.prepare("select max(num) as num from link_reads").get() as { num: number };
  for (let copy = first; copy < first + times; copy++) {
    const days = copy * DAYS_APART;
    const base = most.num + (copy - first) * BASE;
    const key = (name: string) =>
      `case when ${name} % 10 = 0 then ${name} else ((${name} + 2147483648) * 48271 + ${copy} * 104729) % 4294967296 - 2147483648 end`;
    database.exec(`
      insert into link_reads select num + ${base}, report_id || '.${copy}', day - ${days}, length, retracts,
        part, '[]', '', keys, '', '[]' from link_reads where num <= ${BASE};
      insert or ignore into link_keys select kind, (day - ${days}) / 8, ${key("key")} as k, day - ${days}, num + ${base}
        from link_keys where num <= ${BASE} order by 1, 2, 3;
      insert or ignore into link_old_keys select ${key("key")} as k, day - ${days}, num + ${base}
        from link_old_keys where num <= ${BASE} order by 1`);
  }
  database.exec(
    `update link_words set reports = ${most.num + times * BASE} where stem = ${LAST_NUMBER}; commit`,
  );
  database.close();
}

const [path = "", ...sizes] = process.argv.slice(2);
let record = await openRecord(path);
const filler = new RecordFiller(newsSentences());
await filler.fill(record, BASE);
let copies = 0;
for (const size of sizes.map(Number)) {
  const times = Math.max(0, Math.round((size - filler.stored) / BASE) - copies);
  await record.close();
  copyBack(path, copies + 1, times);
  copies += times;
  record = await openRecord(path);
  await filler.fill(record, filler.stored + TIMED / 2);
  const { linkMs, memoryMb } = await filler.fill(record, filler.stored + TIMED / 2);
  console.log(`${filler.stored + copies * BASE}\t${linkMs.toFixed(2)} ms\t${memoryMb} MB`);
}
await record.close();
