/** Stories and events into their tables, in the place of those that their reports and mentions were in. */
import { sql, type Transaction } from "kysely";
import type { Contradiction, LinkedEvent, Party, Story } from "../../linking/types.ts";
import { insertRows } from "../bulk.ts";
import type { DatabaseKind } from "../db.ts";
import type { EventPartiesTable, EventsTable, StoriesTable } from "../link-tables.ts";
import { nameKey, storable } from "../storable.ts";
import type { Tables } from "../tables.ts";
import { addToCounts } from "./event-counts.ts";
import { dropEvents, dropStories, MENTION_ROOM } from "./keep.ts";
import { insertNumbers, numbersIn } from "./sql.ts";

type Tx = Transaction<Tables>;

async function nextNumber(db: Tx, table: "stories" | "events"): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.max("num").as("num"))
    .executeTakeFirst();
  return Number(row?.num ?? 0) + 1;
}

/** Puts the stories in the place of old ones.
 * @param numberOf number of a report by its id */
export async function putStories(
  db: Tx,
  kind: DatabaseKind,
  old: readonly number[],
  stories: readonly Story[],
  numberOf: (reportId: string) => number,
): Promise<void> {
  await dropStories(db, kind, old);
  const first = await nextNumber(db, "stories");
  const rows = stories.map(
    (story, at): StoriesTable => ({
      num: first + at,
      id: story.id,
      title: story.title === null ? null : storable(story.title),
      date: story.date,
      end_date: story.endDate,
      day: story.date ?? "",
      last_day: story.endDate ?? story.date ?? "",
      parties: JSON.stringify(story.parties),
      reports: story.reports.length,
      outlets: story.outlets,
      lines: story.lines,
    }),
  );
  await insertRows(db, "stories", rows);
  const members = stories.flatMap((story, at) =>
    story.reports.map((id, rank) => [numberOf(id), first + at, rank] as const),
  );
  await insertNumbers(db, kind, "story_reports", ["report", "story", "rank"], members);
  const reports = members.map(([report]) => report);
  await sql`update events set story =
      (select story from story_reports where story_reports.report = events.first_report)
    where first_report in ${numbersIn(kind, reports)}`.execute(db);
}

/** Puts the events in the place of old ones.
 * @param numberOf number of a mention by its id */
export async function putEvents(
  db: Tx,
  kind: DatabaseKind,
  old: readonly number[],
  { events, contradictions }: { events: readonly LinkedEvent[]; contradictions: readonly Contradiction[] },
  numberOf: (mentionId: string) => number,
): Promise<void> {
  await dropEvents(db, kind, old);
  if (events.length === 0) return;
  const first = await nextNumber(db, "events");
  const reports = events.map(({ mentions }) => Math.floor(numberOf(mentions[0]!) / MENTION_ROOM));
  const storyOf = await storiesOf(db, kind, reports);
  await insertRows(
    db,
    "events",
    events.map((event, at) => eventRow(event, first + at, storyOf.get(reports[at]!) ?? null, numberOf)),
  );
  const numbers = new Map(events.map(({ id }, at) => [id, first + at]));
  await insertNumbers(
    db,
    kind,
    "event_mentions",
    ["mention", "event", "rank"],
    events.flatMap((event, at) => event.mentions.map((id, rank) => [numberOf(id), first + at, rank])),
  );
  await insertRows(
    db,
    "event_parties",
    events.flatMap(({ main }, at) => [
      ...partyRows(first + at, "actor", main.actor),
      ...partyRows(first + at, "recipient", main.recipient),
    ]),
  );
  const made = numbersIn(kind, numbers.values());
  // what has no day of its own stands under that of its first report
  await sql`update events set (day, last_day) = (
      select reports.day, reports.day from link_reads
      join reports on reports.id = link_reads.report_id where link_reads.num = events.first_report)
    where num in ${made} and day = ''`.execute(db);
  await addToCounts(db, kind, [...numbers.values()], 1);
  const dayOf = new Map(events.map(({ id, date }) => [id, date?.value.date ?? ""]));
  await insertRows(
    db,
    "contradictions",
    contradictions.map(({ id, eventId, kind: what, about, nature, a, b }) => ({
      id,
      event: numbers.get(eventId)!,
      kind: what,
      about,
      nature,
      a: storable(JSON.stringify(a)),
      b: storable(JSON.stringify(b)),
      day: dayOf.get(eventId)!,
    })),
  );
}

async function storiesOf(
  db: Tx,
  kind: DatabaseKind,
  reports: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ report: number; story: number }>`select report, story from story_reports
    where report in ${numbersIn(kind, new Set(reports))}`.execute(db);
  return new Map(rows.map(({ report, story }) => [Number(report), Number(story)]));
}

function eventRow(
  event: LinkedEvent,
  num: number,
  story: number | null,
  numberOf: (mentionId: string) => number,
): EventsTable {
  const { main } = event;
  const date = event.date?.value ?? null;
  const first = numberOf(event.mentions[0]!);
  return {
    num,
    id: event.id,
    story,
    event: event.event.value,
    mode: JSON.stringify(main.mode),
    context: JSON.stringify(main.context),
    cameo: event.cameo?.value ?? null,
    content: event.content && JSON.stringify(event.content.value),
    date: date?.date ?? null,
    end_date: date?.endDate ?? null,
    day: date?.date ?? "",
    last_day: date?.endDate ?? date?.date ?? "",
    factuality: event.factuality.value,
    standing: event.standing,
    place: event.place && storable(JSON.stringify(event.place.value)),
    quantity: JSON.stringify(event.quantity.map(({ value }) => value)),
    confidence: event.confidence,
    mentions: event.mentions.length,
    reports: event.reports,
    lines: event.lines,
    outlets: event.outlets,
    first_mention: first,
    first_report: Math.floor(first / MENTION_ROOM),
    last_report: Math.floor(numberOf(event.mentions.at(-1)!) / MENTION_ROOM),
    evidence: event.mentions.length === 1 ? null : storable(evidenceOf(event)),
  };
}

function evidenceOf({
  event,
  cameo,
  content,
  factuality,
  mode,
  context,
  actor,
  recipient,
  date,
  place,
  quantity,
}: LinkedEvent): string {
  return JSON.stringify({
    event,
    cameo,
    content,
    factuality,
    mode,
    context,
    actor,
    recipient,
    date,
    place,
    quantity,
  });
}

function partyRows(
  event: number,
  role: "actor" | "recipient",
  parties: readonly Party[],
): EventPartiesTable[] {
  return parties.map(({ code, sector, name, id, entityText }, position) => ({
    event,
    role,
    position,
    code,
    sector,
    name: name === null ? null : storable(name),
    name_key: nameKey(name ?? entityText ?? ""),
    entity_id: id,
    entity_text: entityText === null ? null : storable(entityText),
  }));
}
