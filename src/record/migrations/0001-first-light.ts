/**
 * The first tables: runs, reports with versions, sections, datelines,
 * sentences, mentions with their parties, times, refusals, quarantine.
 *
 * Text columns compare byte by byte on both databases, so that lists come in
 * the same order; what hangs on a report goes when the report goes. Once
 * released, a migration is never edited.
 */
import type { ColumnDefinitionBuilder, CreateTableBuilder, Transaction } from "kysely";
import { sql } from "kysely";
import type { DatabaseKind } from "../db.ts";
import { createSearch } from "../search.ts";
import type { Tables } from "../tables.ts";
import type { Migration } from "./index.ts";

type Column = "text" | "text?" | "integer" | "integer?" | "real";

export const firstLight: Migration = {
  version: 1,
  name: "first-light",
  async up(db, kind) {
    await createReports(db, kind);
    await createParts(db, kind);
    await createMentions(db, kind);
    await createRuns(db, kind);
    await createSearch(db, kind);
    await createIndexes(db);
  },
};

function table(db: Transaction<Tables>, kind: DatabaseKind, name: string, columns: Record<string, Column>) {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    const optional = type.endsWith("?");
    const constrain = (definition: ColumnDefinitionBuilder) => (optional ? definition : definition.notNull());
    builder = builder.addColumn(column, columnType(kind, type.replace("?", "")), constrain);
  }
  return builder;
}

function columnType(kind: DatabaseKind, type: string) {
  if (type === "integer") return sql`integer`;
  if (type === "real") return kind === "postgres" ? sql`double precision` : sql`real`;
  return kind === "postgres" ? sql`text collate "C"` : sql`text`;
}

/** On SQLite, rows of one report lie together and are found by their key alone, however large the record is. */
function clustered(kind: DatabaseKind, builder: CreateTableBuilder<string, string>) {
  return kind === "sqlite" ? builder.modifyEnd(sql`without rowid`) : builder;
}

function ofReport(builder: CreateTableBuilder<string, string>, name: string) {
  return builder
    .addPrimaryKeyConstraint(`${name}_key`, ["report_id", "position"])
    .addForeignKeyConstraint(`${name}_report`, ["report_id"], "reports", ["id"], (foreign) =>
      foreign.onDelete("cascade"),
    );
}

async function createReports(db: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  let builder = table(db, kind, "reports", {
    id: "text",
    series: "text",
    version: "integer",
    current: "integer",
    given_id: "text?",
    url: "text?",
    outlet: "text?",
    title: "text?",
    authors: "text",
    date: "text?",
    date_basis: "text?",
    date_start: "integer?",
    date_end: "integer?",
    language: "text",
    text: "text",
    origin: "text",
    bytes_hash: "text",
    day: "text",
    coder: "text",
    skipped_sentences: "integer",
    run_id: "text?",
    read_at: "text",
  });
  // SQLite's full-text tables speak of rows by number.
  if (kind === "sqlite") builder = builder.addColumn("num", "integer", (c) => c.primaryKey().autoIncrement());
  await builder
    .addUniqueConstraint("reports_id", ["id"])
    .addUniqueConstraint("reports_version", ["series", "version"])
    .execute();
}

async function createParts(db: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  const position = { report_id: "text", position: "integer" } as const;
  const span = { span_start: "integer", span_end: "integer" } as const;
  const parts: Record<string, Record<string, Column>> = {
    sections: { ...position, kind: "text", ...span },
    datelines: {
      ...position,
      ...span,
      place: "text?",
      agency: "text?",
      day: "text?",
      scope_start: "integer",
      scope_end: "integer",
    },
    sentences: { ...position, paragraph: "integer", ...span, text: "text", cut: "text?" },
    times: {
      ...position,
      ...span,
      text: "text",
      type: "text",
      value: "text",
      day: "text?",
      end_day: "text?",
    },
  };
  for (const [name, columns] of Object.entries(parts))
    await clustered(kind, ofReport(table(db, kind, name, columns), name)).execute();
}

