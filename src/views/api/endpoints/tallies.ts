/** Events tallied by who, what and when. */
import type { CountBy, CountLine, CountPeriod } from "../../../record/types.ts";
import { countColumns } from "../../cli/link-csv.ts";
import { countJson } from "../../json/count-json.ts";
import { type Endpoint, listEndpoint, type Values } from "../endpoint.ts";
import { eventFilters } from "../schemas/link-filters.ts";
import { countQuery, countSchema } from "../schemas/tally.ts";
import { shortList } from "../short-list.ts";
import { eventFilter } from "./filters.ts";

const BY: readonly string[] = ["actor", "recipient", "type"];
/** Digits of the greatest number of events, for the order of groups. */
const DIGITS = 12;

const query = { ...eventFilters, ...countQuery };

interface Tally {
  readonly line: CountLine;
  readonly period: CountPeriod | null;
}

export const TALLY_ENDPOINTS: readonly Endpoint[] = [
  listEndpoint({
    name: "countEvents",
    path: "/api/v1/counts",
    group: "Events",
    summary: "How many events there are, by who, what and when",
    description:
      "Needs `by`. By time, then most first. It takes events that are told as facts unless `factuality` says otherwise.",
    query,
    line: countSchema,
    ...shortList<Values<typeof query>, Tally>(
      async (services, { by: names, zero_fill: zeroFill = false, ...asked }) => {
        const { by, period } = groupsOf(names);
        const lines = await services.record.counts({ by, period, zeroFill }, eventFilter(asked, services));
        return lines.map((line) => ({ line, period }));
      },
      ({ line }) => keyOf(line),
    ),
    json: ({ line, period }) => countJson(line, period),
    columns: (_services, { by: names }) => {
      const { by, period } = groupsOf(names);
      const columns = countColumns([...(period === null ? [] : ["period"]), ...by]);
      return columns.map(([name, cell]) => [name, ({ line }) => cell(line)]);
    },
  }),
];

function groupsOf(names: Values<typeof query>["by"]) {
  const by = names.filter((name): name is CountBy => BY.includes(name));
  const period = names.find((name): name is CountPeriod => !BY.includes(name)) ?? null;
  return { by, period };
}

/** In the order of the periods, then most events first. */
function keyOf({ period, actor, recipient, type, events }: CountLine): string {
  const rank = String(10 ** DIGITS - events).padStart(DIGITS + 1, "0");
  return [period, rank, actor, recipient, type].map((part) => part ?? "").join(" ");
}
