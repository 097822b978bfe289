/**
 * Events for a large record without linking it: each mention is an event of its
 * own, told by one line, with roll-ups as linking keeps them. For measuring
 * speed alone; linking's own cost is measured in bench/linking.
 */
import { sql } from "kysely";
import type { Database } from "../../src/record/db.ts";

/** As many mentions as a report has room for in linking's numbers. */
const ROOM = sql.raw("4096");

/** Fills the tables of linking from those of the mentions. */
export async function fillEvents({ kysely, kind }: Database): Promise<void> {
  const big = kind === "sqlite" ? sql`integer` : sql`bigint`;
  const run = (statement: ReturnType<typeof sql>) => statement.execute(kysely);
  await run(sql`insert into link_reads (num, report_id, day, length, retracts, part, credits, terms, keys, words, facts)
    select row_number() over (order by day, id), id, null, 0, 0, '', '', '', '', '', '' from reports`);
  await run(sql`insert into events (num, id, story, event, mode, context, cameo, content, date, end_date, day, last_day,
      factuality, standing, place, quantity, confidence, mentions, reports, lines, outlets,
      first_mention, first_report, last_report, evidence)
    select r.num * ${ROOM} + m.position, 'e' || substr(m.id, 2), null, m.event, m.mode, m.context, m.cameo, m.content,
      m.date, m.end_date, m.day, m.last_day, m.factuality, 'reported', m.place, m.quantity, m.confidence, 1, 1, 1, 1,
      r.num * ${ROOM} + m.position, r.num, r.num, null
    from link_reads r join mentions m on m.report_id = r.report_id order by r.num, m.position`);
  await run(
    sql`insert into event_mentions (mention, event, rank) select num, num, 0 from events order by num`,
  );
  await run(sql`insert into event_parties (event, role, position, code, sector, name, name_key, entity_id, entity_text)
    select r.num * ${ROOM} + p.mention, p.role, p.position, p.code, p.sector, p.name, p.name_key, p.entity_id, p.entity_text
    from link_reads r join mention_parties p on p.report_id = r.report_id order by 1, 2, 3`);
  const counts = sql`count(*), count(*), count(*), count(*)`;
  await run(sql`insert into event_counts (dims, actor, recipient, event, factuality, day, events, mentions, reports, lines)
    select 0, '', '', event, factuality, day, ${counts} from events group by event, factuality, day`);
  await run(sql`insert into event_counts (dims, actor, recipient, event, factuality, day, events, mentions, reports, lines)
    select 1, p.code, '', e.event, e.factuality, e.day, ${counts} from events e
    join event_parties p on p.event = cast(e.num as ${big}) and p.role = 'actor' and p.code is not null
    group by p.code, e.event, e.factuality, e.day`);
  await run(sql`delete from link_todo`);
  // What the server does by itself some time after so many rows came in.
  if (kind === "postgres") await run(sql`vacuum analyze`);
}
