/**
 * Makes knowledge/models/word-vectors: the main directions of GloVe's vectors for its
 * most frequent words, as bytes. Needs the package that train/settings.ts names.
 */
import { readFileSync } from "node:fs";
import { packModel } from "../../src/knowledge/model-file.ts";
import { generalVectors, generalVectorsFile } from "../train/general-vectors.ts";
import { joinVectors } from "../train/join-vectors.ts";
import { GENERAL } from "../train/settings.ts";
import { WORD_VECTORS } from "./settings.ts";
import { sha256, writeModel } from "./write-model.ts";

/** Words of letters alone. */
const WORD = /^\p{L}{2,}$/u;

/** Writes the vectors; false where GloVe's package is not installed. */
export function makeWordVectors(): boolean {
  const file = generalVectorsFile(GENERAL.package);
  if (file === null) return false;
  const { words: count, width } = WORD_VECTORS;
  const all = generalVectors(new Set(), { package: GENERAL.package, frequent: count * 2 });
  const words = [...all.keys()].filter((word) => WORD.test(word)).slice(0, count);
  const kept = joinVectors([{ vectors: centred(words, all), width, deviation: 1 }]);
  const rows = new Float32Array(words.length * width);
  words.forEach((word, row) => {
    const vector = kept.get(word)!;
    const length = Math.hypot(...vector);
    rows.set(
      vector.map((x) => x / length),
      row * width,
    );
  });
  const scale = rows.reduce((most, x) => Math.max(most, Math.abs(x)), 0) / 127;
  const packed = packModel({
    meta: { words: words.join(" "), width, scale },
    arrays: { rows: Int8Array.from(rows, (x) => Math.round(x / scale)) },
  });
  writeModel("word-vectors", packed, {
    trainedOn: [],
    besides: [
      {
        file: `${GENERAL.package}@${GENERAL.version}`,
        sha256: sha256(readFileSync(file)),
        use: "GloVe's vectors; their main directions are kept",
      },
    ],
    licence: "Public Domain Dedication and License (GloVe); MIT (its package)",
    measuredOn: "by the relation model, which reads them",
    features: [`${GENERAL.package} ${GENERAL.version}: mean taken away, main directions, unit length, bytes`],
    scores: null,
    settings: WORD_VECTORS,
  });
  return true;
}

/** The vectors without what they all share, which tells nothing. */
function centred(
  words: readonly string[],
  all: ReadonlyMap<string, Float32Array>,
): Map<string, Float32Array> {
  const size = all.get(words[0]!)!.length;
  const mean = new Float64Array(size);
  for (const word of words) {
    const vector = all.get(word)!;
    for (let k = 0; k < size; k++) mean[k]! += vector[k]! / words.length;
  }
  return new Map(words.map((word) => [word, all.get(word)!.map((x, k) => x - mean[k]!)]));
}
