/** Writes a trained coding model and its card: digests of data and files, settings, cross-validated scores. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { knowledgePath } from "../../src/knowledge/dir.ts";

/** Development data beside the checkout. */
export const DATA = knowledgePath("..", "..", "shared", "data");

export interface CardDetail {
  /** Files below the development data that it was trained on. */
  readonly trainedOn: readonly string[];
  /** What else it was made from, with digest and use. */
  readonly besides?: readonly { readonly file: string; readonly sha256: string; readonly use: string }[];
  readonly licence: string;
  readonly measuredOn: string;
  readonly scores: unknown;
  readonly settings: unknown;
  /** What the features are made of, in words. */
  readonly features: readonly string[];
}

export const sha256 = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");

/** Writes `knowledge/models/<name>/weights.tsv` (or `.bin` for bytes) and its `card.json`. */
export function writeModel(name: string, weights: string | Uint8Array, detail: CardDetail): void {
  const file = typeof weights === "string" ? "weights.tsv" : "weights.bin";
  mkdirSync(knowledgePath("models", name), { recursive: true });
  writeFileSync(knowledgePath("models", name, file), weights);
  const { trainedOn, besides = [], ...rest } = detail;
  const card = {
    name,
    files: [{ file, sha256: sha256(weights) }],
    trainedOn: [
      ...trainedOn.map((file) => ({
        file,
        sha256: sha256(readFileSync(`${DATA}/${file}`)),
        use: "statistics over words, trees and rules; no sentence is kept",
      })),
      ...besides,
    ],
    ...rest,
    command: "npm run train:coding",
  };
  writeFileSync(knowledgePath("models", name, "card.json"), `${JSON.stringify(card, null, 2)}\n`);
}
