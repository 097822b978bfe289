/** The world in, raw pages out: bytes or text, where from, when. */
import type { SourcesFaultCode } from "./faults.ts";
import type { Fetcher } from "./fetch/types.ts";
import type { Parsers } from "./parsers.ts";
import type { DateLimits } from "./sitemaps/types.ts";

export type { FeedState } from "./feeds/feed-state.ts";
export type { Feed } from "./feeds/types.ts";
export type { WatchStep } from "./feeds/watch-feeds.ts";
export type { Clock, Fetcher } from "./fetch/types.ts";
export type { Parsers } from "./parsers.ts";

/** What a source gave, before anybody has read it. */
export interface RawPage {
  /** Where it came from, for people: a path, `-`, a URL; with `#line` for a line of a file. */
  readonly origin: string;
  readonly kind: "text" | "html" | "json";
  /** The text after decoding. For `json`, the text or html field. */
  readonly content: string;
  /** Character set that the bytes were read in, by its name in the Encoding Standard; absent where there was no
   * choice (JSON, Word). */
  readonly charset?: string;
  /** SHA-256 of the bytes as they came (after unpacking; of the line where it is one), hexadecimal. */
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

/** Why a source, a file or a line of it gave no page. */
export interface SourceRefusal {
  readonly kind: "refused";
  readonly code: SourcesFaultCode;
  /** As in RawPage: a path, `-`, with `#line` for a line. */
  readonly origin: string;
  /** What happened and where, one sentence. */
  readonly message: string;
  /** What the user can do about it; null where there is nothing. */
  readonly advice: string | null;
  /** SHA-256 of the bytes refused, hexadecimal; null where they were not read. */
  readonly inputHash: string | null;
  /** Line of the file, from 1; null where the whole is meant. */
  readonly line: number | null;
  /** Column of the line in UTF-16 code units, from 1; null where none is known. */
  readonly column: number | null;
  /** Byte of the file at which the damage begins; absent where the place is told otherwise. */
  readonly offset?: number;
}

export type SourceResult = RawPage | SourceRefusal;

/** How much is taken in; defaults in `DEFAULT_LIMITS`. */
export interface SourceLimits {
  /** Bytes of one text or HTML file. */
  readonly bodyBytes: number;
  /** Bytes that a compressed file may unpack to. */
  readonly unpackedBytes: number;
  /** Bytes of one line of a JSON Lines file. */
  readonly lineBytes: number;
}

/** Bytes that are at hand under a name, such as those that were sent to a server. */
export interface NamedBytes {
  /** As a file name: its ending helps to tell what it is. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** How addresses are read. */
export interface WebOptions extends DateLimits {
  /** Gives the fetcher, asked for when the first address comes. */
  readonly fetcher: () => Promise<Fetcher>;
  /** Takes what feeds carry and fetches none of their pages. */
  readonly feedOnly?: boolean;
  /** Reads the reports that the sitemaps of an address's site name, instead of the address itself. */
  readonly isSite?: boolean;
  /** Pages of one address at most (default 50,000). */
  readonly limit?: number;
  readonly parsers?: Parsers;
}

/** How far the reading of files has come. */
export interface SourceProgress {
  /** The file, address or stream at hand. */
  readonly at: string;
  /** Bytes of files read, packed as they lie. */
  readonly bytes: number;
}

export interface SourceOptions {
  /** What `-` reads (default: the standard input of the process). */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<SourceLimits>;
  /** Told of each file of a folder that is not read because of its ending. */
  readonly onLeftAside?: (path: string) => void;
  /** How addresses are read; without it they are refused. */
  readonly web?: WebOptions;
  /** Told as files are read. */
  readonly onProgress?: (progress: SourceProgress) => void;
  /** Ends the reading after the item at hand. */
  readonly signal?: AbortSignal;
}
