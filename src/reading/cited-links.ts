/** A page's layout in, the addresses that the body's paragraphs link to out: its cited sources. */
import { canonicalUrl } from "./canonical-url.ts";
import type { Layout } from "./classify.ts";
import type { PageRules } from "./page-rules.ts";
import type { PageLink } from "./types.ts";

/** Links of one page that are given at most. */
const MOST_LINKS = 200;
const MOST_TEXT = 300;

/** The links that stand in the body, each address once, in the order of the page. */
export function citedLinks({ blocks }: Layout, base: string | null, rules: PageRules): PageLink[] {
  const found = new Map<string, string>();
  for (const { block, kind } of blocks) {
    if (kind !== "body") continue;
    for (const { href, text } of block.links ?? []) {
      if (found.size >= MOST_LINKS) break;
      const url = canonicalUrl(absolute(href, base), rules);
      if (url !== null && url !== base && text !== "" && !found.has(url)) found.set(url, text);
    }
  }
  return [...found].map(([url, text]) => ({ url, text: text.slice(0, MOST_TEXT) }));
}

function absolute(href: string, base: string | null): string | null {
  if (URL.canParse(href)) return href;
  return base !== null && URL.canParse(href, base) ? new URL(href, base).href : null;
}
