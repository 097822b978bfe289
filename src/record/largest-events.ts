/** The events that most independent lines of reporting tell, for a front page, and how many events their stories have. */
import { sql } from "kysely";
import type { Database } from "./db.ts";
import { eventConditions } from "./event-conditions.ts";
import { eventsOfNumbers, eventsOfSpan, fewEvents } from "./few-events.ts";
import { textsIn } from "./links/sql.ts";
import { eventLines, eventRows } from "./list-events.ts";
import { whole } from "./plans.ts";
import type { EventFilter, EventLine } from "./types.ts";

/** The events that most independent lines tell, most first; of as many the later one. */
export async function largestEvents(
  database: Database,
  filter: EventFilter,
  limit: number,
): Promise<EventLine[]> {
  const few = await fewEvents(database, filter);
  const from = few === null ? eventsOfSpan(filter) : eventsOfNumbers(database, few.keys);
  const isNarrow = few !== null || filter.since !== undefined || filter.until !== undefined;
  const all = sql`select events.num, events.lines, events.day, events.id from ${from}
    where ${eventConditions(database, few?.rest ?? filter)}`;
  // A span is sorted; of all events the first are read from the index by lines.
  const events = isNarrow && database.kind === "postgres" ? whole("postgres", all) : sql`(${all})`;
  const lines = isNarrow && database.kind === "sqlite" ? sql`+lines` : sql`lines`;
  const { rows } = await sql<{ num: number }>`select num from ${events} found
    order by ${lines} desc, day desc, id desc limit ${limit}`.execute(database.kysely);
  const numbers = rows.map(({ num }) => Number(num));
  const kept = await eventRows(database, sql`(select events.* from ${eventsOfNumbers(database, numbers)})`);
  const places = new Map(numbers.map((num, place) => [num, place]));
  return (await eventLines(database, kept))
    .map(({ num, line }) => ({ line, place: places.get(num) ?? 0 }))
    .sort((a, b) => a.place - b.place)
    .map(({ line }) => line);
}

/** How many events that the filter lets through each of these stories has. */
export async function countByStory(
  database: Database,
  filter: EventFilter,
  stories: readonly string[],
): Promise<Map<string, number>> {
  if (stories.length === 0) return new Map();
  const { rows } = await sql<{ id: string; n: number }>`select stories.id, count(*) as n
    from stories join events on events.story = stories.num
    where stories.id in ${textsIn(database.kind, stories)} and ${eventConditions(database, filter)}
    group by stories.id`.execute(database.kysely);
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}
