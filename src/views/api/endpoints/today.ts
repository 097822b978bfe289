/** The front page in one answer. */
import { contradictionJson } from "../../json/contradiction-json.ts";
import { entryJson } from "../../json/entry-json.ts";
import { eventJson } from "../../json/event-json.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { type BriefEntry, frontItems, newMeasures, plannedContacts, spanOf } from "../front-page.ts";
import { todayQuery, todaySchema } from "../schemas/today.ts";
import { given } from "./filters.ts";
import { dayCounts } from "./summaries.ts";

const DISAGREEMENTS = 5;
/** Rows of days and types: a year of a large record. */
const DAYS_AT_MOST = 6_000;

export const TODAY_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "getToday",
    path: "/api/v1/today",
    group: "Events",
    summary:
      "The front page: the largest events of a span, new measures, contacts planned next, contradictions",
    description:
      "Without days the span ends on the last day of the record's reports, whatever the clock says. With `read_since` it tells what was read after that moment, of whatever days.",
    method: "GET",
    query: todayQuery,
    answer: todaySchema,
    async run({ services, query: { read_since: readSince, ...query } }) {
      const { record, ontology } = services;
      const span = await spanOf(record, { ...query, ...given({ readSince }) });
      const filter = { ...span, ...given({ readSince }) };
      const [items, days, measures, planned, contradicted, reports] = await Promise.all([
        frontItems(record, filter, ({ event }) => ontology.score(event.event.value, event.main.mode)),
        record.eventDays(filter),
        newMeasures(record, span),
        plannedContacts(record, span),
        record.listContradictions(filter, { limit: DISAGREEMENTS }),
        record.countReports(filter),
      ]);
      return {
        since: span.since ?? null,
        until: span.until ?? null,
        events: items.map(({ line: { event, first }, others }) => ({
          event: eventJson(event, first, ontology),
          others,
        })),
        ...foldedDays(dayCounts(days.counts, services)),
        total: days.counts.reduce((sum, { events }) => sum + events, 0),
        measures: measures.map(briefJson),
        planned: planned.map(briefJson),
        contradictions: contradicted.lines.map(({ contradiction }) => contradictionJson(contradiction)),
        reports,
        whole: days.whole,
      };
    },
  }),
];

/** Day by day, or month by month where these are too many for a chart. */
function foldedDays(counts: ReturnType<typeof dayCounts>) {
  if (counts.length <= DAYS_AT_MOST) return { days: counts, days_by: "day" };
  const months = Map.groupBy(counts, ({ day, event }) => `${day?.slice(0, 7) ?? ""} ${event}`);
  const days = [...months.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const sum = (name: "events" | "mentions") => same.reduce((all, each) => all + each[name], 0);
    const day = first.day === null ? null : `${first.day.slice(0, 7)}-01`;
    return [{ ...first, day, events: sum("events"), mentions: sum("mentions") }];
  });
  return { days, days_by: "month" };
}

function briefJson({ entry, step, day }: BriefEntry) {
  return { entry: entryJson(entry), step, day };
}
