/**
 * Trains the relation model: networks of one layer over sparse binary features and
 * the meanings of words, by AdaGrad in seeded order, with inputs left out at random,
 * averaged.
 *
 * In: weighted rows of features with their class. Out: the model. Duchi, Hazan,
 * Singer 2011 (adaptive subgradient methods); Srivastava et al. 2014 (dropout).
 */
import {
  addMeanings,
  type RelationModel,
  type RelationNetwork,
  softmax,
} from "../../src/coding/relation/relation-model.ts";
import { meaningsOf } from "../../src/coding/relation/word-meanings.ts";
import type { WordVectors } from "../../src/knowledge/word-vectors.ts";
import { Random } from "../train/random.ts";

export interface RelationRow {
  readonly features: readonly string[];
  readonly label: string;
  readonly weight: number;
}

export interface RelationOptions {
  readonly seed: number;
  readonly networks: number;
  readonly width: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Share of the features that a step does without. */
  readonly dropout: number;
  /** The same of the numbers of the meanings. */
  readonly meaningsDropout: number;
  /** Features seen in fewer rows are left out. */
  readonly least: number;
}

interface Example {
  readonly features: Uint32Array;
  readonly meanings: Float32Array;
  readonly label: number;
  readonly weight: number;
}

/** The model of the rows. */
export function trainRelation(
  rows: readonly RelationRow[],
  vectors: WordVectors,
  options: RelationOptions,
): RelationModel {
  const classes = [...new Set(rows.map((row) => row.label))].sort();
  const seen = new Map<string, number>();
  for (const row of rows)
    for (const feature of new Set(row.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const features = new Map<string, number>();
  for (const [feature, count] of seen) if (count >= options.least) features.set(feature, features.size);
  const examples = rows.map((row) => ({
    features: Uint32Array.from([...new Set(row.features)].flatMap((name) => features.get(name) ?? [])),
    meanings: meaningsOf(new Set(row.features), vectors),
    label: classes.indexOf(row.label),
    weight: row.weight,
  }));
  const networks = Array.from({ length: options.networks }, (_, index) =>
    trainNetwork(examples, features.size, classes.length, { ...options, seed: options.seed * 100 + index }),
  );
  return { classes, features, width: options.width, networks, vectors };
}

/** Numbers that learn: AdaGrad, with a pull towards zero. */
class Weights {
  readonly values: Float32Array;
  readonly #squares: Float32Array;
  readonly #rate: number;

  constructor(values: Float32Array, rate: number) {
    this.values = values;
    this.#squares = new Float32Array(values.length).fill(1e-4);
    this.#rate = rate;
  }

  /** One step against the gradient. */
  step(at: number, slope: number, decay: number): void {
    const gradient = slope + decay * this.values[at]!;
    this.#squares[at]! += gradient * gradient;
    this.values[at]! -= (this.#rate * gradient) / Math.sqrt(this.#squares[at]!);
  }
}

function trainNetwork(
  examples: readonly Example[],
  features: number,
  classes: number,
  { seed, width, epochs, rate, decay, dropout, meaningsDropout }: RelationOptions,
): RelationNetwork {
  const random = new Random(seed);
  const drawn = (length: number, deviation: number, ownRate = rate) =>
    new Weights(
      Float32Array.from({ length }, () => random.normal() * deviation),
      ownRate,
    );
  const rows = drawn(features * width, 0.05);
  // every row meets these in every step, a feature's in a few: they move less
  const numbers = examples[0]!.meanings.length;
  const meaningRows = drawn(numbers * width, 0.05, rate / 2);
  const bias = drawn(width, 0);
  const output = drawn(width * classes, 0.1);
  const outputBias = drawn(classes, 0);
  const hidden = new Float64Array(width);
  const slopesOfUnits = new Float64Array(width);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of random.shuffle(order)) {
      const { features: all, meanings: whole, label, weight } = examples[at]!;
      const kept = all.filter(() => random.next() > dropout);
      hidden.set(bias.values);
      for (const feature of kept)
        for (let unit = 0; unit < width; unit++) hidden[unit]! += rows.values[feature * width + unit]!;
      const meanings = whole.map((value) => (random.next() > meaningsDropout ? value : 0));
      addMeanings(hidden, meaningRows.values, meanings);
      const slopes = Float64Array.from(outputBias.values);
      for (let unit = 0; unit < width; unit++) {
        hidden[unit] = Math.tanh(hidden[unit]!);
        for (let index = 0; index < classes; index++)
          slopes[index]! += hidden[unit]! * output.values[unit * classes + index]!;
      }
      softmax(slopes);
      slopes[label]! -= 1;
      for (let index = 0; index < classes; index++) slopes[index]! *= weight;
      for (let unit = 0; unit < width; unit++) {
        let slope = 0;
        for (let index = 0; index < classes; index++) {
          slope += slopes[index]! * output.values[unit * classes + index]!;
          output.step(unit * classes + index, slopes[index]! * hidden[unit]!, 1e-4);
        }
        slope *= 1 - hidden[unit]! ** 2;
        bias.step(unit, slope, 0);
        for (const feature of kept) rows.step(feature * width + unit, slope, decay);
        slopesOfUnits[unit] = slope;
      }
      for (let number = 0; number < numbers; number++) {
        const value = meanings[number]!;
        if (value === 0) continue;
        for (let unit = 0; unit < width; unit++)
          meaningRows.step(number * width + unit, slopesOfUnits[unit]! * value, decay / 5);
      }
      for (let index = 0; index < classes; index++) outputBias.step(index, slopes[index]!, 0);
    }
  }
  return {
    rows: rows.values,
    scale: 1 - dropout,
    meanings: meaningRows.values.map((value) => value * (1 - meaningsDropout)),
    bias: bias.values,
    output: output.values,
    outputBias: outputBias.values,
  };
}
