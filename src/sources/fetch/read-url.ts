/**
 * An address in, pages out, whatever it leads to: a web page, a feed, a
 * sitemap or an archive. What it is, is told from its first bytes.
 */
import { isArchive, readArchive } from "../archives/read-archive.ts";
import { isGzip } from "../bytes.ts";
import { parseFeed } from "../feeds/parse-feed.ts";
import { type ItemOptions, readItem } from "../feeds/read-feed.ts";
import { readSitemap } from "../sitemaps/read-sitemap.ts";
import type { DateLimits } from "../sitemaps/types.ts";
import type { SourceResult } from "../types.ts";
import { pageOfFetched, refusalOfFetch } from "./page-of-fetched.ts";

export interface UrlOptions extends ItemOptions, DateLimits {
  /** Reads the reports that the site's sitemaps name, instead of the address itself. */
  readonly isSite?: boolean;
  /** Pages at most (default 50,000). */
  readonly limit?: number;
}

/** The pages at the address, and refusals of what could not be had. */
export async function* readUrl(address: string, options: UrlOptions): AsyncGenerator<SourceResult> {
  const { fetcher, signal } = options;
  if (options.isSite) {
    yield* pagesOfSite(address, options);
    return;
  }
  const fetched = await fetcher.fetchPage(address, signal === undefined ? {} : { signal });
  if (!fetched.ok) {
    yield refusalOfFetch(address, fetched.refusal);
    return;
  }
  const { body, contentType, finalUrl } = fetched.value;
  const head = body.subarray(0, 2048).toString("latin1");
  if (isArchive(body) || (isGzip(body) && /\.w?arc\.gz(?:\?|$)/.test(finalUrl))) {
    yield* readArchive(once(body), finalUrl, signal === undefined ? {} : { signal });
  } else if (/<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(head)) yield* pagesOfSite(finalUrl, options);
  else if (/<(?:rss|feed|rdf:RDF)[\s>]|jsonfeed\.org\/version/i.test(head) && !/<html[\s>]/i.test(head)) {
    yield* pagesOfFeed(body, contentType, finalUrl, options);
  } else yield pageOfFetched(fetched.value);
}

async function* pagesOfFeed(
  body: Buffer,
  contentType: string | null,
  url: string,
  options: UrlOptions,
): AsyncGenerator<SourceResult> {
  const feed = parseFeed(body, contentType, url);
  if (!feed.ok) {
    yield pageOfFetched({ finalUrl: url, contentType, body });
    return;
  }
  for (const item of feed.value.items.slice(0, options.limit)) {
    if (options.signal?.aborted) return;
    yield (await readItem(feed.value, item, url, options)).result;
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
    yield fetched.ok ? pageOfFetched(fetched.value, given) : refusalOfFetch(url, fetched.refusal);
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
