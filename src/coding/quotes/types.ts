/** What the parts of the quotes folder hand to each other; statements themselves are in ../types.ts. */
import type { Span } from "../../base/types.ts";
import type { Tree } from "../tree/tree.ts";
import type { Quotation } from "./marks.ts";

/** A sentence as candidates are read from it. */
export interface SpeechSentence {
  readonly tree: Tree;
  /** First and last token of what each token heads. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Index of the quotation that each token stands in (marks included); -1 outside. */
  readonly quotation: readonly number[];
  /** Paragraph of the next sentence is another one, or there is none. */
  readonly endsParagraph: boolean;
  readonly startsParagraph: boolean;
}

/** A stretch that may be what is said. */
export interface Candidate extends Span {
  /** How it was found: "ccomp", "before", "quote-after", … */
  readonly way: string;
}

/** A word that may say something, with what it may say. */
export interface CueSite {
  /** Index of the sentence. */
  readonly sentence: number;
  /** Index of the token. */
  readonly token: number;
  readonly candidates: readonly Candidate[];
  /** A dash that signs the quotation before it. */
  readonly signs: boolean;
}

/** A cue and its content, decided. */
export interface Decision {
  readonly sentence: number;
  /** Token of the cue; -1 where there is none (a quotation that goes on). */
  readonly token: number;
  readonly content: Span;
  readonly way: string;
  readonly confidence: number;
}

export interface SpeechText {
  readonly text: string;
  readonly sentences: readonly SpeechSentence[];
  readonly quotations: readonly Quotation[];
  /** A pair of double marks stands in the text. */
  readonly doubled: boolean;
}
