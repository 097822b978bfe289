/**
 * A list as a feed: its lines in, Atom (RFC 4287) or JSON Feed 1.1 out. Any
 * filtered list can be subscribed to, so an alert is a feed. Titles and
 * summaries are text; no markup of a report reaches a reader's screen.
 */
export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Page of this server that shows it. */
  readonly link: string;
  /** Address of the report that it rests on. */
  readonly source: string | null;
  readonly published: string | null;
  readonly updated: string | null;
}

export interface FeedHead {
  readonly title: string;
  /** Address of the feed. */
  readonly self: URL;
  /** The latest first. */
  readonly entries: readonly FeedEntry[];
}

/** When an entry says nothing of its time: the feed must name one, and the same one each time. */
const UNDATED = "1970-01-01T00:00:00Z";

/** The feed as Atom. */
export function atomFeed({ title, self, entries }: FeedHead): string {
  const updated = entries.map(momentOf).sort().at(-1) ?? UNDATED;
  const lines = entries.map((entry) =>
    [
      "<entry>",
      `<id>urn:chancery:${xml(entry.id)}</id>`,
      `<title>${xml(entry.title)}</title>`,
      `<updated>${momentOf(entry)}</updated>`,
      ...(entry.published === null ? [] : [`<published>${entry.published}T00:00:00Z</published>`]),
      `<link rel="alternate" href="${xml(new URL(entry.link, self).href)}"/>`,
      ...(isWeb(entry.source) ? [`<link rel="via" href="${xml(entry.source)}"/>`] : []),
      `<summary type="text">${xml(entry.summary)}</summary>`,
      "</entry>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${xml(self.href)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${updated}</updated>`,
    "<author><name>Chancery</name></author>",
    `<link rel="self" type="application/atom+xml" href="${xml(self.href)}"/>`,
    ...lines,
    "</feed>",
    "",
  ].join("\n");
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed({ title, self, entries }: FeedHead): string {
  const items = entries.map((entry) => ({
    id: `urn:chancery:${entry.id}`,
    url: new URL(entry.link, self).href,
    ...(isWeb(entry.source) ? { external_url: entry.source } : {}),
    title: entry.title,
    content_text: entry.summary,
    date_modified: momentOf(entry),
    ...(entry.published === null ? {} : { date_published: `${entry.published}T00:00:00Z` }),
  }));
  const head = { version: "https://jsonfeed.org/version/1.1", title, feed_url: self.href };
  return `${JSON.stringify({ ...head, items })}\n`;
}

function momentOf({ updated, published }: FeedEntry): string {
  return updated ?? (published === null ? UNDATED : `${published}T00:00:00Z`);
}

function isWeb(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address);
}

const MARKS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** The text as XML 1.0 may hold it. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (mark) => MARKS[mark] ?? mark);
}
