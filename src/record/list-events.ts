/**
 * Events out: lists by filter in the order of their days, and one by its id.
 * The values of an event of several mentions are kept with it; those of a
 * single mention are read from that mention.
 */
import { type RawBuilder, sql } from "kysely";
import type { LinkedEvent, Party, Sourced } from "../linking/types.ts";
import { type ReportCursor, reportOfCursor } from "./cursor.ts";
import { type Part, partsByDay } from "./day-parts.ts";
import type { Database } from "./db.ts";
import { eventConditions } from "./event-conditions.ts";
import { eventsOfNumbers, fewEvents } from "./few-events.ts";
import type { EventPartiesTable, EventsTable } from "./link-tables.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { numbersIn } from "./links/sql.ts";
import { whole } from "./plans.ts";
import type { EventFilter, EventLine, Page, PageRequest } from "./types.ts";

const ROOM = sql.raw(String(MENTION_ROOM));

type EventRow = EventsTable & {
  readonly story_id: string | null;
  readonly first_report_id: string;
  readonly last_report_id: string;
  readonly event_text: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: string | null;
};

/** Events in the order of their days. */
export async function listEvents(
  database: Database,
  filter: EventFilter,
  request: PageRequest,
): Promise<Page<EventLine>> {
  const after = reportOfCursor(request.after ?? null);
  const few = await fewEvents(database, filter);
  if (few !== null && few.keys.length === 0) return { lines: [], next: null };
  const rows: EventRow[] = [];
  for (const part of partsByDay(filter.since, after?.day ?? "")) {
    const limit = request.limit + 1 - rows.length;
    const page = pageOf(
      database,
      { filter: few?.rest ?? filter, numbers: few?.keys ?? null, part, after },
      limit,
    );
    rows.push(...(await eventRows(database, page)));
    if (rows.length > request.limit) break;
  }
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  return {
    lines: (await eventLines(database, kept)).map(({ line }) => line),
    next: rows.length > request.limit && last !== undefined ? `${last.day}|${last.id}` : null,
  };
}

interface Stretch {
  readonly filter: EventFilter;
  /** The only ones that can pass; null where they are many. */
  readonly numbers: readonly number[] | null;
  readonly part: Part;
  readonly after: ReportCursor | null;
}

type Query = RawBuilder<unknown>;

/** The first events of the stretch, as a table. */
function pageOf(database: Database, { filter, numbers, part, after }: Stretch, limit: number): Query {
  const list: Query[] = [eventConditions(database, filter, true)];
  if (part?.kind === "later") list.push(sql`events.day >= ${part.day}`);
  if (part?.kind === "lasting") list.push(lasts(database, part.day));
  if (after !== null) list.push(sql`(events.day, events.id) > (${after.day}, ${after.id})`);
  const all = sql`select events.* from ${numbers === null ? sql`events` : eventsOfNumbers(database, numbers)}
    where ${sql.join(list, sql` and `)}`;
  const isKnown = database.kind === "postgres" && (numbers !== null || part?.kind === "lasting");
  const found = isKnown ? sql`select * from ${whole(database.kind, all)} events` : all;
  return sql`(${found} order by events.day, events.id limit ${limit})`;
}

/** Condition: began before the day and lasts into it. */
function lasts(database: Database, day: string): Query {
  if (database.kind === "postgres")
    return sql`events.last_day > events.day and events.last_day >= ${day} and events.day < ${day}`;
  return sql`events.num in (select num from events lasting
    where lasting.last_day > lasting.day and lasting.last_day >= ${day} and lasting.day < ${day})`;
}

/** The events with what lists show of their first mention, in the order of their days. */
export async function eventRows(database: Database, events: Query): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select events.*, stories.id as story_id, first_read.report_id as first_report_id,
      last_read.report_id as last_report_id, mentions.event_text, sentences.text,
      reports.url, reports.title, reports.outlet, reports.date as published
    from ${events} events
    join link_reads first_read on first_read.num = events.first_report
    join link_reads last_read on last_read.num = events.last_report
    join reports on reports.id = first_read.report_id
    join mentions on mentions.report_id = reports.id
      and mentions.position = events.first_mention - events.first_report * ${ROOM}
    left join sentences on sentences.report_id = mentions.report_id
      and sentences.position = mentions.sentence
    left join stories on stories.num = events.story
    order by events.day, events.id`.execute(database.kysely);
  return rows;
}

/** The events whose ids begin so, six at most. */
export async function findEvents(database: Database, prefix: string): Promise<EventLine[]> {
  return (await listEvents(database, { event: prefix }, { limit: 6 })).lines.slice();
}

/** Number of events that the filter lets through. */
export async function countEvents(database: Database, filter: EventFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from events
    where ${eventConditions(database, filter)}`.execute(database.kysely);
  return Number(rows[0]?.n ?? 0);
}

