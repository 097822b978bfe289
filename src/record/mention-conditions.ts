/**
 * Conditions of the lists of mentions, on the alias `mentions`; every value is
 * a parameter. On SQLite `reports` stands beside it; on PostgreSQL what speaks
 * of reports and sentences asks by itself, so that nothing need be joined
 * before a page is full.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { MENTION_ROOM } from "./links/keep.ts";
import { reportIs, reportOfStory, startsWith } from "./list-reports.ts";
import { placeIs } from "./place-is.ts";
import { eachByItself } from "./plans.ts";
import { sentenceMatches } from "./search.ts";
import { nameKey, storable } from "./storable.ts";
import type { MentionFilter } from "./types.ts";

type Condition = RawBuilder<boolean>;

/** How a list goes through the mentions.
 * isKnown: the mentions are named by something else than their days
 * isWalk: a page of them is wanted, in the order of their days */
export interface MentionWay {
  readonly isKnown: boolean;
  readonly isWalk: boolean;
}

/** The id of the mention's event; null where it is not linked. */
export const EVENT_ID = sql<string | null>`(select events.id from link_reads
  join event_mentions on event_mentions.mention = link_reads.num * ${sql.raw(String(MENTION_ROOM))} + mentions.position
  join events on events.num = event_mentions.event
  where link_reads.report_id = mentions.report_id)`;

/** The column, in such a way that SQLite chooses no index by it: which way to go is known here better than there. */
export function hidden(database: Database, column: string): RawBuilder<string> {
  return database.kind === "sqlite" ? sql`+${sql.ref(column)}` : sql`${sql.ref(column)}`;
}

/** All conditions of the filter as one, to stand after `where`. */
export function mentionConditions(database: Database, filter: MentionFilter, way: MentionWay): Condition {
  const list: Condition[] = [sql`(mentions.decided is null or mentions.decided <> 'no-event')`];
  const { since, until, search, types, factuality } = filter;
  const fence = eachByItself(database.kind, way.isWalk);
  if (since !== undefined) list.push(sql`mentions.last_day >= ${storable(since)}`);
  if (until !== undefined) list.push(sql`mentions.day <= ${storable(until)}`);
  if (factuality !== undefined) list.push(sql`mentions.factuality = ${factuality}`);
  if (types !== undefined && types.length > 0) list.push(isOfTypes(database, types, way.isKnown));
  if (filter.place !== undefined) list.push(placeIs(database.kind, "mentions.place", filter.place));
  list.push(...ofReport(database, filter, fence));
  if (filter.event !== undefined) list.push(sql`${EVENT_ID} ${startsWith(filter.event)}`);
  list.push(partyConditions(filter, fence));
  if (search !== undefined) list.push(holdsWords(database, search, fence));
  return sql<boolean>`${sql.join(list, sql` and `)}`;
}

/** The conditions that speak of parties. */
export function partyConditions(
  { actor, recipient, between }: MentionFilter,
  fence: RawBuilder<unknown> = sql``,
): Condition {
  const list: Condition[] = [sql`1 = 1`];
  if (actor !== undefined) list.push(hasParty(actor, "actor", fence));
  if (recipient !== undefined) list.push(hasParty(recipient, "recipient", fence));
  if (between !== undefined) list.push(isBetween(...between, fence));
  return sql<boolean>`${sql.join(list, sql` and `)}`;
}

function ofReport(database: Database, filter: MentionFilter, fence: RawBuilder<unknown>): Condition[] {
  const { allVersions, outlet, report, story, readSince } = filter;
  const list: Condition[] = [];
  if (!allVersions) list.push(sql`reports.current = 1`);
  if (outlet !== undefined) list.push(sql`${hidden(database, "reports.outlet")} = ${storable(outlet)}`);
  if (report !== undefined) list.push(reportIs(report));
  if (story !== undefined) list.push(reportOfStory(story));
  if (readSince !== undefined) list.push(sql`reports.read_at > ${storable(readSince)}`);
  if (list.length === 0 || database.kind === "sqlite") return list;
  return [
    sql`exists (select 1 from reports where reports.id = mentions.report_id
      and ${sql.join(list, sql` and `)} ${fence})`,
  ];
}

/** Condition: the sentence of the mention holds the words. */
export function holdsWords(
  database: Database,
  search: string,
  fence: RawBuilder<unknown> = sql``,
): Condition {
  const matches = sentenceMatches(database, search);
  if (matches === null) return sql`1 = 0`;
  if (database.kind === "sqlite") return matches;
  return sql`exists (select 1 from sentences where sentences.report_id = mentions.report_id
    and sentences.position = mentions.sentence and ${matches} ${fence})`;
}

/** One type has an index in the order of the days; several are tested day by day. */
function isOfTypes(database: Database, types: readonly string[], isKnown: boolean): Condition {
  const column = isKnown || types.length > 1 ? hidden(database, "mentions.event") : sql`mentions.event`;
  const tests = types.map((type) => {
    const [event = "", mode] = type.split("/", 2);
    const ofEvent = sql<boolean>`${column} = ${storable(event.toUpperCase())}`;
    if (mode === undefined) return ofEvent;
    if (!/^[a-z-]{1,40}$/i.test(mode)) return sql<boolean>`1 = 0`;
    return sql<boolean>`(${ofEvent} and mentions.mode like ${`%"${mode.toLowerCase()}"%`})`;
  });
  return sql`(${sql.join(tests, sql` or `)})`;
}

function isBetween(one: string, other: string, fence: RawBuilder<unknown>): Condition {
  const has = (words: string, role: "actor" | "recipient") => hasParty(words, role, fence);
  // Reciprocal events may name both parties as actors.
  return sql`((${has(one, "actor")} and ${has(other, "recipient")})
    or (${has(other, "actor")} and ${has(one, "recipient")})
    or (${has(one, "actor")} and ${has(other, "actor")} and not exists
      (select 1 from mention_parties p where p.report_id = mentions.report_id
        and p.mention = mentions.position and p.role = 'recipient' ${fence})))`;
}

function hasParty(words: string, role: "actor" | "recipient", fence: RawBuilder<unknown>): Condition {
  return sql`exists (select 1 from mention_parties p where p.report_id = mentions.report_id
    and p.mention = mentions.position and p.role = ${role} and ${partyIs(words)} ${fence})`;
}

/** Condition on a table of parties with the alias `p`: a code, a gazetteer id or a name. */
export function partyIs(words: string): Condition {
  const value = storable(words.trim());
  if (/^[A-Za-z]{3}$/.test(value)) return sql`p.code = ${value.toUpperCase()}`;
  return value.includes("/") ? sql`p.entity_id = ${value}` : sql`p.name_key = ${nameKey(value)}`;
}
