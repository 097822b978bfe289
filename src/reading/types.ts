/** Raw pages in, reports out: one published text with its title, outlet, day, sections and language. */
import type { Day, Refusal, Span } from "../base/types.ts";

export type SectionKind = "headline" | "body" | "related" | "caption" | "boilerplate";

/** A stretch of the report's text of one kind. Sections lie in order and do not overlap. */
export interface Section extends Span {
  readonly kind: SectionKind;
}

/** A place-and-date line of an agency inside the text; it sets the day for what follows it in its paragraph. */
export interface Dateline extends Span {
  readonly place: string | null;
  readonly agency: string | null;
  readonly day: Day | null;
  /** The stretch for which "today" is this day. */
  readonly scope: Span;
}

/** Where the publication day comes from: given with the input, stated in the text, the page's metadata, the URL, a dateline. */
export type DateBasis = "given" | "text" | "metadata" | "url" | "dateline";

export interface Report {
  /** Content-addressed: the same input has the same id everywhere. */
  readonly id: string;
  /** The id that came in, if one did. */
  readonly givenId: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly authors: readonly string[];
  /** Publication day; null where none can be found. */
  readonly date: Day | null;
  readonly dateBasis: DateBasis | null;
  /** Span in `text` that states the date, where `dateBasis` is `text` or `dateline`. */
  readonly dateSpan: Span | null;
  /** ISO 639-1. */
  readonly language: string;
  /** The whole text as kept: paragraphs parted by blank lines. All spans of everything point into it. */
  readonly text: string;
  readonly sections: readonly Section[];
  readonly datelines: readonly Dateline[];
  readonly origin: string;
  readonly bytesHash: string;
  /** Character set that the bytes were read in; absent where there was no choice. */
  readonly charset?: string;
  /** What was read only in part or left aside: no date, a malformed one. Codes in `faults.ts`. */
  readonly warnings?: readonly Refusal[];
}

/** An address that the body links to. */
export interface PageLink {
  readonly url: string;
  /** The words that are linked. */
  readonly text: string;
}

/** Everything that can be read off a page, in a language that is read or not. */
export interface ExtractedPage {
  readonly title: string | null;
  readonly date: Day | null;
  readonly dateBasis: DateBasis | null;
  /** Day of the last change that the page states. */
  readonly modified: Day | null;
  readonly authors: readonly string[];
  readonly outlet: string | null;
  /** ISO 639-1; "und" where it is not known. */
  readonly language: string;
  /** Canonical address. */
  readonly url: string | null;
  /** The body alone, paragraphs parted by blank lines. */
  readonly text: string;
  /** Body, headline, teasers, captions and the rest in the order of the page. */
  readonly sections: readonly { readonly kind: SectionKind; readonly text: string }[];
  /** Addresses that the body links to, each once. */
  readonly links: readonly PageLink[];
}
