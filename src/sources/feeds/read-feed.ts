/**
 * Items of a feed in, pages out: the report's own page where it can be
 * fetched, the text that the feed carries where it may not or where only the
 * feed is wanted. An item that cannot be had now is left for the next reading.
 */

import { hashOf } from "../bytes.ts";
import { refusalOfFetch } from "../fetch/page-of-fetched.ts";
import { pagesOfFetched } from "../fetch/read-fetched.ts";
import type { Fetcher } from "../fetch/types.ts";
import { refusal } from "../refusal.ts";
import type { GivenFields, SourceResult } from "../types.ts";
import type { Feed, FeedItem } from "./types.ts";

export interface ItemOptions {
  readonly fetcher: Fetcher;
  /** Takes what the feed carries and fetches no pages. */
  readonly feedOnly?: boolean;
  readonly signal?: AbortSignal;
}

export interface ItemResult {
  readonly item: FeedItem;
  /** Mostly one; more where the item leads to a document of several reports. */
  readonly results: readonly SourceResult[];
  /** True where the same may work at the next reading. */
  readonly passing: boolean;
}

/** The pages of an item, or why there is none.
 * @param feedUrl address of the feed, for items without one of their own */
export async function readItem(
  feed: Feed,
  item: FeedItem,
  feedUrl: string,
  { fetcher, feedOnly = false, signal }: ItemOptions,
): Promise<ItemResult> {
  const given = givenOf(feed, item);
  if (feedOnly || item.link === null) {
    return { item, results: [pageOfItem(item, feedUrl, given)], passing: false };
  }
  const fetched = await fetcher.fetchPage(item.link, signal === undefined ? {} : { signal });
  if (fetched.ok) return { item, results: await pagesOfFetched(fetched.value, given), passing: false };
  const { passing, code } = fetched.refusal;
  if (!passing && item.content !== null && code !== "sources/stopped") {
    return { item, results: [pageOfItem(item, feedUrl, given)], passing: false };
  }
  const results = [refusalOfFetch(item.link, fetched.refusal)];
  return { item, results, passing: passing || code === "sources/stopped" };
}

/** The page made of what the feed itself says. */
export function pageOfItem(item: FeedItem, feedUrl: string, given: GivenFields): SourceResult {
  const origin = item.link ?? `${feedUrl}#${item.id}`;
  const text = item.content ?? item.summary;
  if (text === null || text.text.trim() === "") {
    const message = `The feed carries no text of ${origin}.`;
    return refusal("sources/empty", origin, message, { advice: "Read it without --feed-only." });
  }
  const bytesHash = hashOf(Buffer.from(text.text));
  return { origin, kind: text.kind, content: text.text, bytesHash, given };
}

function givenOf(feed: Feed, item: FeedItem): GivenFields {
  return {
    id: item.id,
    ...(item.link === null ? {} : { url: item.link }),
    ...(item.title === null ? {} : { title: item.title }),
    ...(item.date === null ? {} : { date: item.date }),
    ...(feed.title === null ? {} : { outlet: feed.title }),
  };
}
