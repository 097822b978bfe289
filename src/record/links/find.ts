/**
 * The questions of linking answered from the tables: which reports hold these
 * keys, their profiles, facts and texts. Many reports ask at once; what they
 * ask in one turn goes to the database as one statement, and what was fetched
 * lately is kept, so that an answer costs the same however large the record is.
 */
import { sql, type Transaction } from "kysely";
import type {
  FactMention,
  KeyHit,
  KeyQuery,
  LinkIndex,
  LinkReport,
  StoryProfile,
} from "../../linking/types.ts";
import type { DatabaseKind } from "../db.ts";
import type { Tables } from "../tables.ts";
import { daysOfEpoch, epochOf, KINDS, NO_DAY } from "./keep.ts";
import { loadTexts } from "./load.ts";
import { unpackFacts, unpackTerms } from "./pack.ts";
import { Recent } from "./recent.ts";
import { numbersIn, signed, textsIn } from "./sql.ts";

type Tx = Transaction<Tables>;

/** Days on either side in which reports are found by all their keys, not by the least of each sentence alone. */
const NEAR_DAYS = 10;

/** What was fetched lately; it lives as long as the linker and holds no row that can change without its number. */
export class LinkCaches {
  readonly ids = new Recent<number, { readonly id: string; readonly day: number | null }>(100_000);
  readonly profiles = new Recent<string, StoryProfile>(6_000);
  readonly facts = new Recent<string, readonly FactMention[]>(2_000);
  readonly texts = new Recent<string, LinkReport>(400);

  /** Forgets what it knows of these reports. */
  drop(reportIds: Iterable<string>): void {
    const gone = new Set(reportIds);
    for (const id of gone) {
      this.profiles.delete(id);
      this.facts.delete(id);
      this.texts.delete(id);
    }
    this.ids.deleteWhere(({ id }) => gone.has(id));
  }
}

interface Ask<Query, Answer> {
  readonly query: Query;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/** Gathers what is asked in one turn and answers it together. */
class Turn<Query, Answer> {
  #waiting: Ask<Query, Answer>[] = [];
  readonly #answer: (queries: readonly Query[]) => Promise<Answer[]>;

  constructor(answer: (queries: readonly Query[]) => Promise<Answer[]>) {
    this.#answer = answer;
  }

  ask(query: Query): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const asks = this.#waiting;
    this.#waiting = [];
    try {
      const answers = await this.#answer(asks.map(({ query }) => query));
      for (const [at, ask] of asks.entries()) ask.resolve(answers[at]!);
    } catch (error) {
      for (const ask of asks) ask.reject(error);
    }
  }
}

/** Index over the record for the reports of one batch. */
export class RecordIndex {
  readonly #db: Tx;
  readonly #kind: DatabaseKind;
  readonly #caches: LinkCaches;
  readonly #keys: Turn<KeyQuery, Map<number, number[]>>;
  readonly #rows: Turn<readonly string[], null>;

