/**
 * One item under way: fields as they are found in, the finished item out.
 * Where several elements say the same, the one that stands first in its list
 * below wins, whatever the order in the file.
 */
import { hashOf } from "../bytes.ts";
import type { FeedItem, FeedText } from "./types.ts";
import { plainText } from "./xml-walk.ts";

/** Kinds of fields with the elements and members that fill them, the best first. */
export const FIELDS = {
  id: ["guid", "atom:id", "id", "dc:identifier", "@about"],
  link: ["feedburner:origlink", "@alternate", "link", "url", "external_url", "@permalink", "@other"],
  title: ["title", "atom:title", "dc:title", "headline"],
  date: [
    "atom:published",
    "pubdate",
    "atom:issued",
    "dcterms:issued",
    "dc:date",
    "dcterms:created",
    "atom:created",
    "published",
    "date_published",
    "atom:updated",
    "updated",
    "atom:modified",
    "dcterms:modified",
    "date_modified",
    "date",
  ],
  author: ["dc:creator", "@author", "atom:author", "author"],
  content: [
    "content:encoded",
    "atom:content",
    "content",
    "xhtml:body",
    "body",
    "content_html",
    "content_text",
  ],
  summary: ["description", "atom:summary", "summary", "dc:description", "abstract"],
} as const;

export type FieldKind = keyof typeof FIELDS;

/** The field and its rank that an element fills; null where it fills none. */
export const FIELD_OF: ReadonlyMap<string, { readonly kind: FieldKind; readonly rank: number }> = new Map(
  Object.entries(FIELDS).flatMap(([kind, names]) =>
    names.map((name, rank) => [name, { kind: kind as FieldKind, rank }] as const),
  ),
);

interface Found {
  readonly rank: number;
  readonly value: FeedText;
}

export class ItemDraft {
  readonly #found = new Map<FieldKind, Found>();
  /** What relative links rest on. */
  base: string | null;

  constructor(base: string | null) {
    this.base = base;
  }

  /** Takes a value for the field that the name fills, unless a better one is there. */
  take(name: string, value: FeedText): void {
    const field = FIELD_OF.get(name);
    if (field === undefined || value.text.trim() === "") return;
    const known = this.#found.get(field.kind);
    if (known === undefined || field.rank < known.rank) {
      this.#found.set(field.kind, { rank: field.rank, value });
    }
  }

  /** The item; null where it says nothing at all. */
  finish(): FeedItem | null {
    if (this.#found.size === 0) return null;
    const text = (kind: FieldKind) => this.#found.get(kind)?.value.text.trim() ?? null;
    const plain = (kind: FieldKind) => {
      const value = this.#found.get(kind)?.value;
      if (value === undefined) return null;
      return (value.kind === "html" ? plainText(value.text) : value.text.replace(/\s+/g, " ").trim()) || null;
    };
    const link = absolute(text("link"), this.base);
    const title = plain("title");
    const content = this.#found.get("content")?.value ?? null;
    const summary = this.#found.get("summary")?.value ?? null;
    const said = [title, content?.text, summary?.text, link].map((part) => part ?? "").join("\n");
    const version = hashOf(Buffer.from(said));
    const id = text("id") ?? link ?? version;
    return {
      id,
      link,
      title,
      date: isoDate(text("date")),
      author: plain("author"),
      content,
      summary,
      version,
    };
  }
}

/** The address made whole; null where it is none of the web. */
export function absolute(given: string | null, base: string | null): string | null {
  if (given === null) return null;
  try {
    const url = new URL(given.trim(), base ?? undefined);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A date of RFC 822 or ISO 8601 as ISO 8601 in its own zone; as given where it cannot be read. */
export function isoDate(given: string | null): string | null {
  if (given === null) return null;
  const trimmed = given.trim().slice(0, 100);
  if (/^\d{4}-\d{2}-\d{2}/.test(trimmed)) return trimmed;
  const instant = Date.parse(/(?:\d{4}|[+-]\d{4}|[A-Z]{1,4})$/.test(trimmed) ? trimmed : `${trimmed} GMT`);
  if (Number.isNaN(instant)) return trimmed;
  const [, sign = "+", hours = "00", minutes = "00"] = /([+-])(\d{2}):?(\d{2})$/.exec(trimmed) ?? [];
  const shiftMs = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const zone = shiftMs === 0 ? "Z" : `${sign}${hours}:${minutes}`;
  const local = new Date(instant + shiftMs);
  return Number.isNaN(local.getTime()) ? trimmed : `${local.toISOString().slice(0, 19)}${zone}`;
}
