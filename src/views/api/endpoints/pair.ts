/** Two actors over time: score of cooperation and conflict, and who did what to whom. */
import { addDays, dayNumber } from "../../../base/index.ts";
import type { EventFilter } from "../../../record/types.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { apiFault } from "../faults.ts";
import { eventFilters } from "../schemas/link-filters.ts";
import { pairQuery, pairSchema } from "../schemas/summary.ts";
import type { Services } from "../services.ts";
import { eventFilter } from "./filters.ts";

type Period = "day" | "month" | "year";
type Counts = Awaited<ReturnType<Services["record"]["eventPeriods"]>>["counts"];

/** A whole of so many days is told day by day, or month by month. */
const BY_DAY = 800;
const BY_MONTH = 14_640;

export const PAIR_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "getPair",
    path: "/api/v1/pair",
    group: "Events",
    summary: "Two actors over time: score of cooperation and conflict, and who did what to whom",
    description:
      "Needs `between`. It takes events that are told as facts unless `factuality` says otherwise. A period without events has no score: nothing known is not zero.",
    method: "GET",
    query: { ...eventFilters, ...pairQuery },
    answer: pairSchema,
    async run({ services, query: { period: asked, ...query } }) {
      const { record, ontology } = services;
      const { between } = query;
      if (between === undefined)
        throw apiFault("api/bad-request", "between: it is needed.", "Such as between=USA,RUS.");
      const filter = { factuality: "actual" as const, ...eventFilter(query, services), between };
      const [told, sides] = await Promise.all([
        periodsOf(services, filter, asked),
        record.eventSides(filter),
      ]);
      return {
        between: [...between],
        period: told.period,
        points: pointsOf(told.counts, told.period, services),
        types: sides.counts.map(({ event, events, forth, back }) => ({
          event,
          quad_code: ontology.quad(event as never),
          forth,
          back,
          both: events - forth - back,
        })),
        total: sides.counts.reduce((sum, { events }) => sum + events, 0),
        whole: told.whole && sides.whole,
      };
    },
  }),
];

async function periodsOf({ record }: Services, filter: EventFilter, asked: Period | undefined) {
  if (asked !== undefined) return { period: asked, ...(await record.eventPeriods(filter, asked)) };
  const months = await record.eventPeriods(filter, "month");
  const [first, last] = [months.counts[0]?.period, months.counts.at(-1)?.period];
  const days =
    first === undefined || last === undefined ? 0 : dayNumber(`${last}-28`) - dayNumber(`${first}-01`);
  if (days <= BY_DAY) return { period: "day" as const, ...(await record.eventPeriods(filter, "day")) };
  if (days <= BY_MONTH) return { period: "month" as const, ...months };
  return { period: "year" as const, ...(await record.eventPeriods(filter, "year")) };
}

/** Every period from the first to the last, those without events, too. */
function pointsOf(counts: Counts, period: Period, { ontology }: Services) {
  const byPeriod = Map.groupBy(counts, ({ period: name }) => name);
  const [first, last] = [counts[0]?.period, counts.at(-1)?.period];
  if (first === undefined || last === undefined) return [];
  const points = [];
  for (let start = firstDay(first); start <= firstDay(last); start = next(start, period)) {
    const rows = byPeriod.get(start.slice(0, first.length)) ?? [];
    const events = rows.reduce((sum, row) => sum + row.events, 0);
    const score = ({ event, mode }: Counts[number]) => ontology.score(event as never, JSON.parse(mode));
    const total = rows.reduce((sum, row) => sum + row.events * score(row), 0);
    const types = [...Map.groupBy(rows, ({ event }) => event)].map(([event, same]) => ({
      event,
      quad_code: ontology.quad(event as never),
      events: same.reduce((sum, row) => sum + row.events, 0),
    }));
    const mean = events === 0 ? null : Math.round((total / events) * 100) / 100;
    points.push({ start, end: next(start, period), events, score: mean, types });
  }
  return points;
}

const firstDay = (name: string) => `${name}${"-01-01".slice(name.length - 4)}`;

function next(start: string, period: Period): string {
  if (period === "day") return addDays(start, 1);
  const [year = 0, month = 1] = start.split("-").map(Number);
  const at = period === "year" ? (year + 1) * 12 : year * 12 + month;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}
