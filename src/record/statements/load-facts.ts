/** What statements are joined by, out of the tables: their words, days and known speakers. */
import type { Transaction } from "kysely";
import type { StatementFacts } from "../../linking/types.ts";
import type { Tables } from "../tables.ts";

const IN_LIST = 500;

/** The items in lists that one statement of the database takes. */
export function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let at = 0; at < items.length; at += IN_LIST) yield items.slice(at, at + IN_LIST);
}

/** Adds what the joining goes by, of those that are not there yet. */
export async function loadFacts(
  db: Transaction<Tables>,
  ids: Iterable<string>,
  facts: Map<string, StatementFacts>,
): Promise<void> {
  for (const part of chunks([...ids].filter((id) => !facts.has(id)))) {
    const rows = await db
      .selectFrom("statements")
      .select(["id", "day", "content", "report_id", "position"])
      .where("id", "in", part)
      .execute();
    const speakers = await db
      .selectFrom("statement_parties")
      .innerJoin("statements", (join) =>
        join
          .onRef("statements.report_id", "=", "statement_parties.report_id")
          .onRef("statements.position", "=", "statement_parties.statement"),
      )
      .select([
        "statements.id",
        "statement_parties.code",
        "statement_parties.sector",
        "statement_parties.name",
        "statement_parties.name_key",
        "statement_parties.entity_id",
      ])
      .where("statements.id", "in", part)
      .where("statement_parties.role", "=", "speaker")
      .orderBy("statements.id")
      .orderBy("statement_parties.position")
      .execute();
    const byId = new Map<string, string[]>();
    for (const row of speakers) {
      const key = speakerKey(row);
      if (key !== null) byId.set(row.id, [...(byId.get(row.id) ?? []), key]);
    }
    for (const { id, day, content } of rows)
      facts.set(id, { id, day: day === "" ? null : day, content, speakers: byId.get(id) ?? [] });
  }
}

/** A gazetteer id, else code and sector, else the words of a name; null for a pronoun or a bare noun. */
function speakerKey(row: {
  readonly code: string | null;
  readonly sector: string | null;
  readonly name_key: string;
  readonly entity_id: string | null;
}): string | null {
  if (row.entity_id !== null) return row.entity_id;
  if (row.code !== null) return `code:${row.code}:${row.sector ?? ""}`;
  return row.name_key.includes(" ") ? row.name_key : null;
}
