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
type Between = EventFilter & { readonly between: readonly [string, string] };
type Counted = Awaited<ReturnType<Services["record"]["eventsBetween"]>>;
type Counts = Counted["counts"];

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
      const { between } = query;
      if (between === undefined)
        throw apiFault("api/bad-request", "between: it is needed.", "Such as between=USA,RUS.");
      const filter = { factuality: "actual" as const, ...eventFilter(query, services), between };
      const { period, counts, whole } = await periodsOf(services, filter, asked);
      return {
        between: [...between],
        period,
        points: pointsOf(
          counts.filter((count) => count.period !== ""),
          period,
          services,
        ),
        types: typesOf(counts, services),
        total: eventsIn(counts),
        whole,
      };
    },
  }),
];

const eventsIn = (counts: Counts) => counts.reduce((sum, { events }) => sum + events, 0);

async function periodsOf(
  { record }: Services,
  filter: Between,
  asked: Period | undefined,
): Promise<Counted & { readonly period: Period }> {
  if (asked !== undefined) return { period: asked, ...(await record.eventsBetween(filter, asked)) };
  const months = await record.eventsBetween(filter, "month");
  const names = months.counts.flatMap(({ period }) => (period === "" ? [] : [period]));
  const [first, last] = [names[0], names.at(-1)];
  const days =
    first === undefined || last === undefined ? 0 : dayNumber(`${last}-28`) - dayNumber(`${first}-01`);
  if (days <= BY_DAY) return { period: "day", ...(await record.eventsBetween(filter, "day")) };
  if (days <= BY_MONTH) return { period: "month", ...months };
  const counts = months.counts.map((count) => ({ ...count, period: count.period.slice(0, 4) }));
  return { period: "year", counts, whole: months.whole };
}

/** Types with who did them, most events first. */
function typesOf(counts: Counts, { ontology }: Services) {
  const types = [...Map.groupBy(counts, ({ event }) => event)].map(([event, same]) => {
    const by = (side: Counts[number]["side"]) => eventsIn(same.filter((each) => each.side === side));
    return {
      event,
      quad_code: ontology.quad(event as never),
      forth: by("forth"),
      back: by("back"),
      both: by("both"),
    };
  });
  const all = ({ forth, back, both }: (typeof types)[number]) => forth + back + both;
  return types.sort((a, b) => all(b) - all(a) || (a.event < b.event ? -1 : 1));
}

/** Every period from the first to the last, those without events, too. */
function pointsOf(counts: Counts, period: Period, { ontology }: Services) {
  const byPeriod = Map.groupBy(counts, ({ period: name }) => name);
  const [first, last] = [counts[0]?.period, counts.at(-1)?.period];
  if (first === undefined || last === undefined) return [];
  const points = [];
  for (let start = firstDay(first); start <= firstDay(last); start = next(start, period)) {
    const rows = byPeriod.get(start.slice(0, first.length)) ?? [];
    const events = eventsIn(rows);
    const score = ({ event, mode }: Counts[number]) => ontology.score(event as never, JSON.parse(mode));
    const total = rows.reduce((sum, row) => sum + row.events * score(row), 0);
    const types = [...Map.groupBy(rows, ({ event }) => event)].map(([event, same]) => ({
      event,
      quad_code: ontology.quad(event as never),
      events: eventsIn(same),
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
