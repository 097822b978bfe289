/** Events in, what they have in common out: for each facet its values with how many events have them, most first. */
import type { EventLine, Party } from "../api/types.ts";

export type FacetName = "type" | "actor" | "recipient" | "place" | "standing" | "outlet";

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

type Named = readonly { readonly value: string; readonly label: string }[];

/** The facets of the events.
 * @param nameOf under which value a party is found again, and what the reader sees for it */
export function eventFacets(
  events: readonly EventLine[],
  nameOf: (party: Party) => { readonly value: string; readonly label: string } | null,
): Readonly<Record<FacetName, readonly FacetValue[]>> {
  const parties = (side: readonly Party[]): Named => [
    ...new Map(side.flatMap((party) => nameOf(party) ?? []).map((named) => [named.value, named])).values(),
  ];
  const plain = (value: string | null | undefined): Named => (value ? [{ value, label: value }] : []);
  return {
    type: tally(events, ({ event }) => plain(event)),
    actor: tally(events, ({ actor }) => parties(actor)),
    recipient: tally(events, ({ recipient }) => parties(recipient)),
    place: tally(events, ({ event_loc }) => plain(event_loc?.name)),
    standing: tally(events, ({ standing }) => plain(standing)),
    outlet: tally(events, ({ cite_info }) => plain(cite_info.publication)),
  };
}

function tally(events: readonly EventLine[], valuesOf: (event: EventLine) => Named): FacetValue[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const event of events) {
    for (const { value, label } of valuesOf(event)) {
      const one = counts.get(value) ?? { label, count: 0 };
      one.count++;
      counts.set(value, one);
    }
  }
  return [...counts]
    .map(([value, one]) => ({ value, ...one }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}
