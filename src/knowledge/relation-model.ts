/**
 * The weights of the relation model, out of knowledge/models/relation/weights.bin:
 * classes, features and the networks of the committee (format: model-file.ts).
 * Made by scripts/train-coding.ts; its card lies beside it.
 */
import { existsSync } from "node:fs";
import { knowledgePath } from "./dir.ts";
import { loadModel } from "./models.ts";
import { loadWordVectors, type WordVectors } from "./word-vectors.ts";

export interface RelationWeights {
  readonly classes: readonly string[];
  readonly features: ReadonlyMap<string, number>;
  readonly width: number;
  readonly networks: readonly {
    readonly rows: Int8Array;
    readonly scale: number;
    readonly meanings: Float32Array;
    readonly bias: Float32Array;
    readonly output: Float32Array;
    readonly outputBias: Float32Array;
  }[];
  readonly vectors: WordVectors;
}

interface Meta {
  readonly classes: readonly string[];
  readonly width: number;
  readonly scales: readonly number[];
  readonly features: readonly string[];
}

/** The weights, or null where none have been trained. */
export function loadRelationModel(): RelationWeights | null {
  if (!existsSync(knowledgePath("models", "relation", "weights.bin"))) return null;
  const { meta, arrays } = loadModel("relation");
  const { classes, width, scales, features } = meta as unknown as Meta;
  const networks = scales.map((scale, index) => ({
    rows: arrays[`rows${index}`] as Int8Array,
    scale,
    meanings: arrays[`meanings${index}`] as Float32Array,
    bias: arrays[`bias${index}`] as Float32Array,
    output: arrays[`output${index}`] as Float32Array,
    outputBias: arrays[`outputBias${index}`] as Float32Array,
  }));
  const numbers = new Map(features.map((name, index) => [name, index]));
  return { classes, width, networks, features: numbers, vectors: loadWordVectors() };
}
