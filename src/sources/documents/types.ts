/** Bytes of a document in, pages or a refusal out: what crosses between the threads that open documents. */
import type { SourcesFaultCode } from "../faults.ts";
import type { GivenFields } from "../types.ts";

export type DocumentKind = "docx" | "rtf" | "pdf" | "mht";

/** One text of a document: the whole, or one of the many that a file of a newspaper database holds. */
export interface DocumentText {
  readonly kind: "text" | "html";
  readonly content: string;
  /** Character set in which the bytes were read, where the document leaves a choice. */
  readonly charset?: string;
  readonly given: GivenFields;
}

/** Why a document, or one of its texts, cannot be used. */
export interface DocumentFault {
  readonly code: SourcesFaultCode;
  /** A clause to stand behind the document's name: "is cut off". */
  readonly reason: string;
}

export type OpenedDocument =
  | { readonly ok: true; readonly texts: readonly (DocumentText | DocumentFault)[] }
  | ({ readonly ok: false } & DocumentFault);

/** Thrown inside this folder where a document cannot be read; turned into a fault by open-document.ts. */
export class BadDocument extends Error {
  readonly code: SourcesFaultCode;
  constructor(reason: string, code: SourcesFaultCode = "sources/bad-document") {
    super(reason);
    this.code = code;
  }
}
