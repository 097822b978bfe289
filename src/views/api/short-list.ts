/**
 * A list that is short enough to be made whole whenever a page of it is asked
 * for: decisions, groups that are counted, steps. Its pages go on behind the key
 * of the line before, so that a line that is gone since breaks nothing.
 */
import type { Page, PageRequest } from "../../record/types.ts";
import type { Services } from "./services.ts";

interface ShortList<Query, Line> {
  page(services: Services, query: Query, request: PageRequest): Promise<Page<Line>>;
  readonly atOnce: number;
}

/** How the list is paged.
 * @param lines all of them
 * @param keyOf of each line another one; they are listed in the order of these texts */
export function shortList<Query, Line>(
  lines: (services: Services, query: Query) => Promise<readonly Line[]> | readonly Line[],
  keyOf: (line: Line, place: number) => string,
): ShortList<Query, Line> {
  return {
    atOnce: Number.POSITIVE_INFINITY,
    async page(services, query, { limit, after }) {
      const all = (await lines(services, query)).map((line, place) => ({ line, key: keyOf(line, place) }));
      const left = all
        .filter(({ key }) => after === null || after === undefined || key > after)
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      const shown = left.slice(0, limit);
      return {
        lines: shown.map(({ line }) => line),
        next: left.length > shown.length ? (shown.at(-1)?.key ?? null) : null,
      };
    },
  };
}

/** The key of a line that is known by its place. */
export function placeKey(_line: unknown, place: number): string {
  return String(place).padStart(9, "0");
}
