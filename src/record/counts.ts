/**
 * Tallies of events by actor, recipient, type and time. Where the filter speaks
 * of codes, types, days and factuality alone they come from the roll-ups; else
 * the events are counted one by one.
 */
import { type RawBuilder, sql } from "kysely";
import { addDays, weekday } from "../base/index.ts";
import type { Database } from "./db.ts";
import { eventConditions } from "./event-conditions.ts";
import { DIMS, eventRows } from "./links/event-counts.ts";
import { storable } from "./storable.ts";
import type { CountLine, CountPeriod, CountQuery, EventFilter } from "./types.ts";

const CODE = /^[A-Za-z]{3}$/;
const ROLLED_UP = new Set(["actor", "recipient", "between", "types", "since", "until", "factuality"]);

interface Row {
  readonly day: string;
  readonly actor: string;
  readonly recipient: string;
  readonly type: string;
  readonly events: number;
  readonly mentions: number;
  readonly reports: number;
  readonly lines: number;
}

/** Events in groups, by time, then most first.
 * @param filter where it names no factuality, events that are told as facts */
export async function countsOf(
  database: Database,
  query: CountQuery,
  filter: EventFilter,
): Promise<CountLine[]> {
  const asked: EventFilter = { factuality: "actual", ...filter };
  const between = asked.between ?? [];
  const codes = [...between, asked.actor, asked.recipient].filter((code) => code !== undefined);
  const dims =
    (query.by.includes("actor") || asked.actor !== undefined || between.length > 0 ? DIMS.actor : 0) +
    (query.by.includes("recipient") || asked.recipient !== undefined || between.length > 0
      ? DIMS.recipient
      : 0);
  const plain = (asked.types ?? []).every((type) => !type.includes("/"));
  const rolledUp =
    Object.keys(asked).every((name) => ROLLED_UP.has(name)) &&
    codes.every((code) => CODE.test(code)) &&
    plain;
  const rows = rolledUp
    ? await group(database, sql``, sql`event_counts`, rollUpConditions(dims, asked), query, true)
    : await group(
        database,
        eventRows(eventConditions(database, asked)),
        sql`rows_of`,
        [sql`dims = ${dims}`, ...sides(asked)],
        query,
        false,
      );
  return fold(rows, query, filter);
}

function rollUpConditions(dims: number, filter: EventFilter): RawBuilder<unknown>[] {
  const { since, until, types, factuality } = filter;
  const list = [sql`dims = ${dims}`, ...sides(filter)];
  if (since !== undefined) list.push(sql`day >= ${storable(since)}`);
  if (until !== undefined) list.push(sql`day <= ${storable(until)}`);
  if (factuality !== undefined) list.push(sql`factuality = ${factuality}`);
  if (types !== undefined && types.length > 0)
    list.push(sql`event in (${sql.join(types.map((type) => storable(type.toUpperCase())))})`);
  return list;
}

/** The rows of a pair that the filter asks for, where it asks by codes. */
function sides({ actor, recipient, between }: EventFilter): RawBuilder<unknown>[] {
  const list: RawBuilder<unknown>[] = [];
  const code = (value: string) => storable(value.toUpperCase());
  if (actor !== undefined && CODE.test(actor)) list.push(sql`actor = ${code(actor)}`);
  if (recipient !== undefined && CODE.test(recipient)) list.push(sql`recipient = ${code(recipient)}`);
  if (between?.every((each) => CODE.test(each))) {
    const [one, other] = between;
    list.push(sql`((actor = ${code(one)} and recipient = ${code(other)})
      or (actor = ${code(other)} and recipient = ${code(one)}))`);
  }
  return list;
}

