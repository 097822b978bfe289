/**
 * Vectors of the most frequent words of general text, out of
 * knowledge/models/word-vectors/weights.bin (format: model-file.ts): words that are
 * used alike lie in like directions. Made by scripts/train-coding.ts from GloVe
 * (Pennington, Socher and Manning 2014); its card lies beside it.
 */
import { loadModel } from "./models.ts";

export interface WordVectors {
  /** Row of each word, by falling frequency. */
  readonly rank: ReadonlyMap<string, number>;
  /** Numbers of a row. */
  readonly width: number;
  /** Words times `width`; times `scale` the rows are unit vectors, nearly. */
  readonly rows: Int8Array;
  readonly scale: number;
}

/** The vectors.
 * @throws Fault `knowledge/malformed` when the file is of another version */
export function loadWordVectors(): WordVectors {
  const { meta, arrays } = loadModel("word-vectors");
  const { words, width, scale } = meta as unknown as { words: string; width: number; scale: number };
  const { rows } = arrays as { rows: Int8Array };
  const rank = new Map(words.split(" ").map((word, index) => [word, index]));
  return { rank, width, scale, rows };
}