  constructor(db: Tx, kind: DatabaseKind, caches: LinkCaches) {
    this.#db = db;
    this.#kind = kind;
    this.#caches = caches;
    this.#keys = new Turn((queries) => this.#findAll(queries));
    this.#rows = new Turn(async (lists) => {
      await this.#fetch(lists.flat());
      return lists.map(() => null);
    });
  }

  /** The index as one report of the batch sees it.
   * @param day its day
   * @param hidden numbers of reports that come after it in the batch */
  for(day: number | null, hidden: ReadonlySet<number>): LinkIndex {
    return {
      find: async (query) => {
        const near = query.kind === "copy" ? { ...query, days: nearDays(day) } : query;
        const found = await this.#keys.ask(near);
        const hits: KeyHit[] = [];
        for (const key of query.keys)
          for (const num of found.get(signed(key)) ?? []) {
            if (hidden.has(num)) continue;
            const { id: reportId, day } = this.#caches.ids.get(num)!;
            hits.push({ key, reportId, day });
          }
        return hits;
      },
      profiles: async (ids) => {
        await this.#rows.ask(ids);
        return ids.flatMap((id) => this.#caches.profiles.get(id) ?? []);
      },
      mentions: async (ids) => {
        await this.#rows.ask(ids);
        return ids.flatMap((id) => this.#caches.facts.get(id) ?? []);
      },
      reports: async (ids) => {
        const missing = ids.filter((id) => !this.#caches.texts.has(id));
        if (missing.length > 0)
          for (const report of await loadTexts(this.#db, this.#kind, missing))
            this.#caches.texts.set(report.id, report);
        return ids.flatMap((id) => this.#caches.texts.get(id) ?? []);
      },
    };
  }

  /** For each query its keys (signed) with numbers of reports. */
  async #findAll(queries: readonly KeyQuery[]): Promise<Map<number, number[]>[]> {
    const groups = new Map<string, { query: KeyQuery; keys: Set<number>; found: Map<number, number[]> }>();
    const answers = queries.map((query) => {
      const name = `${query.kind} ${query.days?.from} ${query.days?.to} ${query.mostPerKey}`;
      const group = groups.get(name) ?? { query, keys: new Set(), found: new Map() };
      groups.set(name, group);
      for (const key of query.keys) group.keys.add(signed(key));
      return group.found;
    });
    for (const { query, keys, found } of groups.values()) await this.#findKeys(query, [...keys], found);
    const nums = new Set<number>();
    for (const { found } of groups.values())
      for (const list of found.values()) for (const num of list) nums.add(num);
    await this.#nameAll(nums);
    return answers;
  }

  async #findKeys(query: KeyQuery, keys: readonly number[], found: Map<number, number[]>): Promise<void> {
    const { kind, days, mostPerKey } = query;
    const add = (rows: readonly { key: number; nums: string }[]) => {
      for (const { key, nums } of rows) {
        const list = found.get(Number(key)) ?? [];
        found.set(Number(key), list);
        for (const num of nums.split(",")) {
          const value = Number(num);
          if (list.length < mostPerKey && !list.includes(value)) list.push(value);
        }
      }
    };
    const list = JSON.stringify(keys);
    // copies go back to the earliest report; for the rest the latest are the nearest
    const order = sql.raw(kind === "copy" ? "k.day, k.num" : "k.day desc, k.num desc");
    const ranges = days === null ? await this.#lastEpochs() : epochRanges(days);
    if (kind === "copy") ranges.reverse();
    for (const [first, last] of [...ranges, NO_DAYS])
      add(
        await this.#perKey(
          list,
          sql`select num from link_keys k where k.kind = ${sql.raw(String(KINDS[kind]))} and k.epoch = ${epochOf(first)}
            and k.key = j.value and k.day >= ${first} and k.day <= ${last} order by ${order} limit ${mostPerKey}`,
        ),
      );
    if (kind === "copy")
      add(
        await this.#perKey(
          list,
          sql`select num from link_old_keys k where k.key = j.value order by k.day, k.num limit ${mostPerKey}`,
        ),
      );
  }

  /** Numbers for each key of the list, in one statement. */
  async #perKey(list: string, select: ReturnType<typeof sql>): Promise<{ key: number; nums: string }[]> {
    const query =
      this.#kind === "sqlite"
        ? sql<{ key: number; nums: string | null }>`select j.value as key,
            (select group_concat(num) from (${select})) as nums from json_each(${list}) j`
        : sql<{ key: number; nums: string | null }>`select j.value as key, s.nums
            from (select value::integer from jsonb_array_elements_text(${list}::jsonb)) j
            cross join lateral (select string_agg(num::text, ',') as nums from (${select}) q) s`;
    const { rows } = await query.execute(this.#db);
    return rows.filter((row): row is { key: number; nums: string } => row.nums !== null);
  }

  async #nameAll(nums: Iterable<number>): Promise<void> {
    const missing = [...nums].filter((num) => !this.#caches.ids.has(num));
    if (missing.length === 0) return;
    const { rows } = await sql<{ num: number; report_id: string; day: number | null }>`
      select num, report_id, day from link_reads
      where num in ${numbersIn(this.#kind, missing)}`.execute(this.#db);
    for (const { num, report_id: id, day } of rows) this.#caches.ids.set(Number(num), { id, day });
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

  async #fetch(ids: readonly string[]): Promise<void> {
    const { profiles, facts } = this.#caches;
    const missing = [...new Set(ids)].filter((id) => !profiles.has(id) || !facts.has(id));
    if (missing.length === 0) return;
    const { rows } = await sql<{ report_id: string; day: number | null; terms: string; facts: string }>`
      select report_id, day, terms, facts from link_reads
      where report_id in ${textsIn(this.#kind, missing)}`.execute(this.#db);
    for (const row of rows) {
      const { report_id: reportId, day } = row;
      profiles.set(reportId, { reportId, day, terms: unpackTerms(row.terms) });
      facts.set(reportId, unpackFacts(row.facts, reportId));
    }
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
