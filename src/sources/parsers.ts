/**
 * The parsers of what a host wrote: bytes of feeds and sitemaps in, values out.
 * By default they run where they are called; the pipeline gives others that run
 * in a worker under a watchdog, so that no host can hold up the process.
 */
import { gunzipSync } from "node:zlib";
import { type Outcome, ok, type Refusal, refuse } from "../base/outcome.ts";
import { isGzip } from "./bytes.ts";
import { parseFeed } from "./feeds/parse-feed.ts";
import type { Feed } from "./feeds/types.ts";
import { charsetOf, decodeXml } from "./fetch/decode-body.ts";
import { DEFAULT_LIMITS } from "./refusal.ts";
import { parseSitemap } from "./sitemaps/parse-sitemap.ts";
import type { SitemapEntry } from "./sitemaps/types.ts";

/** What a host sent: a body, with the header that names its type, and its address. */
export interface SentBytes {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
}

export interface SitemapFile {
  readonly entries: readonly SitemapEntry[];
  /** Why it was not read to its end; null where it was. */
  readonly refusal: Refusal | null;
}

export interface Parsers {
  feed(sent: SentBytes): Promise<Outcome<Feed>>;
  sitemap(sent: SentBytes): Promise<Outcome<SitemapFile>>;
}

/** The parsers in this thread. */
export const OWN_PARSERS: Parsers = {
  feed: async (sent) => feedOf(sent),
  sitemap: async (sent) => sitemapOf(sent),
};

/** The feed of the bytes, or why they are none. */
export function feedOf({ bytes, contentType, url }: SentBytes): Outcome<Feed> {
  return parseFeed(bytes, contentType, url);
}

/** The entries of a sitemap, plain or gzip, or why there are none. */
export function sitemapOf({ bytes: sent, contentType, url }: SentBytes): Outcome<SitemapFile> {
  let bytes = sent;
  try {
    if (isGzip(sent)) bytes = gunzipSync(sent, { maxOutputLength: DEFAULT_LIMITS.unpackedBytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    const what = tooLarge ? "unpacks to too much" : "is no whole gzip file";
    return refuse(tooLarge ? "sources/too-large" : "sources/damaged", `The sitemap ${url} ${what}.`);
  }
  const entries: SitemapEntry[] = [];
  let refusal: Refusal | null = null;
  for (const each of parseSitemap(decodeXml(bytes, charsetOf(contentType)), url)) {
    if ("isSitemap" in each) entries.push(each);
    else refusal = each;
  }
  return ok({ entries, refusal });
}
