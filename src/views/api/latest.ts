/**
 * The last lines of a list, the latest first, for feeds: lists go by day, and who
 * watches one wants to see what is new in it. Stretches of days that end with the
 * record's last are looked through, each longer than the one before, until enough
 * is found.
 */
import { addDays } from "../../base/index.ts";
import type { ListEndpoint } from "./endpoint.ts";
import type { Services } from "./services.ts";

type List = ListEndpoint<unknown, unknown>;

/** Days of the stretches; then all. */
const STRETCHES = [2, 31, 366];
const AT_ONCE = 500;

/** At most so many lines, the latest first.
 * @param filter of the list, with its first day as `since` where it has one */
export async function latestLines(
  list: List,
  services: Services,
  filter: Readonly<Record<string, unknown>>,
  limit: number,
): Promise<unknown[]> {
  const last = "since" in list.query ? await services.record.lastDay() : null;
  const { since: first = "" } = filter as { readonly since?: string };
  const starts = last === null ? [] : STRETCHES.map((days) => addDays(last, 1 - days));
  for (const since of starts.filter((start) => start > first)) {
    const lines = await lastOf(list, services, { ...filter, since }, limit);
    if (lines.length >= limit) return lines;
  }
  return await lastOf(list, services, filter, limit);
}

async function lastOf(list: List, services: Services, filter: unknown, limit: number): Promise<unknown[]> {
  let kept: unknown[] = [];
  let after: string | null = null;
  do {
    const page = await list.page(services, filter, { limit: AT_ONCE, after });
    kept = [...kept, ...page.lines].slice(-limit);
    after = page.next;
  } while (after !== null);
  return kept.reverse();
}
