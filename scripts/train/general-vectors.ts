/**
 * Word vectors that others learnt from far more text than lies beside the
 * checkout: GloVe of 100 numbers (Pennington, Socher and Manning 2014; public
 * domain), as the npm package that settings.ts names packs them. The package is
 * no dependency: who trains installs it for the time being.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Packed {
  /** Words, the most frequent first. */
  readonly words: readonly string[];
  /** Numbers of each word; what stands behind `dimensions` is the package's own. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  readonly dimensions: number;
}

const require = createRequire(import.meta.url);

/** The file of the package that holds the vectors; null where it is not installed. */
export function generalVectorsFile(name: string): string | null {
  try {
    return require.resolve(name);
  } catch {
    return null;
  }
}

/** Vectors of these forms and of the most frequent words. */
export function generalVectors(
  forms: ReadonlySet<string>,
  options: { readonly package: string; readonly frequent: number },
): Map<string, Float32Array> {
  const packed = JSON.parse(readFileSync(require.resolve(options.package), "utf8")) as Packed;
  const found = new Map<string, Float32Array>();
  packed.words.forEach((word, rank) => {
    if (found.has(word) || (rank >= options.frequent && !forms.has(word))) return;
    found.set(word, Float32Array.from(packed.vectors[word]!.slice(0, packed.dimensions)));
  });
  return found;
}