async function group(
  database: Database,
  before: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  conditions: readonly RawBuilder<unknown>[],
  { by, period }: CountQuery,
  summed: boolean,
): Promise<Row[]> {
  const length = { day: 10, week: 10, month: 7, year: 4 };
  const day = period === null ? sql`''` : sql`substr(day, 1, ${sql.raw(String(length[period]))})`;
  const column = (name: CountQuery["by"][number], is: string) => (by.includes(name) ? sql.ref(is) : sql`''`);
  const events = summed ? sql`sum(events)` : sql`count(*)`;
  const { rows } = await sql<Row>`${before}
    select day, actor, recipient, type, ${events} as events, sum(mentions) as mentions,
      sum(reports) as reports, sum(lines) as lines
    from (select ${day} as day, ${column("actor", "actor")} as actor,
        ${column("recipient", "recipient")} as recipient, ${column("type", "event")} as type,
        ${summed ? sql`events,` : sql``} mentions, reports, lines
      from ${from} where ${sql.join(conditions, sql` and `)}) q
    group by day, actor, recipient, type having ${events} > 0`.execute(database.kysely);
  return rows.map((row) => ({
    ...row,
    events: Number(row.events),
    mentions: Number(row.mentions),
    reports: Number(row.reports),
    lines: Number(row.lines),
  }));
}

function fold(rows: readonly Row[], query: CountQuery, filter: EventFilter): CountLine[] {
  const { by, period } = query;
  const groups = new Map<string, CountLine>();
  const add = (row: Row) => {
    const at = period === null ? null : periodOf(row.day, period);
    const line = {
      period: at,
      actor: by.includes("actor") ? row.actor : null,
      recipient: by.includes("recipient") ? row.recipient : null,
      type: by.includes("type") ? row.type : null,
    };
    const key = JSON.stringify(line);
    const known = groups.get(key) ?? { ...line, events: 0, mentions: 0, reports: 0, lines: 0 };
    groups.set(key, {
      ...known,
      events: known.events + row.events,
      mentions: known.mentions + row.mentions,
      reports: known.reports + row.reports,
      lines: known.lines + row.lines,
    });
  };
  for (const row of rows) add(row);
  if (query.zeroFill === true && period !== null) for (const row of emptyRows(rows, period, filter)) add(row);
  const text = (value: string | null) => value ?? "";
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...groups.values()].sort(
    (a, b) =>
      compare(text(a.period), text(b.period)) ||
      b.events - a.events ||
      compare(
        [a.actor, a.recipient, a.type].map(text).join(" "),
        [b.actor, b.recipient, b.type].map(text).join(" "),
      ),
  );
}

/** A row of nothing for each group in each period between the first and the last. */
function emptyRows(rows: readonly Row[], period: CountPeriod, { since, until }: EventFilter): Row[] {
  const days = rows.map(({ day }) => day).filter((day) => day !== "");
  const first = since ?? wholeDay(days.reduce((least, day) => (day < least ? day : least), "9999"));
  const last = until ?? wholeDay(days.reduce((most, day) => (day > most ? day : most), ""));
  if (days.length === 0) return [];
  const groups = new Map(rows.map((row) => [[row.actor, row.recipient, row.type].join(" "), row]));
  const periods = new Map<string, string>();
  for (let day = first; day <= last; day = addDays(day, 1)) periods.set(periodOf(day, period), day);
  const none = { events: 0, mentions: 0, reports: 0, lines: 0 };
  return [...groups.values()].flatMap((row) =>
    [...periods.values()].map((day) => ({ ...row, day, ...none })),
  );
}

const wholeDay = (day: string) => `${day}${"-01-01".slice(day.length - 4)}`.slice(0, 10);

/** The period that a day, or the beginning of one, lies in; "" where it is unknown. */
export function periodOf(day: string, period: CountPeriod): string {
  if (day === "") return "";
  if (period === "day") return day;
  if (period === "month") return day.slice(0, 7);
  if (period === "year") return day.slice(0, 4);
  // ISO 8601: a week belongs to the year of its Thursday
  const thursday = addDays(day, 3 - weekday(day));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}