/** The lines of the rows, each with the number of its event. */
export async function eventLines(
  database: Database,
  rows: readonly EventRow[],
): Promise<{ readonly num: number; readonly line: EventLine }[]> {
  const list = numbersIn(
    database.kind,
    rows.map(({ num }) => Number(num)),
  );
  const mentions = await sql<{ event: number; id: string }>`
    select event_mentions.event, mentions.id from event_mentions
    join link_reads on link_reads.num = event_mentions.mention / ${ROOM}
    join mentions on mentions.report_id = link_reads.report_id
      and mentions.position = event_mentions.mention - link_reads.num * ${ROOM}
    where event_mentions.event in ${list} order by event_mentions.event, event_mentions.rank`.execute(
    database.kysely,
  );
  const parties = await sql<EventPartiesTable>`select * from event_parties
    where event in ${list} order by event, role, position`.execute(database.kysely);
  const idsOf = Map.groupBy(mentions.rows, ({ event }) => Number(event));
  const partiesOf = Map.groupBy(parties.rows, ({ event }) => Number(event));
  return rows.map((row) => {
    const num = Number(row.num);
    const ids = (idsOf.get(num) ?? []).map(({ id }) => id);
    const { url, title, outlet, published: date } = row;
    const citation = { url, title, outlet, date };
    const line = {
      event: eventOf(row, ids, partiesOf.get(num) ?? []),
      first: { eventText: row.event_text, text: row.text ?? "", citation },
    };
    return { num, line };
  });
}

type Evidence = Pick<
  LinkedEvent,
  | "event"
  | "cameo"
  | "content"
  | "factuality"
  | "mode"
  | "context"
  | "actor"
  | "recipient"
  | "date"
  | "place"
  | "quantity"
>;

function eventOf(
  row: EventRow,
  mentions: readonly string[],
  parties: readonly EventPartiesTable[],
): LinkedEvent {
  const side = (role: string) => parties.filter((party) => party.role === role).map(partyOf);
  const main: LinkedEvent["main"] = {
    mode: JSON.parse(row.mode),
    context: JSON.parse(row.context),
    actor: side("actor"),
    recipient: side("recipient"),
  };
  const evidence: Evidence =
    row.evidence === null ? evidenceOfOne(row, main, mentions) : JSON.parse(row.evidence);
  return {
    id: row.id,
    storyId: row.story_id,
    main,
    ...evidence,
    mentions,
    reports: row.reports,
    outlets: row.outlets,
    lines: row.lines,
    firstReport: row.first_report_id,
    lastReport: row.last_report_id,
    standing: row.standing as LinkedEvent["standing"],
    confidence: row.confidence,
  };
}

/** What a single mention says is all that there is. */
function evidenceOfOne(row: EventRow, main: LinkedEvent["main"], mentions: readonly string[]): Evidence {
  const told = <T>(value: T): Sourced<T> => ({ value, mentions });
  const optional = <T>(value: T | null) => (value === null ? null : told(value));
  const json = (text: string | null) => (text === null ? null : JSON.parse(text));
  return {
    event: told(row.event as LinkedEvent["event"]["value"]),
    cameo: optional(row.cameo),
    content: optional(json(row.content)),
    factuality: told(row.factuality as LinkedEvent["factuality"]["value"]),
    mode: main.mode.map(told),
    context: main.context.map(told),
    actor: main.actor.map(told),
    recipient: main.recipient.map(told),
    date: row.date === null ? null : told({ date: row.date, endDate: row.end_date }),
    place: optional(json(row.place)),
    quantity: (JSON.parse(row.quantity) as { value: number; unit: string }[]).map(told),
  };
}

function partyOf(row: EventPartiesTable): Party {
  return {
    code: row.code,
    sector: row.sector as Party["sector"],
    name: row.name,
    id: row.entity_id,
    entityText: row.entity_text,
  };
}
