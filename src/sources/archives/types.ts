/** Bytes of a WARC or ARC file in, records and damages out. */

/** A stretch of unpacked bytes, or a mark between two. */
export type Piece =
  | { readonly kind: "data"; readonly bytes: Buffer }
  /** A gzip member (or the plain file) begins at this byte of the file. */
  | { readonly kind: "start"; readonly offset: number }
  /** The member ended well: its checksum and length are right. */
  | { readonly kind: "end" }
  /** The member that began at `offset` is damaged; what it gave cannot be trusted. */
  | { readonly kind: "broken"; readonly offset: number; readonly reason: string };

export interface ArchiveRecord {
  readonly kind: "record";
  /** Byte of the file at which the record, or its gzip member, begins. */
  readonly offset: number;
  /** Unpacked bytes between the member's beginning and the record's; 0 in plain files. */
  readonly inside: number;
  /** WARC-Type in lower case; `response` for records of ARC files, `filedesc` for their head. */
  readonly type: string;
  readonly uri: string | null;
  /** Moment of the capture, as given. */
  readonly date: string | null;
  /** Content-Type of the block. */
  readonly contentType: string | null;
  readonly block: Buffer;
}

/** What could not be read, and where. */
export interface ArchiveDamage {
  readonly kind: "damage";
  readonly offset: number;
  readonly inside: number;
  /** One clause: "the block ends early". */
  readonly reason: string;
  /** True for a sound record over the limit. */
  readonly tooLarge: boolean;
  /** Records read before it. */
  readonly recordsBefore: number;
}

/** The head of a record. */
export interface RecordHead {
  /** Bytes of the head itself. */
  readonly headBytes: number;
  /** Bytes of the block after it. */
  readonly blockBytes: number;
  readonly type: string;
  readonly uri: string | null;
  readonly date: string | null;
  readonly contentType: string | null;
  readonly blockDigest: string | null;
  readonly payloadDigest: string | null;
}

/** How the records of one kind of archive are told. */
export interface RecordForm {
  /** Finds places where a record may begin; global. */
  readonly start: RegExp;
  /** Bytes that a place found needs after it to be told. */
  readonly startBytes: number;
  /** The head at the start of the bytes; "more" where they end in it; a reason where it is none. */
  parseHead(bytes: Buffer): RecordHead | "more" | { readonly fault: string };
}
