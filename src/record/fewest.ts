/** Ways to find the only lines that a filter can let through, each by its index, in; the way that finds fewest out. */

/** More than this are not few: so many are sorted in about 20 ms (measured 2026-11-27 at a million mentions). */
export const FEW = 5_000;

export interface Way<Key, Filter> {
  /** The keys, or null where they are more than few. */
  find(): Promise<readonly Key[] | null>;
  /** What is left of the filter to be tested. */
  readonly rest: Filter;
}

export interface Found<Key, Filter> {
  readonly keys: readonly Key[];
  readonly rest: Filter;
}

/** The fewest keys; null where no way finds few. Nothing more is asked once nothing can pass. */
export async function fewest<Key, Filter>(
  ways: readonly (Way<Key, Filter> | null)[],
): Promise<Found<Key, Filter> | null> {
  let few: Found<Key, Filter> | null = null;
  for (const way of ways) {
    const keys = (await way?.find()) ?? null;
    if (way === null || keys === null) continue;
    if (few === null || keys.length < few.keys.length) few = { keys, rest: way.rest };
    if (keys.length === 0) return few;
  }
  return few;
}
