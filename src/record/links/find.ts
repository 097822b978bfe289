/**
 * The questions of linking answered from the tables: which reports hold these
 * keys, their profiles, facts and texts. Many reports ask at once; what they
 * ask in one turn goes to the database as one statement, and what was fetched
 * lately is kept, so that an answer costs the same however large the record is.
 */
import { sql, type Transaction } from "kysely";
import type { KeyHits, KeyQuery, LinkIndex, LinkReport } from "../../linking/types.ts";
import type { DatabaseKind } from "../db.ts";
import type { Tables } from "../tables.ts";
import { BatchKeys, merged } from "./batch-keys.ts";
import type { LinkCaches, NumberedReport, ReadRow } from "./caches.ts";
import { daysOfEpoch, epochOf, KINDS, NO_DAY } from "./keys.ts";
import { loadTexts } from "./load.ts";
import { unpackFacts, unpackTerms } from "./pack.ts";
import { numbersIn, signed, textsIn } from "./sql.ts";
import { Turn } from "./turn.ts";

type Tx = Transaction<Tables>;

/** Days on either side in which reports are found by all their keys, not by the least of each sentence alone. */
const NEAR_DAYS = 10;

/** Reports by (signed) key. */
type Found = Map<number, NumberedReport[]>;

/** Index over the record for the reports of one batch. */
export class RecordIndex {
  readonly #db: Tx;
  readonly #kind: DatabaseKind;
  readonly #caches: LinkCaches;
  readonly #batch: BatchKeys;
  readonly #keys: Turn<KeyQuery, Found>;
  readonly #rows: Turn<readonly string[], ReadonlyMap<string, ReadRow>>;
  readonly #texts: Turn<readonly string[], ReadonlyMap<string, LinkReport>>;
  /** True where reports without a day are found, too; null as long as nobody asked. */
  #undated: boolean | null = null;

