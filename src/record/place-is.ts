/** Places of mentions and events as filters ask for them: a state's code, a place's id, or its name. */
import { type RawBuilder, sql } from "kysely";
import type { DatabaseKind } from "./db.ts";
import { storable } from "./storable.ts";

/** A field of the place, which is kept as JSON; written as the indexes of migration 18 have it. */
export function placeValue(kind: DatabaseKind, column: string, field: "countryCode" | "name" | "id") {
  const key = sql.raw(`'${field}'`);
  return kind === "sqlite"
    ? sql<string | null>`${sql.ref(column)} ->> ${key}`
    : sql<string | null>`${sql.ref(column)}::jsonb ->> ${key}`;
}

/** Condition: it happened there.
 * @param column that holds the place, such as `events.place` */
export function placeIs(kind: DatabaseKind, column: string, words: string): RawBuilder<boolean> {
  const value = storable(words.trim());
  const field = /^[A-Za-z]{3}$/.test(value) ? "countryCode" : value.includes("/") ? "id" : "name";
  const wanted = field === "countryCode" ? value.toUpperCase() : value;
  return sql<boolean>`(${sql.ref(column)} is not null and (${placeValue(kind, column, field)}) = ${wanted})`;
}
