/** The feeds that `chancery watch` polls, and the steps from the world to the record. */
import { STEPS } from "../../../pipeline/steps.ts";
import { feedJson } from "../../json/feed-json.ts";
import { type Endpoint, listEndpoint, objectEndpoint } from "../endpoint.ts";
import { flatColumns } from "../flat-columns.ts";
import { feedSchema, stepsSchema } from "../schemas/read.ts";

export const FEED_ENDPOINTS: readonly Endpoint[] = [
  listEndpoint({
    name: "listFeeds",
    path: "/api/v1/feeds",
    group: "Reading",
    summary: "The feeds that `chancery watch` polls, when each was asked, and what failed",
    query: {},
    line: feedSchema,
    page: ({ record }, _query, request) => record.listFeeds(request),
    json: feedJson,
    columns: () => flatColumns(feedSchema, feedJson),
  }),
  objectEndpoint({
    name: "listSteps",
    path: "/api/v1/steps",
    group: "Reading",
    summary: "The steps from the world to the record, with what each reads and writes",
    method: "GET",
    answer: stepsSchema,
    run: async () => ({ data: STEPS }),
  }),
];
