/**
 * An address in, pages out, whatever it leads to: a web page, a document, a
 * feed, a sitemap, a list of addresses, an archive or a dump. What it is, is told from
 * its first bytes; where these say nothing, from its media type and its name.
 */
import { isArchive, readArchive } from "../archives/read-archive.ts";
import { isGzip } from "../bytes.ts";
import { documentKind } from "../documents/read-documents.ts";
import { type ItemOptions, readItem } from "../feeds/read-feed.ts";
import type { FeedItem } from "../feeds/types.ts";
import { OWN_PARSERS, type Parsers } from "../parsers.ts";
import { readStream } from "../read-stream.ts";
import { DEFAULT_LIMITS } from "../refusal.ts";
import { isWithin, readSitemap } from "../sitemaps/read-sitemap.ts";
import type { DateLimits } from "../sitemaps/types.ts";
import type { GivenFields, SourceResult } from "../types.ts";
import { mediaTypeOf } from "./decode-body.ts";
import { pageOfFetched, refusalOfFetch } from "./page-of-fetched.ts";
import { readFetched } from "./read-fetched.ts";
import { readListed } from "./read-listed.ts";
import type { FetchedPage } from "./types.ts";
import { isUrlList, type ListedUrl } from "./url-list.ts";

export interface UrlOptions extends ItemOptions, DateLimits {
  /** Reads the reports that the site's sitemaps name, instead of the address itself. */
  readonly isSite?: boolean;
  /** Pages of one address at most (default 50,000). */
  readonly limit?: number;
  readonly parsers?: Parsers;
  /** What is known of the page beforehand. */
  readonly given?: GivenFields;
}

/** The pages at the address, and refusals of what could not be had. */
export async function* readUrl(address: string, options: UrlOptions): AsyncGenerator<SourceResult> {
  if (options.isSite) yield* pagesOfSite(address, options);
  else yield* await fetchUrl(address, options);
}

/** The pages at each of the addresses, in their order.
 * @param options given when the first address comes */
export function readUrls(
  listed: AsyncIterable<SourceResult | ListedUrl>,
  options: () => Promise<UrlOptions>,
  signal?: AbortSignal,
): AsyncGenerator<SourceResult> {
  const read = async ({ url, given = {} }: ListedUrl) =>
    fetchUrl(url, { ...(await options()), given }, false);
  return readListed(listed, read, signal);
}

/** What the address gave, once it is there: its pages are made one by one.
 * @param mayList false inside a list, so that lists do not lead on to lists for ever */
async function fetchUrl(
  address: string,
  options: UrlOptions,
  mayList = true,
): Promise<AsyncGenerator<SourceResult>> {
  const { fetcher, signal } = options;
  const fetched = await fetcher.fetchPage(address, signal === undefined ? {} : { signal });
  if (!fetched.ok) return once(refusalOfFetch(address, fetched.refusal));
  return pagesOf(fetched.value, options, mayList);
}

const FEED = /<(?:rss|feed|rdf:RDF)[\s>]|jsonfeed\.org\/version/i;
/** Media types that say no more than that the bytes are to be looked at. */
const VAGUE_TYPE = /^(?:text\/(?:plain|csv|tab-separated-values)|application\/)/;
const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;

async function* pagesOf(
  page: FetchedPage,
  options: UrlOptions,
  mayList: boolean,
): AsyncGenerator<SourceResult> {
  const { body, contentType, finalUrl } = page;
  const { signal } = options;
  const stop = signal === undefined ? {} : { signal };
  const head = body.subarray(0, 2048).toString("latin1");
  const type = mediaTypeOf(contentType) ?? "";
  if (isArchive(body) || (isGzip(body) && /\.w?arc\.gz(?:\?|$)/.test(finalUrl))) {
    yield* readArchive(once(body), finalUrl, stop);
  } else if (documentKind(body) !== null) yield* readFetched(page, options.given);
  else if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(head)) yield* pagesOfSite(finalUrl, options);
  else if (FEED.test(head) && !/<html[\s>]/i.test(head)) yield* pagesOfFeed(page, options);
  else if (isForStream(type, body, head)) {
    const listed = mayList
      ? (list: AsyncIterable<SourceResult | ListedUrl>) => readUrls(list, async () => options, signal)
      : null;
    yield* readStream(once(body), finalUrl, { limits: DEFAULT_LIMITS, listed, ...stop });
  } else yield pageOfFetched(page, options.given);
}

/** True where the bytes are read as those of a file would be: dumps, lists, packed files. */
function isForStream(type: string, body: Buffer, head: string): boolean {
  if (isGzip(body)) return true;
  if (HTML_TYPE.test(type) || !VAGUE_TYPE.test(type)) return false;
  if (type === "text/plain" && !isUrlList(head, head.length === body.length)) return /^\s*\{\s*"/.test(head);
  return !/^\s*<(?:!doctype|html|head|body)\b/i.test(head);
}

async function* pagesOfFeed(page: FetchedPage, options: UrlOptions): AsyncGenerator<SourceResult> {
  const { body, contentType, finalUrl } = page;
  const { parsers = OWN_PARSERS, signal } = options;
  const feed = await parsers.feed({ bytes: body, contentType, url: finalUrl });
  if (!feed.ok) {
    yield pageOfFetched(page, options.given);
    return;
  }
  const isWanted = ({ date }: FeedItem) => isWithin({ published: date, lastModified: null }, options);
  for (const item of feed.value.items.filter(isWanted).slice(0, options.limit)) {
    if (signal?.aborted) return;
    yield* (await readItem(feed.value, item, finalUrl, options)).results;
  }
}

async function* pagesOfSite(address: string, options: UrlOptions): AsyncGenerator<SourceResult> {
  const { fetcher, signal } = options;
  for await (const entry of readSitemap(address, options)) {
    if ("kind" in entry) {
      yield entry;
      continue;
    }
    const { url, title, published, outlet } = entry;
    const fetched = await fetcher.fetchPage(url, signal === undefined ? {} : { signal });
    if (signal?.aborted) return;
    const given = {
      ...(title === null ? {} : { title }),
      ...(published === null ? {} : { date: published }),
      ...(outlet === null ? {} : { outlet }),
    };
    if (fetched.ok) yield* readFetched(fetched.value, given);
    else yield refusalOfFetch(url, fetched.refusal);
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}
