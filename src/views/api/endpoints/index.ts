/** Every entry of the API, in the order of the documents. */
import type { Endpoint } from "../endpoint.ts";
import { ACTOR_ENDPOINTS } from "./actors.ts";
import { EXPLAIN_ENDPOINTS } from "./explain.ts";
import { MENTION_ENDPOINTS } from "./mentions.ts";
import { READ_ENDPOINTS } from "./reads.ts";
import { REPORT_ENDPOINTS } from "./reports.ts";

export const ENDPOINTS: readonly Endpoint[] = [
  ...MENTION_ENDPOINTS,
  ...EXPLAIN_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...READ_ENDPOINTS,
  ...ACTOR_ENDPOINTS,
];
