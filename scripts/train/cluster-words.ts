/**
 * Groups words by their vectors (k-means), for the tagger: words that it never
 * saw with a tag lie in a group with words that it saw.
 */
import { Random } from "./random.ts";

function normalised(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const x of vector) squares += x * x;
  const scale = 1 / Math.sqrt(squares + 1e-9);
  return vector.map((x) => x * scale);
}

/** Group of each form, 0 to `groups` - 1. */
export function clusterWords(
  vectors: ReadonlyMap<string, Float32Array>,
  groups: number,
  rounds: number,
  seed: number,
): Map<string, number> {
  const random = new Random(seed);
  const forms = [...vectors.keys()];
  const points = forms.map((form) => normalised(vectors.get(form)!));
  const width = points[0]!.length;
  let centres: Float32Array[] = Array.from({ length: groups }, () =>
    Float32Array.from(points[random.below(points.length)]!),
  );
  const group = new Int32Array(points.length);
  for (let round = 0; round < rounds; round++) {
    const sums = centres.map(() => new Float32Array(width));
    points.forEach((point, i) => {
      let best = -2;
      for (let g = 0; g < groups; g++) {
        const centre = centres[g]!;
        let dot = 0;
        for (let k = 0; k < width; k++) dot += point[k]! * centre[k]!;
        if (dot > best) {
          best = dot;
          group[i] = g;
        }
      }
      const sum = sums[group[i]!]!;
      for (let k = 0; k < width; k++) sum[k]! += point[k]!;
    });
    centres = sums.map(normalised);
  }
  return new Map(forms.map((form, i) => [form, group[i]!]));
}
