/** The world in, raw pages out: bytes or text, where from, when. */

/** What a source gave, before anybody has read it. */
export interface RawPage {
  /** Where it came from, for people: a path, `-`, a URL; with `#line` for a line of a file. */
  readonly origin: string;
  readonly kind: "text" | "html" | "json";
  /** The text after decoding. For `json`, the text or html field. */
  readonly content: string;
  /** SHA-256 of the bytes as they came, hexadecimal. */
  readonly bytesHash: string;
  /** What came along with it (JSON Lines fields, HTTP headers, file name). All optional. */
  readonly given: GivenFields;
}

export interface GivenFields {
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  /** As given, not yet checked. */
  readonly date?: string;
}
