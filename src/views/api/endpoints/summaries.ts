/** Events in numbers: the timeline and facets. */
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { eventFilters } from "../schemas/link-filters.ts";
import { eventDaysSchema, eventFacetsSchema } from "../schemas/summary.ts";
import type { Services } from "../services.ts";
import { eventFilter } from "./filters.ts";

type Days = Awaited<ReturnType<Services["record"]["eventDays"]>>["counts"];

export const SUMMARY_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "countEventDays",
    path: "/api/v1/events/days",
    group: "Events",
    summary: "Events by day and type, for a timeline",
    description: "With `since` and `until` the days on which events begin.",
    method: "GET",
    query: eventFilters,
    answer: eventDaysSchema,
    async run({ services, query }) {
      const { counts, whole } = await services.record.eventDays(eventFilter(query, services));
      return { data: dayCounts(counts, services), whole };
    },
  }),
  objectEndpoint({
    name: "countEventFacets",
    path: "/api/v1/events/facets",
    group: "Events",
    summary: "Numbers of events for each type, actor, recipient, place, standing and outlet",
    method: "GET",
    query: eventFilters,
    answer: eventFacetsSchema,
    async run({ services, query }) {
      const { counts, whole } = await services.record.eventFacets(eventFilter(query, services));
      return { data: counts, whole };
    },
  }),
];

/** The counts as an answer gives them. */
export function dayCounts(counts: Days, { ontology }: Services) {
  return counts.map(({ day, event, events, mentions }) => ({
    day: day === "" ? null : day,
    event,
    quad_code: ontology.quad(event as never),
    events,
    mentions,
  }));
}
