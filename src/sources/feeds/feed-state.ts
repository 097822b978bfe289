/**
 * What is known of a watched feed between two polls: a value that the record
 * keeps. Functions give a new state and change none.
 */
import { digest } from "../../base/ids.ts";
import type { FetchedPage, FetchRefusal } from "../fetch/types.ts";
import type { FeedItem } from "./types.ts";

export interface FeedState {
  /** As named by the user; lasts, whatever the feed moves to. */
  readonly feed: string;
  /** Where it is asked for now. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Moment before which it is not asked, milliseconds since 1970. */
  readonly dueAtMs: number;
  /** Failures in a row. */
  readonly failures: number;
  /** True where the host said 410: it is not asked any more. */
  readonly isGone: boolean;
  /** Items read, by a short hash of their id: the version read. The latest 10,000 are kept. */
  readonly seen: Readonly<Record<string, string>>;
  /** Items that could not be had, with the number of tries. */
  readonly waiting: Readonly<Record<string, number>>;
}

/** Ordinary time between two polls, milliseconds. */
export const POLL_MS = 900_000;
const LONGEST_MS = 86_400_000;
const MOST_SEEN = 10_000;
const MOST_TRIES = 3;

/** The state of a feed that was never read. */
export function newFeedState(feed: string): FeedState {
  const conditions = { etag: null, lastModified: null };
  return { feed, url: feed, ...conditions, dueAtMs: 0, failures: 0, isGone: false, seen: {}, waiting: {} };
}

/** The items that are new, edited, or waiting for another try; the oldest first. */
export function newItems(state: FeedState, items: readonly FeedItem[]): readonly FeedItem[] {
  const fresh = new Map<string, FeedItem>();
  for (const item of items) {
    const key = keyOf(item);
    if (state.seen[key] !== shortVersion(item) && !fresh.has(key)) fresh.set(key, item);
  }
  return [...fresh.values()].reverse();
}

/** The state after an answer of the feed; conditions are kept only when everything in it was read. */
export function afterAnswer(
  state: FeedState,
  page: FetchedPage,
  nowMs: number,
  intervalMs: number,
): FeedState {
  const hasWaiting = Object.keys(state.waiting).length > 0;
  const { etag, lastModified, movedTo } = page;
  const conditions = hasWaiting ? { etag: null, lastModified: null } : { etag, lastModified };
  return { ...state, ...conditions, url: movedTo ?? state.url, failures: 0, dueAtMs: nowMs + intervalMs };
}

/** The state after a failure: twice the wait each time, a day at most, never before the host wants it. */
export function afterFailure(
  state: FeedState,
  refusal: Pick<FetchRefusal, "againAtMs" | "status"> | null,
  nowMs: number,
  intervalMs: number,
): FeedState {
  const failures = state.failures + 1;
  const waitMs = Math.min(intervalMs * 2 ** Math.min(failures - 1, 20), LONGEST_MS);
  const dueAtMs = Math.max(nowMs + waitMs, refusal?.againAtMs ?? 0);
  return { ...state, failures, dueAtMs, isGone: refusal?.status === 410 };
}

/** The state after an item was read, or was tried in vain.
 * @param passing true where the same may work at the next poll */
export function afterItem(state: FeedState, item: FeedItem, passing: boolean): FeedState {
  const key = keyOf(item);
  const { [key]: tries = 0, ...others } = state.waiting;
  if (passing && tries + 1 < MOST_TRIES) return { ...state, waiting: { ...others, [key]: tries + 1 } };
  const { [key]: _, ...rest } = state.seen;
  const seen = Object.entries({ ...rest, [key]: shortVersion(item) }).slice(-MOST_SEEN);
  return { ...state, seen: Object.fromEntries(seen), waiting: others };
}

/** What the state says of the item: the version read, or the tries in vain. */
export function itemOf(
  state: FeedState,
  item: FeedItem,
): { readonly key: string; readonly version: string | null; readonly tries: number } {
  const key = keyOf(item);
  return { key, version: state.seen[key] ?? null, tries: state.waiting[key] ?? 0 };
}

/** A key that no feed can choose to collide with an index or a prototype. */
function keyOf(item: FeedItem): string {
  return `i${digest(item.id).slice(0, 16)}`;
}

function shortVersion(item: FeedItem): string {
  return item.version.slice(0, 16);
}
