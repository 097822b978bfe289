/** Conditions of the lists of events, stories and contradictions, on the alias `events`; every value is a parameter. */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { reportIs, startsWith } from "./list-reports.ts";
import { partyIs } from "./mention-conditions.ts";
import { placeIs } from "./place-is.ts";
import { eachByItself } from "./plans.ts";
import { sentenceMatches } from "./search.ts";
import { storable } from "./storable.ts";
import type { EventFilter } from "./types.ts";

type Condition = RawBuilder<boolean>;
const ROOM = sql.raw(String(MENTION_ROOM));

/** All conditions of the filter as one, to stand after `where`.
 * @param isWalk a page of events is wanted, in the order of their days (default: all are counted or joined) */
export function eventConditions(database: Database, filter: EventFilter, isWalk = false): Condition {
  const list: Condition[] = [];
  const fence = eachByItself(database.kind, isWalk);
  const { since, until, types, factuality } = filter;
  if (since !== undefined) list.push(sql<boolean>`events.last_day >= ${storable(since)}`);
  if (until !== undefined) list.push(sql<boolean>`events.day <= ${storable(until)}`);
  if (factuality !== undefined) list.push(sql<boolean>`events.factuality = ${factuality}`);
  if (filter.standing !== undefined) list.push(sql<boolean>`events.standing = ${filter.standing}`);
  if (filter.minLines !== undefined) list.push(sql<boolean>`events.lines >= ${filter.minLines}`);
  if (filter.event !== undefined) list.push(sql<boolean>`events.id ${startsWith(filter.event)}`);
  if (filter.story !== undefined)
    list.push(sql<boolean>`exists (select 1 from stories
      where stories.num = events.story and stories.id ${startsWith(filter.story)})`);
  if (filter.place !== undefined) list.push(placeIs(database.kind, "events.place", filter.place));
  list.push(eventParties(filter, fence));
  if (types !== undefined && types.length > 0)
    list.push(sql<boolean>`(${sql.join(types.map(isOfType), sql` or `)})`);
  const told = toldBy(database, filter);
  if (told.length > 0)
    list.push(sql<boolean>`exists (select 1 from event_mentions
      join link_reads on link_reads.num = event_mentions.mention / ${ROOM}
      join reports on reports.id = link_reads.report_id
      join mentions on mentions.report_id = reports.id
        and mentions.position = event_mentions.mention - link_reads.num * ${ROOM}
      join sentences on sentences.report_id = mentions.report_id and sentences.position = mentions.sentence
      where event_mentions.event = events.num and ${sql.join(told, sql` and `)} ${fence})`);
  return sql<boolean>`${sql.join(list, sql` and `)}`;
}

/** The conditions that speak of parties.
 * @param event the column that holds the number of the event */
export function eventParties(
  { actor, recipient, between }: EventFilter,
  fence: RawBuilder<unknown> = sql``,
  event = "events.num",
): Condition {
  const list: Condition[] = [sql`1 = 1`];
  const has: HasParty = (words, role) => hasParty(words, role, fence, event);
  if (actor !== undefined) list.push(has(actor, "actor"));
  if (recipient !== undefined) list.push(has(recipient, "recipient"));
  if (between !== undefined) list.push(isBetween(between, has, fence, event));
  return sql<boolean>`${sql.join(list, sql` and `)}`;
}

/** What one of the mentions must fulfil. */
function toldBy(database: Database, filter: EventFilter): Condition[] {
  const { outlet, report, search, readSince } = filter;
  const list: Condition[] = [];
  if (outlet !== undefined) list.push(sql<boolean>`reports.outlet = ${storable(outlet)}`);
  if (report !== undefined) list.push(reportIs(report));
  if (readSince !== undefined) list.push(sql<boolean>`reports.read_at > ${storable(readSince)}`);
  if (search !== undefined) list.push(sentenceMatches(database, search) ?? sql<boolean>`1 = 0`);
  return list;
}

function isOfType(type: string): Condition {
  const [event = "", mode] = type.split("/", 2);
  if (mode === undefined) return sql<boolean>`events.event = ${storable(event.toUpperCase())}`;
  if (!/^[a-z-]{1,40}$/i.test(mode)) return sql<boolean>`1 = 0`;
  return sql<boolean>`(events.event = ${storable(event.toUpperCase())}
    and events.mode like ${`%"${mode.toLowerCase()}"%`})`;
}

type HasParty = (words: string, role: "actor" | "recipient") => Condition;

/** Opposite sides, or together where nobody is the recipient. */
function isBetween(
  [one, other]: readonly [string, string],
  has: HasParty,
  fence: RawBuilder<unknown>,
  event: string,
): Condition {
  return sql<boolean>`((${has(one, "actor")} and ${has(other, "recipient")})
    or (${has(other, "actor")} and ${has(one, "recipient")})
    or (${has(one, "actor")} and ${has(other, "actor")} and not exists
      (select 1 from event_parties p where p.event = ${sql.ref(event)} and p.role = 'recipient' ${fence})))`;
}

function hasParty(
  words: string,
  role: "actor" | "recipient",
  fence: RawBuilder<unknown>,
  event: string,
): Condition {
  return sql<boolean>`exists (select 1 from event_parties p
    where p.event = ${sql.ref(event)} and p.role = ${role} and ${partyIs(words)} ${fence})`;
}
