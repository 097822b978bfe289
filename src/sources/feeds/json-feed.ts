/**
 * The text of a JSON Feed in, the feed out; null where it is none.
 *
 * @see https://www.jsonfeed.org/version/1.1/
 */
import { absolute, ItemDraft } from "./item-draft.ts";
import type { Feed, FeedItem } from "./types.ts";
import { MOST_ITEMS } from "./xml-feed.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The feed; null where the text is no JSON Feed. */
export function parseJsonFeed(text: string, feedUrl: string | null): Feed | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const items = field(value, "items");
  const version = textOf(field(value, "version"));
  if (!Array.isArray(items) || !/jsonfeed\.org\/version/.test(version ?? "")) return null;
  const base = absolute(textOf(field(value, "home_page_url")), feedUrl) ?? feedUrl;
  const over = items.length > MOST_ITEMS;
  return {
    format: "json",
    title: textOf(field(value, "title")),
    link: base,
    language: textOf(field(value, "language")),
    items: items
      .slice(0, MOST_ITEMS)
      .map((item) => itemOf(item, base))
      .filter((item) => item !== null),
    warnings: over ? [`only the first ${MOST_ITEMS} items are read`] : [],
  };
}

function itemOf(value: unknown, base: string | null): FeedItem | null {
  const draft = new ItemDraft(base);
  for (const name of ["id", "title", "summary", "content_text", "content_html", "url", "external_url"]) {
    const text = textOf(field(value, name));
    if (text !== null) draft.take(name, { kind: name === "content_html" ? "html" : "text", text });
  }
  for (const name of ["date_published", "date_modified"]) {
    const text = textOf(field(value, name));
    if (text !== null) draft.take(name, { kind: "text", text });
  }
  const authors = field(value, "authors");
  const first = Array.isArray(authors) ? authors[0] : field(value, "author");
  const author = textOf(field(first, "name"));
  if (author !== null) draft.take("author", { kind: "text", text: author });
  return draft.finish();
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Fields)[name];
}

function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
