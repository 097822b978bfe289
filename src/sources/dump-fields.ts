/**
 * The names that dumps of news give to their fields: CC-News in the form of
 * news-please and of its data set, RealNews, the output of trafilatura and of
 * `chancery extract`, lists of addresses. The first name that holds something
 * is taken; a dump that follows none of them is read where it says text or html.
 */
import type { GivenFields } from "./types.ts";

export type DumpField = keyof GivenFields | "text" | "html";

/** Names by field, the likeliest first. */
export const DUMP_FIELDS: { readonly [Field in DumpField]: readonly string[] } = {
  text: ["text", "maintext", "article_text", "raw_text", "body", "content"],
  html: ["html", "raw_html"],
  id: ["id"],
  url: ["url", "link", "requested_url", "source_url"],
  outlet: ["outlet", "publication", "sitename", "source_domain", "domain", "hostname"],
  title: ["title", "headline"],
  date: ["date", "date_publish", "publish_date", "published_at", "published", "pubDate"],
};

/** The field of the object, or undefined where none of its names holds a string (an id may be a number). */
export function dumpField(value: object, field: DumpField): string | undefined {
  for (const name of DUMP_FIELDS[field]) {
    if (!Object.hasOwn(value, name)) continue;
    const held: unknown = (value as Record<string, unknown>)[name];
    if (field === "id" && typeof held === "number") return String(held);
    if (typeof held === "string") return held;
  }
  return undefined;
}
