/** The form of a watched feed as `chancery watch list --json` prints it, in snake_case. */
import type { FeedLine } from "../../record/types.ts";

/** The feed as an object ready for JSON. */
export function feedJson(line: FeedLine) {
  return {
    url: line.url,
    address: line.address,
    feed_only: line.isFeedOnly,
    added_at: line.addedAt,
    polled_at: line.polledAt,
    due_at: line.dueAt,
    failures: line.failures,
    gone: line.isGone,
    error: line.fault,
  };
}
