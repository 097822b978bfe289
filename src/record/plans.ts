/**
 * How PostgreSQL is to go about the query of a list. It guesses how many rows
 * pass a filter, and where it guesses wrongly it reads a whole table for a page
 * of fifty lines; which way to go is known here better than there. A part of a
 * query that ends in `offset 0` is worked out as it stands and not mixed with
 * the rest. Source: postgresql.org/docs/current/queries-table-expressions.html,
 * convert_EXISTS_sublink_to_join in its subselect.c.
 */
import { type RawBuilder, sql } from "kysely";
import type { DatabaseKind } from "./db.ts";

const NOTHING = sql``;

/** Ends a subquery within `exists (…)`: it is asked for each row by the index of its key.
 * @param isWalk false: it may become a join, as for counting all rows */
export function eachByItself(kind: DatabaseKind, isWalk: boolean): RawBuilder<unknown> {
  return kind === "postgres" && isWalk ? sql`offset 0` : NOTHING;
}

/** A subquery in `from`, worked out whole before it is sorted. */
export function whole(kind: DatabaseKind, query: RawBuilder<unknown>): RawBuilder<unknown> {
  return kind === "postgres" ? sql`(${query} offset 0)` : sql`(${query})`;
}
