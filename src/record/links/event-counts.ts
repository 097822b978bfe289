/**
 * Roll-ups of events: how many there are of a day and type, for each actor,
 * recipient and pair, so that `counts` need not read the events themselves.
 * Where nobody is the recipient and several act together, each is the other's.
 */
import { type RawBuilder, sql } from "kysely";
import type { DatabaseKind, Db } from "../db.ts";
import { numbersIn } from "./sql.ts";

/** What a roll-up is by: the sum of those that it tells apart. */
export const DIMS = { actor: 1, recipient: 2 } as const;

/** `with … rows_of …`: a row for each event and each of its actors, recipients and pairs.
 * @param which condition on the table `events` */
export function eventRows(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with e as (
      select num, event, factuality, day, mentions, reports, lines from events where ${which}
    ), a as (
      select distinct p.event as num, p.code from event_parties p join e on e.num = p.event
      where p.role = 'actor' and p.code is not null
    ), given as (
      select distinct p.event as num, p.code from event_parties p join e on e.num = p.event
      where p.role = 'recipient' and p.code is not null
    ), r as (
      select num, code, 0 as together from given
      union all
      select num, code, 1 as together from a
      where not exists (select 1 from event_parties p where p.event = a.num and p.role = 'recipient')
        and num in (select num from a group by num having count(*) > 1)
    ), rows_of as (
      select 0 as dims, '' as actor, '' as recipient, e.* from e
      union all
      select 1, coalesce(a.code, ''), '', e.* from e left join a on a.num = e.num
      union all
      select 2, '', coalesce(r.code, ''), e.* from e left join r on r.num = e.num
      union all
      select 3, coalesce(a.code, ''), coalesce(r.code, ''), e.* from e
      left join a on a.num = e.num
      left join r on r.num = e.num and (r.together = 0 or r.code <> a.code)
    )`;
}

/** Adds the events to the roll-ups (+1) or takes them out (-1); they stand in their tables. */
export async function addToCounts(
  db: Db,
  kind: DatabaseKind,
  events: readonly number[],
  step: 1 | -1,
): Promise<void> {
  if (events.length === 0) return;
  const one = sql.raw(String(step));
  await sql`${eventRows(sql`num in ${numbersIn(kind, events)}`)}
    insert into event_counts
      (dims, actor, recipient, event, factuality, day, events, mentions, reports, lines)
    select dims, actor, recipient, event, factuality, day,
      ${one} * count(*), ${one} * sum(mentions), ${one} * sum(reports), ${one} * sum(lines)
    from rows_of where true
    group by dims, actor, recipient, event, factuality, day
    order by dims, actor, recipient, event, factuality, day
    on conflict (dims, actor, recipient, event, factuality, day) do update set
      events = event_counts.events + excluded.events,
      mentions = event_counts.mentions + excluded.mentions,
      reports = event_counts.reports + excluded.reports,
      lines = event_counts.lines + excluded.lines`.execute(db);
}
