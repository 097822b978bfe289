/**
 * Loads all that the language room needs from knowledge/: tables of the
 * splitter and the lemmatizer, weights of the tagger and the parser.
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";
import { type LemmaData, loadKnownTags, loadLemmaData } from "./lemmas.ts";
import { type ModelFile, unpackModel } from "./model-file.ts";
import { loadTokenizingData, type TokenizingData } from "./tokenizing.ts";

export interface LanguageModels {
  readonly tokenizing: TokenizingData;
  readonly lemmas: LemmaData;
  /** Tags of forms that are of one word class alone. */
  readonly knownTags: ReadonlyMap<string, readonly string[]>;
  readonly tagger: ModelFile;
  readonly parser: ModelFile;
}

/** The model of that name, read from `knowledge/models/<name>/<file>`. */
export function loadModel(name: string, file = "weights.bin"): ModelFile {
  return unpackModel(readFileSync(knowledgePath("models", name, file)), `${name}/${file}`);
}

/** Everything that createLanguage needs.
 * @throws Fault `knowledge/malformed` when a file is of another version */
export function loadLanguageModels(): LanguageModels {
  return Object.freeze({
    tokenizing: loadTokenizingData(),
    lemmas: loadLemmaData(),
    knownTags: loadKnownTags(),
    tagger: loadModel("tagger"),
    parser: loadModel("parser"),
  });
}
