/** Sitemaps in, addresses of reports out. */

export interface SitemapEntry {
  readonly url: string;
  /** True where the address is that of another sitemap. */
  readonly isSitemap: boolean;
  /** As given: ISO 8601, a day or a moment; null where there is none. */
  readonly lastModified: string | null;
  /** Of a news sitemap: as given; null where there is none. */
  readonly published: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
}

/** Which entries are wanted; days inclusive, `YYYY-MM-DD`. */
export interface DateLimits {
  readonly since?: string;
  readonly until?: string;
}
