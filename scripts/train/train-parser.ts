/**
 * Trains the parser's network: vocabulary, mini-batches of sentences of like
 * length, Adam with a rate that rises and then falls, averaged weights. Tags are
 * predicted ones, so that the parser learns with the tagger's mistakes.
 */
import type { ModelFile, WeightArray } from "../../src/knowledge/model-file.ts";
import type { NetworkSizes } from "../../src/language/parse/network-sizes.ts";
import { rowIds } from "../../src/language/parse/parser.ts";
import { ROOT_KEY, UNKNOWN_WORD, wordKeys } from "../../src/language/parse/word-keys.ts";
import { type Example, TrainingNetwork } from "./network/parser-network.ts";
import { adam } from "./network/tensors.ts";
import { Random } from "./random.ts";

/** A sentence with predicted tags and a tree to learn. */
export interface TreeExample {
  readonly forms: readonly string[];
  /** Joint tags, "NOUN NN". */
  readonly tags: readonly string[];
  /** Head of each word, -1 for the root. */
  readonly heads: readonly number[];
  readonly deprels: readonly string[];
  /** Share of the loss (default 1). */
  readonly weight?: number;
}

export interface ParserOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly sizes: Omit<NetworkSizes, "labels">;
  readonly batchWords: number;
  readonly rate: number;
  /** A word of count n is shown as unknown with probability alpha / (alpha + n). */
  readonly alpha: number;
  readonly dropout: { input: number; layer: number; head: number };
  /** Names seen fewer times than this have no row. */
  readonly minCount: number;
  /** Vectors by form, learnt from raw text, to begin with. */
  readonly vectors?: ReadonlyMap<string, Float32Array>;
  /** Trees that are not gold, of which each epoch takes so many words, going round. */
  readonly extra?: { readonly examples: readonly TreeExample[]; readonly wordsPerEpoch: number };
}

