/** Statements: who said what, to whom, about whom, with all reports that give the words. */
import type { StatementFilter, StatementListLine } from "../../../record/types.ts";
import { STATEMENT_COLUMNS } from "../../cli/csv.ts";
import { statementListJson } from "../../json/statement-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { statementFilters, statementListSchema } from "../schemas/statement.ts";
import { given, reportFilter } from "./filters.ts";

const group = "Statements";

export const STATEMENT_ENDPOINTS: readonly Endpoint[] = [
  listEndpoint({
    name: "listStatements",
    path: "/api/v1/statements",
    group,
    summary: "Who said what, each with all reports that give the words, in the order of their days",
    query: statementFilters,
    line: statementListSchema,
    page: ({ record }, { speaker, addressee, about, kind, stance, ...query }, request) => {
      const filter: StatementFilter = {
        ...reportFilter(query),
        ...given({ speaker, addressee, about, kind, stance }),
      };
      return record.listStatements(filter, request);
    },
    json: statementListJson,
    columns: () => STATEMENT_COLUMNS,
    entry: ({ id, reportId, statement, citation }: StatementListLine) => ({
      id,
      title: statement.speaker?.name ?? statement.speaker?.entityText ?? statement.kind,
      summary: statement.content.text,
      link: `/reports/${reportId}#${id}`,
      source: citation.url,
      published: statement.date ?? citation.date,
      updated: null,
    }),
  }),
  objectEndpoint({
    name: "getStatement",
    path: "/api/v1/statements/{id}",
    group,
    summary: "One statement with all reports that give its words",
    description: "The beginning of its id is enough.",
    method: "GET",
    answer: statementListSchema,
    run: async ({ services: { record }, params }) =>
      statementListJson(await record.getStatement(params.id ?? "")),
  }),
];
