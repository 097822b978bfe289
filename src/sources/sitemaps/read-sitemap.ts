/**
 * The address of a site or a sitemap in, the entries within the dates out:
 * sitemaps named in robots.txt, indexes followed to the depth of two, gzip
 * unpacked under a cap. A sitemap older than the first day wanted is not
 * fetched. The pages themselves are left to the caller.
 */

import type { SourcesFaultCode } from "../faults.ts";
import { refusalOfFetch } from "../fetch/page-of-fetched.ts";
import type { Fetcher } from "../fetch/types.ts";
import { OWN_PARSERS, type Parsers } from "../parsers.ts";
import { refusal } from "../refusal.ts";
import type { SourceRefusal } from "../types.ts";
import type { DateLimits, SitemapEntry } from "./types.ts";

export interface SitemapOptions extends DateLimits {
  readonly fetcher: Fetcher;
  readonly parsers?: Parsers;
  /** Entries given at most (default 50,000). */
  readonly limit?: number;
  /** Sitemap files fetched at most (default 500). */
  readonly files?: number;
  readonly signal?: AbortSignal;
}

const MOST_DEPTH = 2;

/** The entries of a site's sitemaps, each address once, and refusals of what could not be read.
 * @param address a sitemap, or any page of the site, whose robots.txt names them */
export async function* readSitemap(
  address: string,
  options: SitemapOptions,
): AsyncGenerator<SitemapEntry | SourceRefusal> {
  const { fetcher, signal, limit = 50_000, files = 500 } = options;
  const isSitemap = /\.(?:xml|txt)(?:\.gz)?(?:\?|$)|sitemap/i.test(address);
  const named = isSitemap ? [address] : await fetcher.sitemapsOf(address, signal);
  const start = named.length > 0 ? named : [new URL("/sitemap.xml", address).href];
  const waiting = start.map((url) => ({ url, depth: 0 }));
  const known = new Set<string>(start);
  let given = 0;
  let fetched = 0;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (signal?.aborted) return;
    if (++fetched > files) {
      yield refusal(
        "sources/bad-sitemap",
        address,
        `${address} has more than ${files} sitemaps; the rest is not read.`,
      );
      return;
    }
    for await (const entry of entriesAt(next.url, options)) {
      if ("kind" in entry) {
        yield entry;
        continue;
      }
      if (known.has(entry.url) || !isWithin(entry, options)) continue;
      known.add(entry.url);
      if (entry.isSitemap) {
        if (next.depth < MOST_DEPTH) waiting.push({ url: entry.url, depth: next.depth + 1 });
        continue;
      }
      yield entry;
      if (++given >= limit) return;
    }
  }
}

async function* entriesAt(
  url: string,
  { fetcher, parsers = OWN_PARSERS, signal }: SitemapOptions,
): AsyncGenerator<SitemapEntry | SourceRefusal> {
  const outcome = await fetcher.fetchPage(url, signal === undefined ? {} : { signal });
  if (!outcome.ok) {
    yield refusalOfFetch(url, outcome.refusal);
    return;
  }
  const { body, contentType, finalUrl } = outcome.value;
  const file = await parsers.sitemap({ bytes: body, contentType, url: finalUrl });
  if (!file.ok) {
    yield refusal(file.refusal.code as SourcesFaultCode, url, file.refusal.message);
    return;
  }
  yield* file.value.entries;
  if (file.value.refusal !== null)
    yield refusal("sources/bad-sitemap", url, `${url}: ${file.value.refusal.message}`);
}

/** True where the entry may lie within the days. One changed after the last day may have been published before it,
 * so only a day of publication bars it; one without a day is always wanted. */
export function isWithin(
  { published, lastModified }: Pick<SitemapEntry, "published" | "lastModified">,
  { since, until }: DateLimits,
): boolean {
  const dayOf = (moment: string | null) => /^\d{4}-\d{2}-\d{2}/.exec(moment ?? "")?.[0] ?? null;
  const latest = dayOf(published) ?? dayOf(lastModified);
  if (since !== undefined && latest !== null && latest < since) return false;
  const out = dayOf(published);
  return until === undefined || out === null || out <= until;
}