function countKeys(examples: readonly TreeExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { forms, tags } of examples) {
    for (const keys of wordKeys(forms, tags))
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Rows of 8-bit whole numbers with one scale each. */
function quantise(values: Float32Array, width: number): { table: Int8Array; scales: Float32Array } {
  const rows = values.length / width;
  const table = new Int8Array(values.length);
  const scales = new Float32Array(rows);
  for (let r = 0; r < rows; r++) {
    let top = 0;
    for (let k = 0; k < width; k++) top = Math.max(top, Math.abs(values[r * width + k]!));
    scales[r] = top / 127;
    if (top > 0)
      for (let k = 0; k < width; k++) table[r * width + k] = Math.round((values[r * width + k]! * 127) / top);
  }
  return { table, scales };
}

/** Batches of about `words` words, sentences of like length together, in random order. */
function batches(examples: readonly Example[], words: number, random: Random): Example[][] {
  const order = examples.map((example) => ({
    example,
    place: example.ids.length * (1 + 0.2 * random.next()) + random.next(),
  }));
  order.sort((a, b) => a.place - b.place);
  const result: Example[][] = [];
  let batch: Example[] = [];
  let size = 0;
  for (const { example } of order) {
    batch.push(example);
    size += example.ids.length;
    if (size >= words) {
      result.push(batch);
      batch = [];
      size = 0;
    }
  }
  if (batch.length > 0) result.push(batch);
  return random.shuffle(result);
}

/** Weights of a parser trained on these trees; `check` sees the model after every epoch it asks for. */
export function trainParser(
  gold: readonly TreeExample[],
  options: ParserOptions,
  say = (_: string) => {},
  check = (_model: ModelFile, _epoch: number) => {},
  checkEvery = 0,
): ModelFile {
  const random = new Random(options.seed);
  const labelNames = [...new Set(gold.flatMap((e) => e.deprels))].sort();
  const labelIds = new Map(labelNames.map((name, i) => [name, i]));
  const counts = countKeys(gold);
  const keys = [ROOT_KEY, UNKNOWN_WORD];
  for (const [key, count] of counts) {
    if (count >= options.minCount || (key.startsWith("w:") && options.vectors?.has(key.slice(2))))
      keys.push(key);
  }
  for (const form of options.vectors?.keys() ?? []) if (!counts.has(`w:${form}`)) keys.push(`w:${form}`);
  const vocabulary = new Map(keys.map((key, i) => [key, i]));
  const { width } = options.sizes;
  const table = new Float32Array(keys.length * width);
  for (let i = 0; i < table.length; i++) table[i] = random.normal() * 0.1;
  keys.forEach((key, i) => {
    const vector = key.startsWith("w:") ? options.vectors?.get(key.slice(2)) : undefined;
    if (vector !== undefined) table.set(vector, i * width);
    else if (key.startsWith("w:") && options.vectors !== undefined) table.fill(0, i * width, (i + 1) * width);
  });
  const network = new TrainingNetwork({ ...options.sizes, labels: labelNames.length }, random);
  const { kernel } = network;
  const parameters = network.parameters();
  const m = new Float32Array(table.length);
  const v = new Float32Array(table.length);
  const average = Float32Array.from(table);
  for (const p of parameters) p.average.set(p.value);
  const encode = (e: TreeExample): Example => ({
    ids: rowIds(vocabulary, e.forms, e.tags),
    heads: Int32Array.from(e.heads, (h) => h + 1),
    labels: Int32Array.from(e.deprels, (d) => labelIds.get(d)!),
    weight: e.weight ?? 1,
  });
  const sentences = gold.map(encode);
  let extraAt = 0;
  const slice = (): Example[] => {
    const taken: Example[] = [];
    const { examples, wordsPerEpoch } = options.extra ?? { examples: [], wordsPerEpoch: 0 };
    for (let words = 0; words < wordsPerEpoch && taken.length < examples.length; extraAt++) {
      const example = encode(examples[extraAt % examples.length]!);
      taken.push(example);
      words += example.heads.length;
    }
    return taken;
  };
  const wordCount = Float32Array.from(keys, (key) =>
    key.startsWith("w:") && key !== UNKNOWN_WORD ? (counts.get(key) ?? 0) : -1,
  );
  const unknown = vocabulary.get(UNKNOWN_WORD)!;
  const total =
    sentences.reduce((sum, s) => sum + s.heads.length + 1, 0) + 1.04 * (options.extra?.wordsPerEpoch ?? 0);
  const stepsInAll = Math.ceil((options.epochs * total) / options.batchWords);
  const model = (): ModelFile => {
    const arrays: Record<string, WeightArray> = quantise(average, width);
    for (const p of parameters) arrays[p.name] = Float32Array.from(p.average);
    return { meta: { kind: "parser", sizes: network.sizes, labelNames, keys }, arrays };
  };
  let step = 0;
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const examples = [...sentences, ...slice()].map((s): Example => {
      const ids = s.ids.map((row) => {
        const first = row[0]!;
        const count = wordCount[first]!;
        if (count < 0 || random.next() > options.alpha / (options.alpha + count)) return row;
        const changed = Int32Array.from(row);
        changed[0] = unknown;
        return changed;
      });
      return { ids, heads: s.heads, labels: s.labels, weight: s.weight };
    });
    let loss = 0;
    let words = 0;
    for (const batch of batches(examples, options.batchWords, random)) {
      step++;
      for (const p of parameters) {
        p.refresh(kernel);
        kernel.view(p.gradient).fill(0);
      }
      const gradients = new Map<number, Float32Array>();
      const result = network.learn(batch, table, options.dropout, random, gradients);
      loss += result.loss;
      words += result.words;
      let norm = 0;
      for (const p of parameters) for (const g of kernel.view(p.gradient)) norm += g * g;
      for (const row of gradients.values()) for (const g of row) norm += g * g;
      norm = Math.sqrt(norm) / result.words;
      const progress = step / stepsInAll;
      const rate = options.rate * Math.min(1, step / 100) * Math.max(0.03, 1 - progress);
      const adamOptions = { rate, step, scale: Math.min(1, 3 / norm) / result.words };
      for (const p of parameters)
        adam(p.value, kernel.view(p.gradient), p.first, p.second, 0, p.value.length, 0, adamOptions);
      for (const [id, row] of gradients) adam(table, row, m, v, id * width, (id + 1) * width, 0, adamOptions);
      const decay = Math.min(0.998, step / (step + 10));
      for (const p of parameters) {
        for (let i = 0; i < p.value.length; i++) p.average[i]! += (1 - decay) * (p.value[i]! - p.average[i]!);
      }
      if (step % 10 === 0) {
        const decay10 = decay ** 10;
        for (let i = 0; i < table.length; i++) average[i]! += (1 - decay10) * (table[i]! - average[i]!);
      }
    }
    say(`parser epoch ${epoch}: loss ${(loss / words).toFixed(3)} a word`);
    if (checkEvery > 0 && (epoch % checkEvery === 0 || epoch === options.epochs)) check(model(), epoch);
  }
  return model();
}
