/**
 * Report text in, sentences out: tokens with universal tags, lemmas and a
 * dependency tree (Universal Dependencies 2), entity mentions and coreference.
 * All offsets are half-open, in UTF-16 code units of the text that was given.
 */
import type { Span } from "../base/types.ts";

/** Universal part-of-speech tags (universaldependencies.org/u/pos). */
export type Upos =
  | "ADJ"
  | "ADP"
  | "ADV"
  | "AUX"
  | "CCONJ"
  | "DET"
  | "INTJ"
  | "NOUN"
  | "NUM"
  | "PART"
  | "PRON"
  | "PROPN"
  | "PUNCT"
  | "SCONJ"
  | "SYM"
  | "VERB"
  | "X";

/** One syntactic word. Contractions are split ("do" + "n't"), each part with its own offsets. */
export interface Token extends Span {
  /** Position in the sentence, from 0. */
  readonly index: number;
  readonly form: string;
  readonly lemma: string;
  readonly upos: Upos;
  /** Penn Treebank tag as in the English treebanks ("VBD", "NNP"). */
  readonly xpos: string;
  /** Index of the head token in the sentence; -1 for the root; -2 where there is no tree. */
  readonly head: number;
  /** Relation to the head with subtype ("nsubj:pass"); "" where there is no tree. */
  readonly deprel: string;
  /** First token of a contraction: index of its last token. Absent elsewhere. */
  readonly contractionEnd?: number;
}

export interface Sentence extends Span {
  /** Position among the sentences of the text, from 0. */
  readonly index: number;
  /** Position of its paragraph in the text, from 0. */
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** "words": split only; "tagged": tags and lemmas; "parsed": with tree. */
  readonly depth: "words" | "tagged" | "parsed";
  /** Why a sentence ends where no sentence ends ("language/sentence-too-long"). */
  readonly cut?: string;
}

/** The three levels of analysis; each returns new sentences and keeps nothing between calls. */
export interface Language {
  /** Sentences with words and offsets; a blank line ends a paragraph and a sentence. */
  split(text: string): Sentence[];
  /** The sentence with tags and lemmas. */
  tag(sentence: Sentence): Sentence;
  /** The sentence with tags, lemmas and tree (tags first where it has none). */
  parse(sentence: Sentence): Sentence;
}

export type EntityType = "person" | "organisation" | "state" | "place" | "other";

/** One stretch of words that stands for somebody or something. */
export interface EntityMention extends Span {
  /** Index of the sentence among the sentences given. */
  readonly sentence: number;
  /** Tokens `[first, last)` of that sentence. */
  readonly first: number;
  readonly last: number;
  /** Token that heads the words in the tree. */
  readonly head: number;
  /** name: "Rex Tillerson"; nominal: "the minister"; pronoun: "he". */
  readonly form: "name" | "nominal" | "pronoun";
  readonly type: EntityType;
  /** Gazetteer ids that the words can mean, best first; empty when unknown to it. */
  readonly candidates: readonly string[];
  /** Number of the chain of mentions that stand for the same thing in this report; -1 when alone and unresolved. */
  readonly chain: number;
}

/** All entity mentions of a report's sentences, in order of the text, with their chains. */
export interface Discourse {
  readonly mentions: readonly EntityMention[];
}
