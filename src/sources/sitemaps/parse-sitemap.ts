/**
 * The text of a sitemap, a sitemap index, a news sitemap or a plain list of
 * addresses in, its entries out one by one as the walk over it goes on. The
 * number of entries has the limit of the protocol, the walk one of time.
 *
 * @see https://www.sitemaps.org/protocol.html
 */
import { type Refusal, refuse } from "../../base/outcome.ts";
import { openWalk, WalkEnded, type XmlElement } from "../feeds/xml-walk.ts";
import type { SitemapEntry } from "./types.ts";

/** The protocol's limit of one file. */
export const MOST_ENTRIES = 50_000;
const MOST_URL_CHARS = 4_096;
const LIMIT_MS = 10_000;
const CHUNK_CHARS = 65_536;
const ROOTS = /^(?:urlset|sitemapindex)$/;
const FIELDS: Readonly<
  Record<string, "url" | "lastModified" | "published" | "title" | "outlet" | "language">
> = {
  loc: "url",
  lastmod: "lastModified",
  "news:publication_date": "published",
  "news:title": "title",
  "news:name": "outlet",
  "news:language": "language",
};

type Draft = { -readonly [Key in keyof SitemapEntry]: SitemapEntry[Key] };

/** The entries of a sitemap; what cannot be read ends them with a refusal.
 * @param baseUrl what relative addresses rest on */
export function* parseSitemap(given: string, baseUrl: string | null): Generator<SitemapEntry | Refusal> {
  const text = given.replace(/^[\ufeff\s]+/, "");
  if (/^https?:\/\//i.test(text)) {
    yield* plainList(text, baseUrl);
    return;
  }
  const ready: SitemapEntry[] = [];
  let root: string | null = null;
  let draft: Draft | null = null;
  let field: (typeof FIELDS)[string] | null = null;
  let parts: string[] = [];
  let count = 0;
  const walk = openWalk(
    {
      open({ name, depth }: XmlElement) {
        if (depth === 1) root = name;
        if (depth === 1 && !ROOTS.test(name)) throw new WalkEnded("enough");
        if (depth === 2) draft = emptyDraft(name === "sitemap");
        const inEntry = depth === 3 || name.startsWith("news:");
        field = draft !== null && inEntry ? (FIELDS[name] ?? null) : null;
        parts = [];
      },
      text(piece) {
        if (field !== null && parts.length < 64) parts.push(piece.slice(0, MOST_URL_CHARS));
      },
      close({ depth }) {
        if (field !== null && draft !== null) draft[field] ||= parts.join("").trim();
        field = null;
        if (depth !== 2 || draft === null) return;
        const entry = finished(draft, baseUrl);
        draft = null;
        if (entry === null) return;
        if (++count > MOST_ENTRIES) throw new WalkEnded("enough");
        ready.push(entry);
      },
    },
    LIMIT_MS,
  );
  let ended: WalkEnded["reason"] | null = null;
  try {
    for (let at = 0; at < text.length; at += CHUNK_CHARS) {
      walk.write(text.slice(at, at + CHUNK_CHARS));
      yield* ready.splice(0);
    }
    walk.end();
  } catch (error) {
    if (!(error instanceof WalkEnded)) throw error;
    ended = error.reason;
  }
  yield* ready.splice(0);
  const refused = faultOf(root, ended, count);
  if (refused !== null) yield refused;
}

function faultOf(root: string | null, ended: WalkEnded["reason"] | null, count: number): Refusal | null {
  const because = (message: string): Refusal => {
    const outcome = refuse("sources/bad-sitemap", message);
    return (outcome as { readonly refusal: Refusal }).refusal;
  };
  if (root === null || !ROOTS.test(root)) return because("The bytes are no sitemap.");
  if (ended === "enough")
    return because(`The sitemap has more than ${MOST_ENTRIES} entries; the rest is not read.`);
  if (ended !== null) return because(`The sitemap is broken after ${count} entries (${ended}).`);
  return null;
}

function* plainList(text: string, baseUrl: string | null): Generator<SitemapEntry> {
  for (const line of text.split(/\r?\n/, MOST_ENTRIES)) {
    const entry = finished({ ...emptyDraft(false), url: line.trim() }, baseUrl);
    if (entry !== null) yield entry;
  }
}

function emptyDraft(isSitemap: boolean): Draft {
  const unknown = { lastModified: null, published: null, title: null, outlet: null, language: null };
  return { url: "", isSitemap, ...unknown };
}

function finished(draft: Draft, baseUrl: string | null): SitemapEntry | null {
  if (draft.url === "" || draft.url.length > MOST_URL_CHARS) return null;
  try {
    const { protocol, href } = new URL(draft.url, baseUrl ?? undefined);
    return /^https?:$/.test(protocol) ? { ...draft, url: href } : null;
  } catch {
    return null;
  }
}
