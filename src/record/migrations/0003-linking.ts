/**
 * What linking keeps: which reports are still to be linked, what it read of
 * each, the keys by which later ones find it, scored ties, and what comes of
 * them: copies, stories, events with their parties, contradictions and counts;
 * and what a person decided. All current reports are put down to be linked.
 *
 * Reports and mentions go by whole numbers here (a mention's is its report's
 * times 4096 plus its place), so that what is near in time lies near on the disk.
 */
import { sql, type Transaction } from "kysely";
import type { DatabaseKind } from "../db.ts";
import type { Tables } from "../tables.ts";
import type { Migration } from "./index.ts";

type Column = "text" | "integer" | "number" | "real";

interface Made {
  readonly columns: Readonly<Record<string, Column | `${Column}?`>>;
  readonly key: readonly string[];
  readonly unique?: readonly string[];
  /** SQLite keeps the rows by their key alone. */
  readonly clustered?: boolean;
  readonly indexes?: readonly (readonly string[])[];
}

const COUNTS = { mentions: "integer", reports: "integer", lines: "integer" } as const;

const MADE: Readonly<Record<string, Made>> = {
  link_todo: {
    columns: { report_id: "text", act: "text" },
    key: ["report_id"],
    indexes: [["act", "report_id"]],
  },
  link_reads: {
    columns: {
      num: "number",
      report_id: "text",
      day: "integer?",
      length: "integer",
      retracts: "integer",
      part: "text",
      credits: "text",
      terms: "text",
      keys: "text",
      words: "text",
      facts: "text",
    },
    key: ["num"],
    unique: ["report_id"],
  },
  link_keys: {
    columns: { kind: "integer", epoch: "integer", key: "integer", day: "integer", num: "number" },
    key: ["kind", "epoch", "key", "day", "num"],
    clustered: true,
  },
  link_old_keys: {
    columns: { key: "integer", day: "integer", num: "number" },
    key: ["key", "day", "num"],
    clustered: true,
  },
  link_words: { columns: { stem: "number", reports: "integer" }, key: ["stem"], clustered: true },
  story_edges: { columns: { a: "number", b: "number", score: "real" }, key: ["a", "b"], clustered: true },
  event_edges: { columns: { a: "number", b: "number", score: "real" }, key: ["a", "b"], clustered: true },
  copies: {
    columns: {
      id: "text",
      later: "number",
      earlier: "number",
      later_start: "integer",
      later_end: "integer",
      earlier_start: "integer",
      earlier_end: "integer",
      kind: "text",
      share: "real",
      quotation: "integer",
      day: "text",
    },
    key: ["later", "earlier", "later_start", "earlier_start"],
    clustered: true,
    indexes: [["earlier"], ["day", "id"]],
  },
  stories: {
    columns: {
      num: "number",
      id: "text",
      title: "text?",
      date: "text?",
      end_date: "text?",
      day: "text",
      last_day: "text",
      parties: "text",
      reports: "integer",
      outlets: "integer",
      lines: "integer",
    },
    key: ["num"],
    unique: ["id"],
    indexes: [["day", "id"]],
  },
  story_reports: {
    columns: { report: "number", story: "number", rank: "integer" },
    key: ["report"],
    indexes: [["story", "rank"]],
  },
  events: {
    columns: {
      num: "number",
      id: "text",
      story: "number?",
      event: "text",
      mode: "text",
      context: "text",
      cameo: "text?",
      content: "text?",
      date: "text?",
      end_date: "text?",
      day: "text",
      last_day: "text",
      factuality: "text",
      standing: "text",
      place: "text?",
      quantity: "text",
      confidence: "real",
      ...COUNTS,
      outlets: "integer",
      first_mention: "number",
      first_report: "number",
      last_report: "number",
      evidence: "text?",
    },
    key: ["num"],
    unique: ["id"],
    indexes: [["day", "id"], ["event", "day", "id"], ["story"], ["lines", "day", "id"]],
  },
  event_mentions: {
    columns: { mention: "number", event: "number", rank: "integer" },
    key: ["mention"],
    indexes: [["event", "rank"]],
  },
  event_parties: {
    columns: {
      event: "number",
      role: "text",
      position: "integer",
      code: "text?",
      sector: "text?",
      name: "text?",
      name_key: "text",
      entity_id: "text?",
      entity_text: "text?",
    },
    key: ["event", "role", "position"],
    clustered: true,
    indexes: [
      ["code", "role", "event"],
      ["entity_id", "role", "event"],
      ["name_key", "role", "event"],
    ],
  },
  event_counts: {
    columns: {
      dims: "integer",
      actor: "text",
      recipient: "text",
      event: "text",
      factuality: "text",
      day: "text",
      events: "integer",
      ...COUNTS,
    },
    key: ["dims", "actor", "recipient", "event", "factuality", "day"],
    clustered: true,
    indexes: [["dims", "recipient", "day"]],
  },
  contradictions: {
    columns: {
      id: "text",
      event: "number",
      kind: "text",
      about: "text",
      nature: "text",
      a: "text",
      b: "text",
      day: "text",
    },
    key: ["id"],
    indexes: [["event"], ["day", "id"]],
  },
  decisions: {
    columns: {
      id: "text",
      kind: "text",
      verdict: "text",
      a: "text",
      b: "text?",
      value: "text?",
      before: "text?",
      note: "text?",
      decided_at: "text",
    },
    key: ["id"],
    indexes: [["a"], ["b"], ["decided_at", "id"]],
  },
};

export const linking: Migration = {
  version: 3,
  name: "linking",
  async up(db, kind) {
    for (const [name, made] of Object.entries(MADE)) await create(db, kind, name, made);
    const type = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    // What a person decided of a mention: code, or no-event.
    await db.schema.alterTable("mentions").addColumn("decided", type).execute();
    await sql`insert into link_todo (report_id, act)
      select id, 'link' from reports where current = 1`.execute(db);
  },
};

async function create(db: Transaction<Tables>, kind: DatabaseKind, name: string, made: Made): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, type] of Object.entries(made.columns)) {
    const optional = type.endsWith("?");
    builder = builder.addColumn(column, columnType(kind, type.replace("?", "") as Column), (definition) =>
      optional ? definition : definition.notNull(),
    );
  }
  builder = builder.addPrimaryKeyConstraint(`${name}_key`, [...made.key] as never[]);
  if (made.unique !== undefined)
    builder = builder.addUniqueConstraint(`${name}_${made.unique.join("_")}`, [...made.unique] as never[]);
  if (made.clustered === true && kind === "sqlite") builder = builder.modifyEnd(sql`without rowid`);
  await builder.execute();
  for (const columns of made.indexes ?? [])
    await db.schema
      .createIndex(`${name}_by_${columns.join("_")}`)
      .on(name)
      .columns([...columns])
      .execute();
}

function columnType(kind: DatabaseKind, type: Column) {
  if (kind === "sqlite") return sql.raw(type === "number" ? "integer" : type);
  return {
    text: sql`text collate "C"`,
    integer: sql`integer`,
    number: sql`bigint`,
    real: sql`double precision`,
  }[type];
}
