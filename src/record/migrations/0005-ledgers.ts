/**
 * What the ledgers keep: the clues of each report with the keys under which they
 * are compared, which reports are still to be entered, and what comes of them:
 * entries with their parties and the clues that each rests on.
 */
import { sql } from "kysely";
import type { Migration } from "./index.ts";

type Column = readonly [name: string, type: "text" | "text?" | "integer"];

const OF_REPORT: readonly Column[] = [["report_id", "text"]];

const MADE: Readonly<
  Record<string, { columns: readonly Column[]; key: readonly string[]; parent?: string }>
> = {
  ledger_reports: {
    columns: [...OF_REPORT, ["story_id", "text?"], ["todo", "integer"]],
    key: ["report_id"],
    parent: "reports",
  },
  ledger_clues: {
    columns: [...OF_REPORT, ["position", "integer"], ["id", "text"], ["ledger", "text"], ["clue", "text"]],
    key: ["report_id", "position"],
    parent: "reports",
  },
  ledger_keys: {
    columns: [["key", "text"], ...OF_REPORT],
    key: ["key", "report_id"],
    parent: "reports",
  },
  ledger_entries: {
    columns: [
      ["id", "text"],
      ["ledger", "text"],
      ["kind", "text?"],
      ["day", "text"],
      ["last_day", "text"],
      ["step", "text"],
      ["words", "text"],
      ["reports", "integer"],
      ["outlets", "integer"],
      ["lines", "integer"],
      ["entry", "text"],
    ],
    key: ["id"],
  },
  ledger_parties: {
    columns: [
      ["entry_id", "text"],
      ["position", "integer"],
      ["role", "text"],
      ["code", "text?"],
      ["name_key", "text"],
      ["entity_id", "text?"],
    ],
    key: ["entry_id", "position"],
    parent: "ledger_entries",
  },
  ledger_entry_clues: {
    columns: [
      ["clue_id", "text"],
      ["entry_id", "text"],
      ["report_id", "text"],
    ],
    key: ["clue_id"],
    parent: "ledger_entries",
  },
};

const INDEXES: readonly (readonly [table: string, columns: readonly string[]])[] = [
  ["ledger_reports", ["todo"]],
  ["ledger_keys", ["report_id"]],
  ["ledger_clues", ["id"]],
  ["ledger_entries", ["ledger", "day", "id"]],
  ["ledger_parties", ["code"]],
  ["ledger_entry_clues", ["entry_id"]],
  ["ledger_entry_clues", ["report_id"]],
];

export const ledgers: Migration = {
  version: 5,
  name: "ledgers",
  async up(db, kind) {
    const text = kind === "postgres" ? sql`text collate "C"` : sql`text`;
    for (const [name, { columns, key, parent }] of Object.entries(MADE)) {
      let table = db.schema.createTable(name);
      for (const [column, type] of columns)
        table = table.addColumn(column, type === "integer" ? sql`integer` : text, (made) =>
          type === "text?" ? made : made.notNull(),
        );
      let keyed = table.addPrimaryKeyConstraint(`${name}_key`, key as never);
      if (parent !== undefined) {
        const column = parent === "reports" ? "report_id" : "entry_id";
        keyed = keyed.addForeignKeyConstraint(`${name}_parent`, [column as never], parent, ["id"], (made) =>
          made.onDelete("cascade"),
        );
      }
      await keyed.execute();
    }
    for (const [table, columns] of INDEXES)
      await db.schema
        .createIndex(`${table}_${columns.join("_")}`)
        .on(table)
        .columns(columns as string[])
        .execute();
  },
};
