/**
 * Report text in, sentences out: tokens with universal tags, lemmas and a
 * dependency tree (Universal Dependencies 2), entity mentions and coreference.
 * All offsets are half-open, in UTF-16 code units of the text that was given.
 */
import type { Span } from "../base/types.ts";
import type { NameUse } from "../knowledge/types.ts";

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
  readonly contractionEnd?: number | undefined;
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

export type GrammaticalNumber = "singular" | "plural";
export type Gender = "male" | "female" | "neuter";

/** One stretch of words that stands for somebody or something. */
export interface EntityMention extends Span {
  /** Index of the sentence among the sentences given. */
  readonly sentence: number;
  /** Tokens `[first, last)` of that sentence: the noun with what stands before it ("Russian Foreign Minister
   * Sergey Lavrov", "755 us diplomats"), without clauses, coordinations and appositions. */
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
  /** Null where the words leave it open. */
  readonly number: GrammaticalNumber | null;
  readonly gender: Gender | null;
  /** First and last token of the bare name inside the words ("Sergey Lavrov"); null where there is none. */
  readonly name: { readonly first: number; readonly last: number } | null;
  /** Ids of the entries of knowledge/lexicon whose words stand in it: titles, roles, groups; the head's last. */
  readonly agents: readonly string[];
  /** Offices that the words name ("foreign-minister"); empty for deputies. */
  readonly offices: readonly string[];
  /** The words say that the office is no longer held. */
  readonly former: boolean;
  /** How a name found in the gazetteer names it ("seat" for "Moscow"); null for other mentions. */
  readonly use: NameUse | null;
  /** Mentions that it belongs to, as indexes into `Discourse.mentions`: "Russian" in "Russian minister", "Armenia"
   * in "president of Armenia"; those before the head first, in order of the text. */
  readonly owners: readonly number[];
}

/** All mentions of a report that stand for one thing, or for several things together ("both countries"). */
export interface Chain {
  /** Position among the chains of the report, from 0. */
  readonly id: number;
  /** Indexes into `Discourse.mentions`, in order of the text. */
  readonly mentions: readonly number[];
  readonly type: EntityType;
  /** Gazetteer id of what it stands for; null where unknown to it. */
  readonly entry: string | null;
  /** stated: the words name it; implied: the holder of the office on the day, named nowhere in the report. */
  readonly basis: "stated" | "implied" | null;
  /** Chains that it stands for together ("the two ministers"); empty where it stands for one thing. */
  readonly members: readonly number[];
}

/** All entity mentions of a report's sentences, in order of the text, with their chains. */
export interface Discourse {
  readonly mentions: readonly EntityMention[];
  readonly chains: readonly Chain[];
}
