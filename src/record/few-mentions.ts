/**
 * Which mentions a filter can let through at all, where these are few: a
 * filter in, their keys out. Lists walk the days in order and test each
 * mention, which is quick where many pass; where few or none do, they would
 * walk the whole record, so the few are found by their own indexes first.
 */
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./db.ts";
import { type PartyTable, withParties } from "./few-parties.ts";
import { matchingSentences } from "./search.ts";
import { storable } from "./storable.ts";
import type { MentionFilter } from "./types.ts";

/** More keys than this are not few: so many are sorted in about 20 ms (measured 2026-11-27 at a million mentions). */
const FEW = 5_000;

export interface MentionKey {
  readonly report_id: string;
  readonly position: number;
}

const PARTIES: PartyTable = {
  table: "mention_parties",
  keys: [
    ["report_id", "report_id"],
    ["mention", "position"],
  ],
};

/** The keys of the few mentions that can pass; null where they are many, or the filter names nothing that an index knows. */
export async function fewMentions(database: Database, filter: MentionFilter): Promise<MentionKey[] | null> {
  const sources = [
    bySearch(database, filter),
    await withParties(database, PARTIES, filter, FEW + 1),
    byOutlet(filter),
  ];
  let few: MentionKey[] | null = null;
  for (const source of sources) {
    if (source === null) continue;
    const { rows } = await sql<MentionKey>`${source} limit ${FEW + 1}`.execute(database.kysely);
    if (rows.length > FEW) continue;
    if (few === null || rows.length < few.length) few = rows;
    if (few.length === 0) return few;
  }
  return few;
}

/** Condition for a list of mentions (alias `mentions`): one of these. */
export function isOneOf(database: Database, keys: readonly MentionKey[]): RawBuilder<boolean> {
  const list = JSON.stringify(keys.map(({ report_id, position }) => [report_id, position]));
  return database.kind === "sqlite"
    ? sql<boolean>`(mentions.report_id, mentions.position) in
        (select value ->> 0, value ->> 1 from json_each(${list}))`
    : sql<boolean>`(mentions.report_id, mentions.position) in
        (select value ->> 0, (value ->> 1)::integer from jsonb_array_elements(${list}::jsonb))`;
}

function bySearch(database: Database, { search }: MentionFilter): RawBuilder<unknown> | null {
  if (search === undefined) return null;
  const sentences = matchingSentences(database, search, FEW + 1);
  if (sentences === null) return sql`select report_id, position from mentions where 1 = 0`;
  return sql`select mentions.report_id, mentions.position from ${sentences} found
    join mentions on mentions.report_id = found.report_id and mentions.sentence = found.position`;
}

function byOutlet({ outlet }: MentionFilter): RawBuilder<unknown> | null {
  if (outlet === undefined) return null;
  return sql`select mentions.report_id, mentions.position from reports
    join mentions on mentions.report_id = reports.id where reports.outlet = ${storable(outlet)}`;
}
