/** Reports: the list, and one whole with its text, sentences and mentions. */
import { Fault } from "../../../base/index.ts";
import type { OpenRecord } from "../../../record/index.ts";
import type { ReportLine } from "../../../record/types.ts";
import { REPORT_COLUMNS } from "../../cli/csv.ts";
import { reportDetailJson } from "../../json/report-detail-json.ts";
import { reportJson } from "../../json/report-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { apiFault } from "../faults.ts";
import { reportFilters } from "../schemas/filters.ts";
import { reportDetailSchema, reportSchema } from "../schemas/report.ts";
import { reportFilter } from "./filters.ts";

const group = "Reports";

export const REPORT_ENDPOINTS: readonly Endpoint[] = [
  listEndpoint({
    name: "listReports",
    path: "/api/v1/reports",
    group,
    summary: "The reports of the record, in the order of their days",
    query: reportFilters,
    line: reportSchema,
    page: ({ record }, query, request) => record.listReports(reportFilter(query), request),
    json: reportJson,
    columns: () => REPORT_COLUMNS,
    entry: (line: ReportLine) => ({
      id: line.id,
      title: line.title ?? line.origin,
      summary: [line.outlet, line.date].filter((part) => part !== null).join(", "),
      link: `/reports/${line.id}`,
      source: line.url,
      published: line.date,
      updated: line.readAt,
    }),
  }),
  objectEndpoint({
    name: "getReport",
    path: "/api/v1/reports/{id}",
    group,
    summary: "One report with its text, sections, sentences and mentions",
    description: "`id` is its id, the beginning of it, its given id, or its URL (percent-encoded).",
    method: "GET",
    answer: reportDetailSchema,
    async run({ services: { record, ontology }, params }) {
      const id = await onlyReport(record, params.id ?? "");
      const [stored, mentions] = await Promise.all([record.getReport(id), record.mentionsOf(id)]);
      return reportDetailJson(stored, mentions, ontology);
    },
  }),
];

/** The one report that the words mean.
 * @throws {@link Fault} `record/not-found`, `api/bad-request` when they mean several */
export async function onlyReport(record: OpenRecord, words: string): Promise<string> {
  const ids = await record.findReports(words);
  const [id] = ids;
  if (id === undefined)
    throw new Fault("record/not-found", `The record has no report ${words}.`, {
      advice: "See the ids at /api/v1/reports.",
    });
  if (ids.length > 1 && id !== words && words.startsWith("r_"))
    throw apiFault(
      "api/bad-request",
      `${words} can mean several reports: ${ids.join(", ")}.`,
      "Give more of the id.",
    );
  return id;
}
