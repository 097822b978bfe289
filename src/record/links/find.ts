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
import { ListNames } from "./day-lists.ts";
import { NO_DAY } from "./key-kinds.ts";
import { meet } from "./key-list.ts";
import { loadTexts } from "./load.ts";
import { unpackFacts, unpackTerms } from "./pack.ts";
import { numbersIn, textsIn } from "./sql.ts";
import { Turn } from "./turn.ts";

type Tx = Transaction<Tables>;

/** Days on either side in which reports are found by all their keys, not by the least of each sentence alone. */
const NEAR_DAYS = 10;

/** Reports by key. */
type Found = Map<number, NumberedReport[]>;

/** Index over the record for the reports of one batch. */
export class RecordIndex {
  readonly #db: Tx;
  readonly #kind: DatabaseKind;
  readonly #caches: LinkCaches;
  readonly #batch: BatchKeys;
  readonly #names: ListNames;
  readonly #keys: Turn<KeyQuery, Found>;
  readonly #rows: Turn<readonly string[], ReadonlyMap<string, ReadRow>>;
  readonly #texts: Turn<readonly string[], ReadonlyMap<string, LinkReport>>;

  constructor(db: Tx, kind: DatabaseKind, caches: LinkCaches, batch = new BatchKeys()) {
    this.#db = db;
    this.#kind = kind;
    this.#caches = caches;
    this.#batch = batch;
    this.#names = new ListNames(db);
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
          const reports = merged(kind, found.get(key) ?? [], own, mostPerKey);
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
      for (const key of query.keys) group.keys.add(key);
      return group.found;
    });
    for (const { query, keys, found } of groups.values()) await this.#findKeys(query, keys, found);
    return answers;
  }

  async #findKeys(query: KeyQuery, keys: ReadonlySet<number>, found: Found): Promise<void> {
    const { kind, days, mostPerKey } = query;
    const sought = Uint32Array.from(keys).sort();
    // copies go back to the earliest report; for the rest the latest are the nearest
    const latestFirst = kind !== "copy";
    const holders = new Map<number, number[]>();
    for (const name of await this.#names.of(kind, days, latestFirst)) {
      const list = await this.#caches.lists.open(this.#db, name);
      meet(list, sought, (place, first, last) => {
        const known = holders.get(place) ?? [];
        if (known.length === 0) holders.set(place, known);
        for (let step = 0; step <= last - first && known.length < mostPerKey; step++)
          known.push(list.nums[latestFirst ? last - step : first + step]!);
      });
    }
    const { oldKeys } = this.#caches;
    const old = kind === "copy" ? await oldKeys.find(this.#db, this.#kind, sought, mostPerKey) : [];
    const reports = await this.#nameAll(
      new Set([...[...holders.values()].flat(), ...old.flatMap(({ nums }) => nums)]),
    );
    for (const [place, nums] of holders)
      found.set(
        sought[place]!,
        nums.map((num) => reports.get(num)!),
      );
    for (const [key, hits] of Map.groupBy(old, ({ key: each }) => each)) {
      const known = found.get(key) ?? [];
      found.set(key, known);
      const nums = new Set(hits.flatMap((hit) => hit.nums));
      for (const report of earliest(nums, reports, mostPerKey)) {
        if (known.length >= mostPerKey) break;
        // what the least runs find was found by all runs already, where it is near
        if (!known.includes(report)) known.push(report);
      }
    }
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

/** The earliest of the reports, at most so many. */
function earliest(
  nums: Iterable<number>,
  reports: ReadonlyMap<number, NumberedReport>,
  most: number,
): NumberedReport[] {
  const dayOf = ({ day }: NumberedReport) => day ?? NO_DAY;
  return Array.from(nums, (num) => reports.get(num)!)
    .sort((a, b) => dayOf(a) - dayOf(b) || a.num - b.num)
    .slice(0, most);
}

function nearDays(day: number | null): KeyQuery["days"] {
  return day === null ? null : { from: day - NEAR_DAYS, to: day + NEAR_DAYS };
}
