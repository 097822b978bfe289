/**
 * Lists and counts of what may last several days: with a first day asked for,
 * first what began before it and lasts into it, found by an index of its own,
 * then what begins on it or later. One condition for both would walk all days
 * from the first.
 */
import { storable } from "./storable.ts";

/** A stretch of a list: what lasts into the day, or what begins on it or later; null where no first day is asked for. */
export type Part = { readonly kind: "lasting" | "later"; readonly day: string } | null;

/** The parts of a list that begins on a day.
 * @param from day of the last line that is known; "" for none */
export function partsByDay(since: string | undefined, from = ""): readonly Part[] {
  if (since === undefined) return [null];
  const day = storable(since);
  const later: Part = { kind: "later", day };
  return from >= day ? [later] : [{ kind: "lasting", day }, later];
}