async function createMentions(db: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  const mentions = table(db, kind, "mentions", {
    id: "text",
    report_id: "text",
    position: "integer",
    sentence: "integer",
    sentence_start: "integer",
    sentence_end: "integer",
    section: "text",
    event: "text",
    mode: "text",
    context: "text",
    cameo: "text?",
    event_text: "text",
    trigger_start: "integer",
    trigger_end: "integer",
    content: "text?",
    date: "text?",
    end_date: "text?",
    date_text: "text?",
    date_basis: "text?",
    factuality: "text",
    attribution: "text",
    quantity: "text",
    place: "text?",
    rule: "text",
    confidence: "real",
    day: "text",
    last_day: "text",
  })
    .addPrimaryKeyConstraint("mentions_key", ["report_id", "position"])
    .addUniqueConstraint("mentions_id", ["id"])
    .addForeignKeyConstraint("mentions_report", ["report_id"], "reports", ["id"], (c) =>
      c.onDelete("cascade"),
    );

  const parties = table(db, kind, "mention_parties", {
    report_id: "text",
    mention: "integer",
    role: "text",
    position: "integer",
    code: "text?",
    sector: "text?",
    name: "text?",
    name_key: "text",
    entity_id: "text?",
    entity_text: "text",
    span_start: "integer?",
    span_end: "integer?",
  })
    .addPrimaryKeyConstraint("mention_parties_key", ["report_id", "mention", "role", "position"])
    .addForeignKeyConstraint(
      "parties_mention",
      ["report_id", "mention"],
      "mentions",
      ["report_id", "position"],
      (foreign) => foreign.onDelete("cascade"),
    );
  await clustered(kind, mentions).execute();
  await clustered(kind, parties).execute();
}

async function createRuns(db: Transaction<Tables>, kind: DatabaseKind): Promise<void> {
  await table(db, kind, "runs", {
    id: "text",
    command: "text",
    sources: "text",
    started_at: "text",
    ended_at: "text?",
    status: "text",
    stored: "integer",
    duplicate: "integer",
    refused: "integer",
    quarantined: "integer",
  })
    .addPrimaryKeyConstraint("runs_key", ["id"])
    .execute();
  await table(db, kind, "refusals", {
    run_id: "text",
    position: "integer",
    origin: "text",
    code: "text",
    message: "text",
    advice: "text?",
    input_hash: "text?",
  })
    .addPrimaryKeyConstraint("refusals_key", ["run_id", "position"])
    .addForeignKeyConstraint("refusals_run", ["run_id"], "runs", ["id"], (c) => c.onDelete("cascade"))
    .execute();
  await table(db, kind, "quarantine", {
    id: "text",
    run_id: "text?",
    origin: "text",
    stage: "text",
    code: "text",
    message: "text",
    input_hash: "text",
    tries: "integer",
    put_at: "text",
  })
    .addPrimaryKeyConstraint("quarantine_key", ["id"])
    .execute();
}

async function createIndexes(db: Transaction<Tables>): Promise<void> {
  const indexes: readonly (readonly [string, readonly string[]])[] = [
    ["reports", ["day", "id"]],
    ["reports", ["series", "current"]],
    ["reports", ["outlet", "day", "id"]],
    ["reports", ["given_id"]],
    ["reports", ["url"]],
    ["mentions", ["day", "report_id", "position"]],
    ["mentions", ["event", "day", "report_id", "position"]],
    ["mention_parties", ["code", "role", "report_id", "mention"]],
    ["mention_parties", ["entity_id", "role", "report_id", "mention"]],
    ["mention_parties", ["name_key", "role", "report_id", "mention"]],
    ["quarantine", ["put_at", "id"]],
    ["runs", ["started_at"]],
  ];
  for (const [name, columns] of indexes)
    await db.schema
      .createIndex(`${name}_by_${columns.join("_")}`)
      .on(name)
      .columns([...columns])
      .execute();
}