  constructor(db: Tx, kind: DatabaseKind, caches: LinkCaches, batch = new BatchKeys()) {
    this.#db = db;
    this.#kind = kind;
    this.#caches = caches;
    this.#batch = batch;
    this.#keys = new Turn((queries) => this.#findAll(queries));
    this.#rows = new Turn(async (lists) => {
      const rows = await this.#fetch(lists.flat());
      return lists.map(() => rows);
    });
    this.#texts = new Turn(async (lists) => {
      const load = async (ids: readonly string[]) =>
        (await loadTexts(db, kind, ids)).map((report) => [report.id, report] as const);
      const texts = await caches.texts.through(lists.flat(), load);
      return lists.map(() => texts);
    });
  }

  /** The index as one report of the batch sees it.
   * @param day its day
   * @param num its number: of the batch, reports of higher numbers come after it */
  for(day: number | null, num: number): LinkIndex {
    return {
      find: async (query) => {
        const near = query.kind === "copy" ? { ...query, days: nearDays(day) } : query;
        const found = await this.#keys.ask(near);
        const hits: KeyHits[] = [];
        const { kind, mostPerKey } = query;
        for (const key of query.keys) {
          const own = this.#batch.find(kind, key, num, near.days);
          const reports = merged(kind, found.get(signed(key)) ?? [], own, mostPerKey);
          if (reports.length > 0) hits.push({ key, reports });
        }
        return hits;
      },
      profiles: async (ids) => {
        const rows = await this.#rows.ask(ids);
        return ids.flatMap((id) => rows.get(id)?.profile ?? []);
      },
      mentions: async (ids) => {
        const rows = await this.#rows.ask(ids);
        return ids.flatMap((id) => rows.get(id)?.facts ?? []);
      },
      reports: async (ids) => {
        const texts = await this.#texts.ask(ids);
        return ids.flatMap((id) => texts.get(id) ?? []);
      },
    };
  }

  /** For each query its keys with the reports that hold them. */
  async #findAll(queries: readonly KeyQuery[]): Promise<Found[]> {
    const groups = new Map<string, { query: KeyQuery; keys: Set<number>; found: Found }>();
    const answers = queries.map((query) => {
      const name = `${query.kind} ${query.days?.from} ${query.days?.to} ${query.mostPerKey}`;
      const group = groups.get(name) ?? { query, keys: new Set(), found: new Map() };
      groups.set(name, group);
      for (const key of query.keys) group.keys.add(signed(key));
      return group.found;
    });
    for (const { query, keys, found } of groups.values()) await this.#findKeys(query, keys, found);
    return answers;
  }

  async #findKeys(query: KeyQuery, keys: ReadonlySet<number>, found: Found): Promise<void> {
    const { kind, days, mostPerKey } = query;
    // in the order of the table, so that neighbours are read from one page
    const list = [...keys].sort((a, b) => a - b);
    const ranges: (readonly [number, number])[] =
      days === null ? await this.#lastEpochs() : epochRanges(days);
    if (kind === "copy") ranges.reverse();
    if (await this.#hasUndated()) ranges.push(NO_DAYS);
    // copies go back to the earliest report; for the rest the latest are the nearest
    const order = sql.raw(kind === "copy" ? "k.day, k.num" : "k.day desc, k.num desc");
    const rows = await this.#perKey(
      list,
      ranges,
      sql`select num from link_keys k where k.kind = ${sql.raw(String(KINDS[kind]))} and k.epoch = r.epoch
        and k.key = j.value and k.day >= r.low and k.day <= r.high order by ${order} limit ${mostPerKey}`,
    );
    if (kind === "copy")
      rows.push(
        ...(await this.#perKey(
          list,
          [NO_DAYS],
          sql`select num from link_old_keys k where k.key = j.value order by k.day, k.num limit ${mostPerKey}`,
        )),
      );
    const nums = new Set<number>();
    for (const row of rows) for (const num of row.nums) nums.add(num);
    const reports = await this.#nameAll(nums);
    for (const { key, nums } of rows) {
      const known = found.get(key) ?? [];
      found.set(key, known);
      for (const num of nums) {
        if (known.length >= mostPerKey) break;
        const report = reports.get(num)!;
        // what the least runs find was found by all runs already, where it is near
        if (kind !== "copy" || !known.includes(report)) known.push(report);
      }
    }
  }

  /** Numbers for each key of the list in each range, the ranges in their order; keys without any are left out. */
  async #perKey(
    keys: readonly number[],
    ranges: readonly (readonly [number, number])[],
    select: ReturnType<typeof sql>,
  ): Promise<{ readonly key: number; readonly nums: readonly number[] }[]> {
    // No report but the one at hand: there is no stretch of days to look at.
    if (ranges.length === 0 || keys.length === 0) return [];
    const number = sql.raw(this.#kind === "sqlite" ? "" : "::integer");
    const values = sql.join(
      ranges.map(
        ([low, high], at) =>
          sql`(${at}${number}, ${epochOf(low)}${number}, ${low}${number}, ${high}${number})`,
      ),
    );
    const query =
      this.#kind === "sqlite"
        ? sql<{ key: number; nums: string }>`with r(place, epoch, low, high) as (values ${values}),
            f(key, nums) as materialized (select j.value, (select group_concat(num) from (${select}))
              from r cross join json_each(${JSON.stringify(keys)}) j)
            select key, nums from f where nums is not null`
        : sql<{ key: number; nums: string }>`with r(place, epoch, low, high) as (values ${values})
            select j.value as key, s.nums from r
            cross join unnest(${keys}::integer[]) as j(value)
            cross join lateral (select string_agg(num::text, ',') as nums from (${select}) q) s
            where s.nums is not null order by r.place`;
    const { rows } = await query.execute(this.#db);
    return rows.map(({ key, nums }) => ({ key: Number(key), nums: nums.split(",").map(Number) }));
  }

  /** True where some report has no day. */
  async #hasUndated(): Promise<boolean> {
    if (this.#undated !== null) return this.#undated;
    const { rows } = await sql<{ num: number }>`select num from link_keys
      where kind = ${KINDS.story} and epoch = ${NO_DAY} limit 1`.execute(this.#db);
    this.#undated = rows.length > 0;
    return this.#undated;
  }

  /** Ids and days of the reports. */
  #nameAll(nums: Iterable<number>): Promise<Map<number, NumberedReport>> {
    const { reports, numbers } = this.#caches;
    return reports.through(nums, async (missing) => {
      const { rows } = await sql<{ num: number; report_id: string; day: number | null }>`
        select num, report_id, day from link_reads where num in ${numbersIn(this.#kind, missing)}`.execute(
        this.#db,
      );
      return rows.map(({ num, report_id: reportId, day }) => {
        numbers.set(reportId, Number(num));
        return [Number(num), { num: Number(num), reportId, day }] as const;
      });
    });
  }

  /** The last stretches that hold reports, for a report that has no day. */
  async #lastEpochs(): Promise<[number, number][]> {
    const ranges: [number, number][] = [];
    for (let below = NO_DAY; ranges.length < MOST_EPOCHS; ) {
      const { rows } = await sql<{ epoch: number | null }>`select max(epoch) as epoch from link_keys
        where kind = ${KINDS.story} and epoch < ${below}`.execute(this.#db);
      const epoch = rows[0]?.epoch ?? null;
      if (epoch === null) break;
      ranges.push(daysOfEpoch(epoch));
      below = epoch;
    }
    return ranges;
  }

  #fetch(ids: readonly string[]): Promise<Map<string, ReadRow>> {
    return this.#caches.reads.through(ids, async (missing) => {
      const { rows } = await sql<{ report_id: string; day: number | null; terms: string; facts: string }>`
        select report_id, day, terms, facts from link_reads
        where report_id in ${textsIn(this.#kind, missing)}`.execute(this.#db);
      return rows.map(({ report_id: reportId, day, terms, facts }) => [
        reportId,
        { profile: { reportId, day, terms: unpackTerms(terms) }, facts: unpackFacts(facts, reportId) },
      ]);
    });
  }
}

/** Stretches of keys that a report without a day is compared with: more than a year. */
const MOST_EPOCHS = 64;
const NO_DAYS: readonly [number, number] = [NO_DAY, NO_DAY];

/** Stretches of days that lie in one epoch each, the latest first. */
function epochRanges({ from, to }: { readonly from: number; readonly to: number }): [number, number][] {
  const ranges: [number, number][] = [];
  for (let epoch = epochOf(to); epoch >= epochOf(from); epoch--) {
    const [first, last] = daysOfEpoch(epoch);
    ranges.push([Math.max(first, from), Math.min(last, to)]);
  }
  return ranges;
}

function nearDays(day: number | null): KeyQuery["days"] {
  return day === null ? null : { from: day - NEAR_DAYS, to: day + NEAR_DAYS };
}
