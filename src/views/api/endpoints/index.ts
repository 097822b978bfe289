/** Every entry of the API, in the order of the documents. */
import type { Endpoint } from "../endpoint.ts";
import { ACTOR_ENDPOINTS } from "./actors.ts";
import { DECISION_ENDPOINTS } from "./decisions.ts";
import { DIGEST_ENDPOINTS } from "./digests.ts";
import { EVENT_ENDPOINTS } from "./events.ts";
import { EXPLAIN_ENDPOINTS } from "./explain.ts";
import { FEED_ENDPOINTS } from "./feeds.ts";
import { LEDGER_ENDPOINTS } from "./ledgers.ts";
import { MENTION_ENDPOINTS } from "./mentions.ts";
import { PAIR_ENDPOINTS } from "./pair.ts";
import { READ_ENDPOINTS } from "./reads.ts";
import { REPORT_ENDPOINTS } from "./reports.ts";
import { STATEMENT_ENDPOINTS } from "./statements.ts";
import { SUMMARY_ENDPOINTS } from "./summaries.ts";
import { TALLY_ENDPOINTS } from "./tallies.ts";
import { TODAY_ENDPOINTS } from "./today.ts";

export const ENDPOINTS: readonly Endpoint[] = [
  ...TODAY_ENDPOINTS,
  ...SUMMARY_ENDPOINTS,
  ...PAIR_ENDPOINTS,
  ...EVENT_ENDPOINTS,
  ...TALLY_ENDPOINTS,
  ...DIGEST_ENDPOINTS,
  ...DECISION_ENDPOINTS,
  ...MENTION_ENDPOINTS,
  ...EXPLAIN_ENDPOINTS,
  ...STATEMENT_ENDPOINTS,
  ...LEDGER_ENDPOINTS,
  ...REPORT_ENDPOINTS,
  ...READ_ENDPOINTS,
  ...FEED_ENDPOINTS,
  ...ACTOR_ENDPOINTS,
];
