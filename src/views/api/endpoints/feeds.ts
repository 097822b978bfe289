/** The feeds that `chancery watch` polls, and the steps from the world to the record. */
import { STEPS } from "../../../pipeline/steps.ts";
import { feedJson } from "../../json/feed-json.ts";
import { type Endpoint, listEndpoint } from "../endpoint.ts";
import { flatColumns } from "../flat-columns.ts";
import { feedSchema, stepSchema } from "../schemas/read.ts";
import { placeKey, shortList } from "../short-list.ts";

type Step = (typeof STEPS)[number];

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
  listEndpoint({
    name: "listSteps",
    path: "/api/v1/steps",
    group: "Reading",
    summary: "The steps from the world to the record, with what each reads and writes",
    query: {},
    line: stepSchema,
    ...shortList(() => STEPS, placeKey),
    json: (step) => step,
    columns: () => flatColumns(stepSchema, (step: Step) => step),
  }),
];
