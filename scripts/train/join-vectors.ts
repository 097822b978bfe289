/**
 * Word vectors of two sources in one: each turned to its main directions
 * (principal components, uncentred) and cut to fewer numbers, one behind the
 * other. A word that one source lacks has zeros there.
 */

/** Vectors of one source and how many numbers of them to keep. */
export interface VectorSource {
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly width: number;
  /** Standard deviation of the vectors before they are cut. */
  readonly deviation: number;
}

/** Rounds of the power method for each direction; more change nothing that training would notice. */
const ROUNDS = 60;

/** The directions in which the vectors spread most, unit vectors at right angles. */
function mainDirections(vectors: ReadonlyMap<string, Float32Array>, count: number): Float64Array[] {
  const size = vectors.values().next().value?.length ?? 0;
  const products = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors.values()) {
    for (let i = 0; i < size; i++) {
      const row = products[i]!;
      for (let j = 0; j < size; j++) row[j]! += vector[i]! * vector[j]!;
    }
  }
  const found: Float64Array[] = [];
  while (found.length < Math.min(count, size)) {
    let direction = Float64Array.from({ length: size }, (_, i) => Math.sin(i * (found.length + 1) + 1));
    for (let round = 0; round < ROUNDS; round++) {
      const next = products.map((row) => row.reduce((sum, x, j) => sum + x * direction[j]!, 0));
      for (const other of found) {
        const shared = other.reduce((sum, x, i) => sum + x * next[i]!, 0);
        for (let i = 0; i < size; i++) next[i]! -= shared * other[i]!;
      }
      const length = Math.hypot(...next);
      direction = Float64Array.from(next, (x) => x / length);
    }
    found.push(direction);
  }
  return found;
}

/** Vectors of all forms of all sources: the kept numbers of each source in turn. */
export function joinVectors(sources: readonly VectorSource[]): Map<string, Float32Array> {
  const width = sources.reduce((sum, source) => sum + source.width, 0);
  const joined = new Map<string, Float32Array>();
  let from = 0;
  for (const source of sources) {
    const directions = mainDirections(source.vectors, source.width);
    let squares = 0;
    let numbers = 0;
    for (const vector of source.vectors.values()) {
      for (const x of vector) squares += x * x;
      numbers += vector.length;
    }
    const scale = source.deviation / Math.sqrt(squares / numbers);
    for (const [form, vector] of source.vectors) {
      const whole = joined.get(form) ?? new Float32Array(width);
      directions.forEach((direction, k) => {
        whole[from + k] = scale * direction.reduce((sum, x, i) => sum + x * vector[i]!, 0);
      });
      joined.set(form, whole);
    }
    from += source.width;
  }
  return joined;
}
