/** Bytes of a feed in, its items out. */

export interface FeedItem {
  /** The feed's own id of the item; its link, or a hash of what it says, where there is none. */
  readonly id: string;
  /** Absolute address of the report; null where there is none. */
  readonly link: string | null;
  /** Plain text; null where there is none. */
  readonly title: string | null;
  /** Publication as ISO 8601 in the item's own zone where it could be read, else as given; null where there is none. */
  readonly date: string | null;
  readonly author: string | null;
  /** The whole text, where the feed carries it. */
  readonly content: FeedText | null;
  /** The short text. */
  readonly summary: FeedText | null;
  /** SHA-256 of title, texts and link, hexadecimal: changes when the item is edited. */
  readonly version: string;
}

export interface FeedText {
  readonly kind: "html" | "text";
  readonly text: string;
}

export interface Feed {
  readonly format: "rss" | "rdf" | "atom" | "json";
  readonly title: string | null;
  /** Address of the site; null where there is none. */
  readonly link: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** What was left out or tolerated, in words. */
  readonly warnings: readonly string[];
}
