/** Mentions: who did what to whom, each with its sentence. */
import { onlyMention } from "../../../record/index.ts";
import type { MentionLine } from "../../../record/types.ts";
import { mentionColumns } from "../../cli/csv.ts";
import { mentionJson } from "../../json/mention-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { mentionFilters } from "../schemas/filters.ts";
import { mentionSchema } from "../schemas/mention.ts";
import { mentionFilter } from "./filters.ts";
import { partyTitle } from "./titles.ts";

const group = "Mentions";

export const MENTION_ENDPOINTS: readonly Endpoint[] = [
  listEndpoint({
    name: "listMentions",
    path: "/api/v1/mentions",
    group,
    summary: "Who did what to whom, each with its sentence, in the order of their days",
    query: mentionFilters,
    line: mentionSchema,
    page: (services, query, request) => services.record.listMentions(mentionFilter(query, services), request),
    json: (line, { ontology }) => mentionJson(line, ontology),
    columns: ({ ontology }) => mentionColumns(ontology),
    entry: (line: MentionLine, { ontology }) => ({
      id: line.id,
      title: partyTitle(mentionJson(line, ontology)),
      summary: line.text,
      link: `/reports/${line.reportId}#${line.id}`,
      source: line.citation.url,
      published: line.mention.date ?? line.citation.date,
      updated: null,
    }),
  }),
  objectEndpoint({
    name: "getMention",
    path: "/api/v1/mentions/{id}",
    group,
    summary: "One mention",
    description: "The beginning of its id is enough.",
    method: "GET",
    answer: mentionSchema,
    async run({ services: { record, ontology }, params }) {
      const { id = "" } = params;
      return mentionJson(onlyMention(await record.findMentions(id), id), ontology);
    },
  }),
];
