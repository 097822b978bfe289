/**
 * The bytes of a feed in, the feed out, or why they are none. Bytes are
 * decoded before anything is parsed; the form is told from the text, never
 * from the Content-Type, which is often wrong.
 */
import { type Outcome, ok, refuse } from "../../base/outcome.ts";
import { charsetOf, decodeXml } from "../fetch/decode-body.ts";
import { parseJsonFeed } from "./json-feed.ts";
import { namedFeed } from "./named-feed.ts";
import type { Feed } from "./types.ts";
import { parseXmlFeed } from "./xml-feed.ts";

/** The feed of the bytes.
 * @param contentType the header that came with them
 * @param feedUrl what relative links rest on */
export function parseFeed(
  bytes: Uint8Array,
  contentType: string | null,
  feedUrl: string | null,
): Outcome<Feed> {
  const text = decodeXml(bytes, charsetOf(contentType)).replace(/^[\ufeff\s]+/, "");
  if (text === "") return refuse("sources/empty", "The feed is empty.");
  const feed = text.startsWith("{") ? parseJsonFeed(text, feedUrl) : parseXmlFeed(text, feedUrl);
  if (feed === null) {
    if (!/^<(?:!doctype\s+html|html)/i.test(text))
      return refuse("sources/bad-feed", "The address gives neither RSS, Atom nor JSON Feed.");
    const named = namedFeed(text, feedUrl);
    const advice = named === null ? "Look for the address of the feed on the page." : `Its feed is ${named}`;
    const says = named === null ? "" : `, which names its feed: ${named}`;
    return refuse("sources/bad-feed", `The address gives a web page${says}.`, advice);
  }
  if (feed.items.length === 0 && feed.warnings.some((warning) => warning.startsWith("reading ended"))) {
    return refuse("sources/bad-feed", `No item of the feed could be read: ${feed.warnings.join("; ")}.`);
  }
  return ok(feed);
}
