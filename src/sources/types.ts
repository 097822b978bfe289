/** The world in, raw pages out: bytes or text, where from, when. */
import type { SourcesFaultCode } from "./faults.ts";

/** What a source gave, before anybody has read it. */
export interface RawPage {
  /** Where it came from, for people: a path, `-`, a URL; with `#line` for a line of a file. */
  readonly origin: string;
  readonly kind: "text" | "html" | "json";
  /** The text after decoding. For `json`, the text or html field. */
  readonly content: string;
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

export interface SourceOptions {
  /** What `-` reads (default: the standard input of the process). */
  readonly stdin?: AsyncIterable<Uint8Array>;
  readonly limits?: Partial<SourceLimits>;
  /** Told of each file of a folder that is not read because of its ending. */
  readonly onLeftAside?: (path: string) => void;
  /** Ends the reading after the item at hand. */
  readonly signal?: AbortSignal;
}
