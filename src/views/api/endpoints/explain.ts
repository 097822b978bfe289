/** Why: what the rules make of a sentence or a report now, what won, what was set aside. Done by a worker. */
import { Fault } from "../../../base/index.ts";
import { explanationOf, linkReasonOf } from "../../../pipeline/index.ts";
import { onlyMention } from "../../../record/index.ts";
import { explanationJson } from "../../json/explanation-json.ts";
import { linkReasonJson } from "../../json/link-reason-json.ts";
import { type Endpoint, objectEndpoint } from "../endpoint.ts";
import { explanationsSchema, linkReasonSchema } from "../schemas/explanation.ts";
import { onlyReport } from "./reports.ts";

export const EXPLAIN_ENDPOINTS: readonly Endpoint[] = [
  objectEndpoint({
    name: "explain",
    path: "/api/v1/explain/{id}",
    group: "Mentions",
    summary: "Why a mention is there, or what was made of a whole report",
    description:
      "`id` is a mention's (its one sentence is explained) or a report's (all sentences that hold something). The first call takes about a second, in which the models are loaded.",
    method: "GET",
    answer: explanationsSchema,
    async run({ services, params }) {
      const { id = "" } = params;
      const { record, ontology } = services;
      const asked = id.startsWith("m_") ? onlyMention(await record.findMentions(id), id) : null;
      const stored = await record.getReport(asked?.reportId ?? (await onlyReport(record, id)));
      const only = asked?.mention.sentence ?? null;
      const result = await services.pool().run({ kind: "examine", report: stored.report, only });
      if (!result.ok) throw new Fault(result.code, result.message, { step: "coding" });
      const explanation = explanationOf(stored, result.answer, only ?? undefined);
      return { data: explanationJson(explanation, ontology), skipped: explanation.skipped };
    },
  }),
  objectEndpoint({
    name: "explainLink",
    path: "/api/v1/explain/{id}/{other}",
    group: "Events",
    summary: "Why two are of one event, or of one story, or are not",
    description:
      "Two ids of events or mentions, or of stories or reports. An event stands for its first mention, a story for its first report. `joined` is what the two alone say, `together` how they stand in the record.",
    method: "GET",
    answer: linkReasonSchema,
    run: async ({ services: { record }, params: { id = "", other = "" } }) =>
      linkReasonJson(await linkReasonOf(record, id, other)),
  }),
];
