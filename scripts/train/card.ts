/** Writes the card of a model: what it was trained on and with, its licence, and the digests of data and files. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import { dataPath, RAW_FILES } from "./raw-text.ts";

const TREEBANKS = ["ud/en_ewt-train.conllu.gz", "ud/en_pud-wiki.conllu.gz"] as const;
const LICENCES: Record<string, string> = {
  "ud/en_ewt-train.conllu.gz": "CC BY-SA 4.0",
  "ud/en_pud-wiki.conllu.gz": "CC BY-SA 3.0",
};

const sha256 = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

export interface CardDetail {
  readonly features: readonly string[];
  readonly settings: Record<string, unknown>;
  readonly scores: Record<string, unknown>;
}

/** Writes `knowledge/models/<name>/card.json`. */
export function writeCard(name: string, files: readonly string[], detail: CardDetail): void {
  const labels = TREEBANKS.map((file) => ({ file, sha256: sha256(dataPath(file)), licence: LICENCES[file] }));
  const words = RAW_FILES.map((file) => ({
    file,
    sha256: sha256(dataPath(file)),
    use: "raw words; for the parser silver trees too",
  }));
  const card = {
    name,
    files: files.map((file) => ({ file, sha256: sha256(knowledgePath("models", name, file)) })),
    trainedOn: name === "lemmatizer" ? labels : [...labels, ...words],
    licence: "CC BY-SA 4.0 (weights derived from the treebanks named in trainedOn)",
    measuredOn:
      "en_pud-news-dev, en_gum-news-dev, en_ewt-dev: from raw text, F1 in percent as in the CoNLL 2018 shared task",
    command: "npm run train",
    ...detail,
  };
  writeFileSync(knowledgePath("models", name, "card.json"), `${JSON.stringify(card, null, 2)}\n`);
}
