/** The front page in one answer. */
import { addDays } from "../../../base/index.ts";
import type { OpenRecord } from "../../../record/index.ts";
import type { EventFilter } from "../../../record/types.ts";
import { contradictionJson } from "../../json/contradiction-json.ts";
import { entryJson } from "../../json/entry-json.ts";
import { eventJson } from "../../json/event-json.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { type BriefEntry, frontItems, newMeasures, plannedContacts, spanOf } from "../front-page.ts";
import { todayQuery, todaySchema } from "../schemas/today.ts";
import { given } from "./filters.ts";
import { dayCounts } from "./summaries.ts";

const DISAGREEMENTS = 5;
const OPEN_DAYS = 92;
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
        openContradictions(record, filter),
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

/** Those of the span; where it has none, those of the months before it, for they are open still. */
async function openContradictions(record: OpenRecord, filter: EventFilter) {
  const inside = await record.listContradictions(filter, { limit: DISAGREEMENTS });
  if (inside.lines.length > 0 || filter.since === undefined) return inside;
  const since = addDays(filter.since, -OPEN_DAYS);
  return await record.listContradictions({ ...filter, since }, { limit: DISAGREEMENTS });
}

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
