/**
 * Statements with their parties, and what joins those of the same words. They
 * go when their report goes. Reports that are there already get theirs by `recode`.
 */
import { sql, type Transaction } from "kysely";
import type { DatabaseKind } from "../db.ts";
import type { Tables } from "../tables.ts";
import type { Migration } from "./index.ts";

type Column = "text" | "integer" | "real";

interface Made {
  readonly columns: Readonly<Record<string, Column | `${Column}?`>>;
  readonly key: readonly string[];
  /** What its rows hang on: own columns, table, its columns. */
  readonly parents: readonly (readonly [readonly string[], string, readonly string[]])[];
  readonly indexes: readonly (readonly string[])[];
}

const MADE: Readonly<Record<string, Made>> = {
  statements: {
    columns: {
      id: "text",
      report_id: "text",
      position: "integer",
      sentence: "integer",
      section: "text",
      level: "integer",
      kind: "text",
      content_start: "integer",
      content_end: "integer",
      content: "text",
      quoted: "text",
      parts: "text",
      cue: "text?",
      speaker: "text?",
      place: "text?",
      stance: "text?",
      date: "text?",
      rule: "text",
      confidence: "real",
      day: "text",
      first_id: "text",
      joined: "integer",
    },
    key: ["report_id", "position"],
    parents: [[["report_id"], "reports", ["id"]]],
    indexes: [["day", "report_id", "position"], ["first_id"], ["joined", "id"]],
  },
  statement_parties: {
    columns: {
      report_id: "text",
      statement: "integer",
      role: "text",
      position: "integer",
      code: "text?",
      sector: "text?",
      name: "text?",
      name_key: "text",
      entity_id: "text?",
      office: "text?",
      entity_text: "text",
      span_start: "integer",
      span_end: "integer",
    },
    key: ["report_id", "statement", "role", "position"],
    parents: [[["report_id", "statement"], "statements", ["report_id", "position"]]],
    indexes: [
      ["code", "role", "report_id", "statement"],
      ["entity_id", "role", "report_id", "statement"],
      ["name_key", "role", "report_id", "statement"],
    ],
  },
  statement_keys: {
    columns: { key: "integer", id: "text" },
    key: ["key", "id"],
    parents: [[["id"], "statements", ["id"]]],
    indexes: [["id"]],
  },
  statement_ties: {
    columns: { a: "text", b: "text", kind: "text", share: "real" },
    key: ["a", "b"],
    parents: [
      [["a"], "statements", ["id"]],
      [["b"], "statements", ["id"]],
    ],
    indexes: [["b"]],
  },
};

export const statements: Migration = {
  version: 4,
  name: "statements",
  async up(db, kind) {
    for (const [name, made] of Object.entries(MADE)) await create(db, kind, name, made);
  },
};

async function create(db: Transaction<Tables>, kind: DatabaseKind, name: string, made: Made): Promise<void> {
  let builder = db.schema.createTable(name);
  for (const [column, type] of Object.entries(made.columns))
    builder = builder.addColumn(column, columnType(kind, type.replace("?", "") as Column), (definition) =>
      type.endsWith("?") ? definition : definition.notNull(),
    );
  builder = builder.addPrimaryKeyConstraint(`${name}_key`, [...made.key] as never[]);
  if (name === "statements") builder = builder.addUniqueConstraint("statements_id", ["id"] as never[]);
  for (const [own, table, columns] of made.parents)
    builder = builder.addForeignKeyConstraint(
      `${name}_of_${own[0]}`,
      [...own] as never[],
      table,
      [...columns],
      (foreign) => foreign.onDelete("cascade"),
    );
  if (kind === "sqlite") builder = builder.modifyEnd(sql`without rowid`);
  await builder.execute();
  for (const columns of made.indexes)
    await db.schema
      .createIndex(`${name}_by_${columns.join("_")}`)
      .on(name)
      .columns([...columns])
      .execute();
}

function columnType(kind: DatabaseKind, type: Column) {
  if (kind === "sqlite") return sql.raw(type);
  return { text: sql`text collate "C"`, integer: sql`integer`, real: sql`double precision` }[type];
}
