/**
 * Word vectors from raw text: skip-gram with negative samples, each place around
 * the word with output vectors of its own (Ling et al. 2015), which draws words
 * of like syntax together.
 */
import { packModel, unpackModel } from "../../src/knowledge/model-file.ts";
import { Random } from "./random.ts";

export interface VectorOptions {
  readonly seed: number;
  readonly width: number;
  readonly minCount: number;
  readonly epochs: number;
  readonly negatives: number;
  /** Standard deviation of the numbers that come out. */
  readonly deviation: number;
}

const PLACES = [-2, -1, 1, 2] as const;
/** Words more frequent than this share are skipped now and then as centre. */
const FREQUENT = 1e-3;

/** Vectors by form, for the forms that are frequent enough. */
export function trainVectors(
  sentences: readonly (readonly string[])[],
  options: VectorOptions,
  say = (_: string) => {},
): Map<string, Float32Array> {
  const random = new Random(options.seed);
  const counts = new Map<string, number>();
  for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const forms = [...counts].filter(([, n]) => n >= options.minCount).map(([form]) => form);
  const ids = new Map(forms.map((form, i) => [form, i]));
  const corpus = sentences.map((words) => Int32Array.from(words.flatMap((word) => ids.get(word) ?? [])));
  const total = corpus.reduce((sum, words) => sum + words.length, 0);
  const width = options.width;
  const vectors = Float32Array.from({ length: forms.length * width }, () => (random.next() - 0.5) / width);
  const outputs = PLACES.map(() => new Float32Array(forms.length * width));
  const noise = new Int32Array(1 << 20);
  let mass = 0;
  for (const form of forms) mass += counts.get(form)! ** 0.75;
  let filled = 0;
  let sum = 0;
  forms.forEach((form, id) => {
    sum += counts.get(form)! ** 0.75;
    const end = Math.round((sum / mass) * noise.length);
    while (filled < end) noise[filled++] = id;
  });
  const keep = Float64Array.from(forms, (form) =>
    Math.min(1, Math.sqrt((FREQUENT * total) / counts.get(form)!)),
  );
  const change = new Float32Array(width);
  let done = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const words of corpus) {
      const rate = 0.03 * Math.max(0.05, 1 - done / (options.epochs * total));
      done += words.length;
      for (let i = 0; i < words.length; i++) {
        const centre = words[i]!;
        if (random.next() > keep[centre]!) continue;
        const from = centre * width;
        change.fill(0);
        for (let p = 0; p < PLACES.length; p++) {
          const context = words[i + PLACES[p]!];
          if (context === undefined) continue;
          const output = outputs[p]!;
          for (let s = 0; s <= options.negatives; s++) {
            const target: number = s === 0 ? context : noise[random.below(noise.length)]!;
            if (s > 0 && target === context) continue;
            const to = target * width;
            let dot = 0;
            for (let k = 0; k < width; k++) dot += vectors[from + k]! * output[to + k]!;
            const step = rate * ((s === 0 ? 1 : 0) - 1 / (1 + Math.exp(-dot)));
            for (let k = 0; k < width; k++) {
              change[k]! += step * output[to + k]!;
              output[to + k]! += step * vectors[from + k]!;
            }
          }
        }
        for (let k = 0; k < width; k++) vectors[from + k]! += change[k]!;
      }
    }
    say(`vectors epoch ${epoch + 1}: ${forms.length} forms, ${total} words`);
  }
  let squares = 0;
  for (const value of vectors) squares += value * value;
  const scale = options.deviation / Math.sqrt(squares / vectors.length);
  return new Map(
    forms.map((form, id) => [form, vectors.slice(id * width, (id + 1) * width).map((x) => x * scale)]),
  );
}

/** The vectors as bytes. */
export function packVectors(vectors: ReadonlyMap<string, Float32Array>): Uint8Array {
  const forms = [...vectors.keys()];
  const width = vectors.get(forms[0]!)!.length;
  const values = new Float32Array(forms.length * width);
  forms.forEach((form, i) => {
    values.set(vectors.get(form)!, i * width);
  });
  return packModel({ meta: { forms, width }, arrays: { values } });
}

/** The vectors in these bytes. */
export function unpackVectors(bytes: Uint8Array): Map<string, Float32Array> {
  const { meta, arrays } = unpackModel(bytes, "vectors");
  const width = meta.width as number;
  const values = arrays.values as Float32Array;
  return new Map((meta.forms as string[]).map((form, i) => [form, values.slice(i * width, (i + 1) * width)]));
}
