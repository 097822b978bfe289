/** An address as written in, the same address for every copy of it out: no fragment, tracking or user. */
import type { PageRules } from "./page-rules.ts";

/** The address without fragment, tracking and user; null where it is none. */
export function canonicalUrl(written: string | null, rules: PageRules): string | null {
  if (written === null || !URL.canParse(written.trim())) return null;
  const url = new URL(written.trim());
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) {
    if (rules.nameKind("parameter", name.toLowerCase()) !== null) url.searchParams.delete(name);
  }
  return url.href;
}

/** The host of an address without "www"; null without an address. */
export function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname.replace(/^www\d?\./, "");
}
