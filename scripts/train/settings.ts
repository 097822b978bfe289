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

const SIZES = { width: VECTORS.width, layers: 2, hidden: 96, arc: 64, label: 64 } as const;
const COMMON = {
  sizes: SIZES,
  batchWords: 900,
  rate: 2e-3,
  alpha: 0.25,
  dropout: { input: 0.2, layer: 0.3, head: 0.25 },
  minCount: 2,
} as const;

/** Parsers that make the trees of raw sentences. */
export const TEACHERS: readonly ParserOptions[] = [
  { ...COMMON, seed: 1, epochs: 12 },
  { ...COMMON, seed: 2, epochs: 12 },
];
/** Raw sentences parsed by the teachers: lengths in words, and how many of them per epoch of the student. */
export const SILVER = {
  minWords: 5,
  maxWords: 60,
  words: 1_000_000,
  wordsPerEpoch: 200_000,
  weight: 0.7,
} as const;
/** The parser that ships. */
export const STUDENT: ParserOptions = { ...COMMON, seed: 3, epochs: 8 };
