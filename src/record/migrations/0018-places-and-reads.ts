/**
 * Indexes by what lists and the front page ask: mentions and events by the
 * state, name and id of their place, which stand in its JSON, and reports by
 * the moment in which they were read.
 */
import { sql } from "kysely";
import { placeValue } from "../place-is.ts";
import type { Migration } from "./index.ts";

export const placesAndReads: Migration = {
  version: 18,
  name: "places-and-reads",
  async up(db, kind) {
    await sql`create index reports_by_read_at on reports (read_at, id)`.execute(db);
    for (const table of ["mentions", "events"] as const)
      for (const field of ["countryCode", "name", "id"] as const)
        await sql`create index ${sql.ref(`${table}_by_place_${field.toLowerCase()}`)} on ${sql.table(table)}
          ((${placeValue(kind, "place", field)})) where place is not null`.execute(db);
  },
};
