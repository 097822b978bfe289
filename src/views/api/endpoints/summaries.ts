/** Events in numbers: the timeline, facets, two actors over time. */
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { apiFault } from "../faults.ts";
import { eventFilters } from "../schemas/link-filters.ts";
import { eventDaysSchema, eventFacetsSchema, pairSchema } from "../schemas/summary.ts";
import type { Services } from "../services.ts";
import { eventFilter } from "./filters.ts";

type Days = Awaited<ReturnType<Services["record"]["eventDays"]>>["counts"];
type Months = Awaited<ReturnType<Services["record"]["eventMonths"]>>["counts"];

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
  objectEndpoint({
    name: "getPair",
    path: "/api/v1/pair",
    group: "Events",
    summary: "Two actors over time: score of cooperation and conflict and composition by month",
    description: "Needs `between`. A month without events has no score: nothing known is not zero.",
    method: "GET",
    query: eventFilters,
    answer: pairSchema,
    async run({ services, query }) {
      const { between } = query;
      if (between === undefined)
        throw apiFault("api/bad-request", "between: it is needed.", "Such as between=USA,RUS.");
      const { counts, whole } = await services.record.eventMonths(eventFilter(query, services));
      return { between: [...between], months: monthsOf(counts, services), whole };
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

/** Every month from the first to the last, those without events, too. */
function monthsOf(counts: Months, { ontology }: Services) {
  const byMonth = Map.groupBy(counts, ({ month }) => month);
  return monthsBetween(counts[0]?.month, counts.at(-1)?.month).map((month) => {
    const rows = byMonth.get(month) ?? [];
    const events = rows.reduce((sum, row) => sum + row.events, 0);
    const total = rows.reduce((sum, row) => sum + row.events * scoreOf(row, ontology), 0);
    const types = [...Map.groupBy(rows, ({ event }) => event)].map(([event, same]) => ({
      event,
      quad_code: ontology.quad(event as never),
      events: same.reduce((sum, row) => sum + row.events, 0),
    }));
    return { month, events, score: events === 0 ? null : Math.round((total / events) * 100) / 100, types };
  });
}

function scoreOf({ event, mode }: Months[number], ontology: Services["ontology"]): number {
  return ontology.score(event as never, JSON.parse(mode));
}

function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const [year = 0, month = 1] = first.split("-").map(Number);
  const months: string[] = [];
  for (let at = year * 12 + month - 1; ; at += 1) {
    const name = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    if (name > last) return months;
    months.push(name);
  }
}
