/** The sources room's one entry. */

export { type ArchiveAccount, type ArchiveOptions, isArchive, readArchive } from "./archives/read-archive.ts";
export { SOURCES_FAULTS, type SourcesFaultCode } from "./faults.ts";
export { type FeedState, newFeedState, POLL_MS } from "./feeds/feed-state.ts";
export { parseFeed } from "./feeds/parse-feed.ts";
export { type ItemOptions, type ItemResult, readItem } from "./feeds/read-feed.ts";
export type { Feed, FeedItem } from "./feeds/types.ts";
export { nextDueMs, type WatchOptions, type WatchStep, watchFeeds } from "./feeds/watch-feeds.ts";
export { checkUrl, shownUrl } from "./fetch/check-url.ts";
export { pageOfFetched, refusalOfFetch } from "./fetch/page-of-fetched.ts";
export { readUrl, readUrls, type UrlOptions } from "./fetch/read-url.ts";
export type {
  Clock,
  FetchCall,
  FetchedPage,
  Fetcher,
  FetcherOptions,
  FetchLimits,
  FetchOutcome,
  FetchRefusal,
} from "./fetch/types.ts";
export { isUrlList, urlsOf } from "./fetch/url-list.ts";
export { feedOf, OWN_PARSERS, type Parsers, type SentBytes, type SitemapFile, sitemapOf } from "./parsers.ts";
export { readSources } from "./read-sources.ts";
export { DEFAULT_LIMITS } from "./refusal.ts";
export { readSitemap, type SitemapOptions } from "./sitemaps/read-sitemap.ts";
export type { SitemapEntry } from "./sitemaps/types.ts";
export type { SourceOptions } from "./types.ts";
