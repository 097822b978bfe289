/**
 * Roll-ups of events: how many there are of a day and type, for each actor,
 * recipient and pair, so that `counts` need not read the events themselves.
 * Where nobody is the recipient and several act together, each is the other's.
 */
import { sql } from "kysely";
import type { DatabaseKind, Db } from "../db.ts";
import { numbersIn } from "./sql.ts";

/** What a roll-up is by: the sum of those that it tells apart. */
export const DIMS = { actor: 1, recipient: 2 } as const;

/** Adds the events to the roll-ups (+1) or takes them out (-1); they stand in their tables. */
export async function addToCounts(
  db: Db,
  kind: DatabaseKind,
  events: readonly number[],
  step: 1 | -1,
): Promise<void> {
  if (events.length === 0) return;
  const list = numbersIn(kind, events);
  const one = sql.raw(String(step));
  await sql`
    with e as (
      select num, event, factuality, day, mentions, reports, lines from events where num in ${list}
    ), a as (
      select distinct event as num, code from event_parties
      where role = 'actor' and code is not null and event in ${list}
    ), given as (
      select distinct event as num, code from event_parties
      where role = 'recipient' and code is not null and event in ${list}
    ), r as (
      select num, code, 0 as together from given
      union all
      select num, code, 1 as together from a
      where num not in (select event from event_parties where role = 'recipient' and event in ${list})
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
    )
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
