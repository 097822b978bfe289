/**
 * Lists of keys of a stretch of days, read from the table when they are first
 * asked for: those of the days around the reports of a batch serve all of them.
 * Which lists there are is asked once for a batch, what is in them is kept.
 */
import { sql, type Transaction } from "kysely";
import { Recent } from "../../base/recent.ts";
import type { KeyKind, KeyQuery } from "../../linking/types.ts";
import type { LinkDayKeysTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { KINDS, NO_DAY } from "./key-kinds.ts";
import { type KeyList, unpackList } from "./key-list.ts";

type Tx = Transaction<Tables>;
/** A list by its place in the table; one that grew is another list. */
export type ListName = Pick<LinkDayKeysTable, "kind" | "day" | "part" | "size">;

const BYTES_PER_ENTRY = 8;
const MOST_BYTES = 24e6;

/** What is in the lists that were read or written lately. */
export class DayLists {
  readonly #lists = new Recent<string, KeyList>(MOST_BYTES, ({ keys }) => keys.length * BYTES_PER_ENTRY);

  /** What is in the list. */
  async open(db: Tx, list: ListName): Promise<KeyList> {
    const known = this.#lists.get(nameOf(list));
    if (known !== undefined) return known;
    const { kind, day, part } = list;
    const { rows } = await sql<{ packed: Uint8Array }>`select packed from link_day_keys
      where kind = ${kind} and day = ${day} and part = ${part}`.execute(db);
    const opened = unpackList(rows[0]!.packed);
    this.put(list, opened);
    return opened;
  }

  /** Takes in a list that was just written. */
  put(list: ListName, opened: KeyList): void {
    this.#lists.set(nameOf(list), opened);
  }

  clear(): void {
    this.#lists.clear();
  }
}

const nameOf = ({ kind, day, part, size }: ListName) => `${kind} ${day} ${part} ${size}`;

/** Before every day, and within the whole numbers of both databases. */
const FIRST_DAY = -(2 ** 31);
/** Days whose lists are asked for together, in the order of the calendar. */
const STRETCH_DAYS = 32;
/** Entries that are looked at where no day says where to look, of reports that have one and of reports that have none:
 * those of some twenty thousand. */
const MOST_UNDATED = 2_000_000;

/** Which lists there are, the latest first, as a batch sees them before it puts in its own. */
export class ListNames {
  readonly #db: Tx;
  /** By kind, of stretches of days and of reports without a day. */
  readonly #stretches = new Map<number, readonly ListName[]>();
  #undated: Promise<readonly ListName[]> | undefined;

  constructor(db: Tx) {
    this.#db = db;
  }

  /** The lists of the days, then those of reports without a day: in their order, or the latest first. */
  async of(kind: KeyKind, days: KeyQuery["days"], latestFirst: boolean): Promise<ListName[]> {
    const dated =
      days === null
        ? upTo(MOST_UNDATED, ofKind(await this.#between(FIRST_DAY, NO_DAY - 1), kind))
        : ofKind(await this.#near(days.from, days.to), kind);
    this.#undated ??= this.#between(NO_DAY, NO_DAY);
    const undated = upTo(MOST_UNDATED, ofKind(await this.#undated, kind));
    return latestFirst ? [...dated, ...undated] : [...dated.toReversed(), ...undated.toReversed()];
  }

  async #near(from: number, to: number): Promise<ListName[]> {
    const [first, last] = [Math.floor(from / STRETCH_DAYS), Math.floor(to / STRETCH_DAYS)];
    const missing: number[] = [];
    for (let at = first; at <= last; at++) if (!this.#stretches.has(at)) missing.push(at);
    if (missing.length > 0) {
      const [low, high] = [missing[0]!, missing.at(-1)!];
      const found = await this.#between(low * STRETCH_DAYS, (high + 1) * STRETCH_DAYS - 1);
      const byStretch = Map.groupBy(found, ({ day }) => Math.floor(day / STRETCH_DAYS));
      for (let at = low; at <= high; at++) this.#stretches.set(at, byStretch.get(at) ?? []);
    }
    const names: ListName[] = [];
    for (let at = last; at >= first; at--)
      names.push(...this.#stretches.get(at)!.filter(({ day }) => day >= from && day <= to));
    return names;
  }

  async #between(from: number, to: number): Promise<readonly ListName[]> {
    const { rows } = await sql<ListName>`select kind, day, part, size from link_day_keys
      where kind in (${sql.join(Object.values(KINDS))}) and day >= ${from} and day <= ${to}
      order by day desc, part desc`.execute(this.#db);
    return rows;
  }
}

const ofKind = (names: readonly ListName[], kind: KeyKind) =>
  names.filter((name) => name.kind === KINDS[kind]);

/** The first of them, until they have `most` entries. */
function upTo(most: number, names: readonly ListName[]): ListName[] {
  let entries = 0;
  return names.filter(({ size }) => {
    entries += size;
    return entries - size < most;
  });
}
