/**
 * Which event the features of a pair speak for: small networks, averaged.
 *
 * In: feature names and weights. Out: the probability of every class. One layer of
 * tanh over the sum of the features' rows and of what their words mean, then
 * softmax; how it is trained: scripts/train-coding.ts.
 */
import type { WordVectors } from "../../knowledge/word-vectors.ts";
import { meaningsOf } from "./word-meanings.ts";

/** One network of the committee. */
export interface RelationNetwork {
  /** A row of `width` numbers for every feature. */
  readonly rows: Int8Array | Float32Array;
  /** What a number of `rows` is worth. */
  readonly scale: number;
  /** A row of `width` numbers for every number of the words' meanings. */
  readonly meanings: Float32Array;
  readonly bias: Float32Array;
  /** `width` times classes. */
  readonly output: Float32Array;
  readonly outputBias: Float32Array;
}

export interface RelationModel {
  readonly classes: readonly string[];
  /** Number of each feature. */
  readonly features: ReadonlyMap<string, number>;
  readonly width: number;
  readonly networks: readonly RelationNetwork[];
  readonly vectors: WordVectors;
}

/** Probabilities of the classes. */
export function classify(model: RelationModel, features: readonly string[]): Float64Array {
  const known: number[] = [];
  const once = new Set(features);
  const meanings = meaningsOf(once, model.vectors);
  for (const feature of once) {
    const number = model.features.get(feature);
    if (number !== undefined) known.push(number);
  }
  const mean = new Float64Array(model.classes.length);
  for (const network of model.networks) {
    const chances = softmax(scoresOf(network, known, meanings, mean.length));
    for (let index = 0; index < mean.length; index++) mean[index]! += chances[index]! / model.networks.length;
  }
  return mean;
}

function scoresOf(
  network: RelationNetwork,
  known: readonly number[],
  meanings: Float32Array,
  classes: number,
) {
  const { rows, scale, bias, output, outputBias } = network;
  const width = bias.length;
  const hidden = new Float64Array(width);
  for (const number of known) {
    const from = number * width;
    for (let unit = 0; unit < width; unit++) hidden[unit]! += rows[from + unit]!;
  }
  for (let unit = 0; unit < width; unit++) hidden[unit] = hidden[unit]! * scale + bias[unit]!;
  addMeanings(hidden, network.meanings, meanings);
  const scores = Float64Array.from(outputBias);
  for (let unit = 0; unit < width; unit++) {
    const value = Math.tanh(hidden[unit]!);
    for (let index = 0; index < classes; index++) scores[index]! += value * output[unit * classes + index]!;
  }
  return scores;
}

/** Adds the rows of the meanings, each as often as its number says. */
export function addMeanings(hidden: Float64Array, rows: Float32Array, meanings: Float32Array): void {
  const width = hidden.length;
  for (let number = 0; number < meanings.length; number++) {
    const value = meanings[number]!;
    if (value === 0) continue;
    for (let unit = 0; unit < width; unit++) hidden[unit]! += value * rows[number * width + unit]!;
  }
}

/** The scores as probabilities, in place. */
export function softmax(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let sum = 0;
  for (let index = 0; index < scores.length; index++) {
    scores[index] = Math.exp(scores[index]! - most);
    sum += scores[index]!;
  }
  for (let index = 0; index < scores.length; index++) scores[index]! /= sum;
  return scores;
}
