/**
 * One round over a list of feeds: states in, for each feed that is due its new
 * or edited items as pages, and its new state out. The caller keeps the states
 * (in the record) and decides when the next round is; a state given out after
 * an item is a safe place to stop and go on from.
 */

import { systemClock } from "../fetch/clock.ts";
import { refusalOfFetch } from "../fetch/page-of-fetched.ts";
import type { Clock } from "../fetch/types.ts";
import { OWN_PARSERS, type Parsers } from "../parsers.ts";
import { refusal } from "../refusal.ts";
import type { SourceResult } from "../types.ts";
import {
  afterAnswer,
  afterFailure,
  afterItem,
  type FeedState,
  itemOf,
  newFeedState,
  newItems,
  POLL_MS,
} from "./feed-state.ts";
import { type ItemOptions, readItem } from "./read-feed.ts";

export interface WatchOptions extends ItemOptions {
  /** Time between two polls of a feed, milliseconds (default 15 minutes). */
  readonly intervalMs?: number;
  readonly clock?: Clock;
  readonly parsers?: Parsers;
}

/** One step of a round. */
export interface WatchStep {
  readonly feed: string;
  /** To be kept together with the result, in one transaction. */
  readonly state: FeedState;
  /** A page or a refusal; null where only the state has changed. */
  readonly result: SourceResult | null;
  /** The item that was read or tried in vain; null where the step is about the feed as a whole. */
  readonly item: ReturnType<typeof itemOf> | null;
  /** True at the feed's last step of this round. */
  readonly isLast: boolean;
}

/** The steps of one round, feed after feed.
 * @param states what earlier rounds gave, by feed */
export async function* watchFeeds(
  feeds: readonly string[],
  states: ReadonlyMap<string, FeedState>,
  options: WatchOptions,
): AsyncGenerator<WatchStep> {
  const { now } = options.clock ?? systemClock;
  for (const feed of feeds) {
    const state = states.get(feed) ?? newFeedState(feed);
    if (options.signal?.aborted) return;
    if (!state.isGone && state.dueAtMs <= now()) yield* pollFeed(state, options);
  }
}

/** Moment at which the next of the feeds is due, milliseconds since 1970; null where none will be. */
export function nextDueMs(feeds: readonly string[], states: ReadonlyMap<string, FeedState>): number | null {
  const dues = feeds.flatMap((feed) => {
    const state = states.get(feed);
    return state?.isGone ? [] : [state?.dueAtMs ?? 0];
  });
  return dues.length === 0 ? null : Math.min(...dues);
}

async function* pollFeed(before: FeedState, options: WatchOptions): AsyncGenerator<WatchStep> {
  const { fetcher, signal, intervalMs = POLL_MS } = options;
  const { now } = options.clock ?? systemClock;
  const { feed, url } = before;
  const { etag, lastModified } = before;
  const call = signal === undefined ? { etag, lastModified } : { etag, lastModified, signal };
  const fetched = await fetcher.fetchPage(url, call);
  if (!fetched.ok) {
    if (fetched.refusal.code === "sources/stopped") return;
    const state = afterFailure(before, fetched.refusal, now(), intervalMs);
    yield { feed, state, result: refusalOfFetch(url, fetched.refusal), item: null, isLast: true };
    return;
  }
  const page = fetched.value;
  if (page.notModified) {
    yield {
      feed,
      state: afterAnswer(before, page, now(), intervalMs),
      result: null,
      item: null,
      isLast: true,
    };
    return;
  }
  const { parsers = OWN_PARSERS } = options;
  const sent = { bytes: page.body, contentType: page.contentType, url: page.finalUrl };
  const parsed = await parsers.feed(sent);
  if (!parsed.ok) {
    const { code, message, advice } = parsed.refusal;
    const state = afterFailure(before, null, now(), intervalMs);
    const details = advice === undefined ? {} : { advice };
    const refused = refusal(code as "sources/bad-feed", url, `${url}: ${message}`, details);
    yield { feed, state, result: refused, item: null, isLast: true };
    return;
  }
  let state = before;
  for (const item of newItems(before, parsed.value.items)) {
    const { results, passing } = await readItem(parsed.value, item, page.finalUrl, options);
    if (signal?.aborted) return;
    // The item counts as read with the last of its pages, so that a stop in between loses none.
    for (const result of results.slice(0, -1)) yield { feed, state, result, item: null, isLast: false };
    state = afterItem(state, item, passing);
    yield { feed, state, result: results.at(-1) ?? null, item: itemOf(state, item), isLast: false };
  }
  yield { feed, state: afterAnswer(state, page, now(), intervalMs), result: null, item: null, isLast: true };
}
