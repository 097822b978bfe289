/**
 * The text of a web page in, the address of the feed that it names out, so that
 * whoever gave the page instead of its feed is told what to give.
 *
 * @see https://www.rssboard.org/rss-autodiscovery
 */
const LOOKED_AT = 200_000;
const MOST_LINKS = 500;
const LINK = /<link\b([^<>]{0,2000})>/gi;
const FEED_TYPE = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json)$/i;

/** The address of the first feed that the page names; null where it names none. */
export function namedFeed(html: string, base: string | null): string | null {
  let seen = 0;
  for (const [, attributes = ""] of html.slice(0, LOOKED_AT).matchAll(LINK)) {
    if (++seen > MOST_LINKS) return null;
    const href = attribute(attributes, "href");
    const isAlternate = /(?:^|\s)alternate(?:\s|$)/i.test(attribute(attributes, "rel") ?? "");
    if (href === null || !isAlternate || !FEED_TYPE.test(attribute(attributes, "type") ?? "")) continue;
    const unescaped = href.replaceAll("&amp;", "&");
    if (URL.canParse(unescaped, base ?? undefined)) return new URL(unescaped, base ?? undefined).href;
  }
  return null;
}

function attribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  );
  return match === null ? null : (match[1] ?? match[2] ?? match[3] ?? null);
}
