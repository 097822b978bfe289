/**
 * `virtual:knowledge`: what the pages need to know of knowledge/ to name things:
 * states by code, event types with quad and gloss, modes, sectors. Taken when the
 * pages are built, so that screen and record use the same words.
 */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { readStates } from "./gazetteer.ts";

const NAME = "virtual:knowledge";
const ONTOLOGY = fileURLToPath(new URL("../../knowledge/ontology", import.meta.url));

interface EventFile {
  readonly type: string;
  readonly quad: number;
  readonly score: number;
  readonly gloss: string;
  readonly modes?: readonly { readonly mode: string; readonly gloss?: string }[];
}

/** The plugin for vite.config.ts. */
export function knowledge(): Plugin {
  return {
    name: "chancery-knowledge",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(readKnowledge())};` : null),
  };
}

/** States, event types and sectors as the pages hold them. */
export function readKnowledge() {
  const types = globSync(`${ONTOLOGY}/events/*.json`)
    .map((path) => JSON.parse(readFileSync(path, "utf8")) as EventFile)
    .sort((a, b) => a.quad - b.quad || b.score - a.score || (a.type < b.type ? -1 : 1))
    .map(({ type, quad, score, gloss, modes = [] }) => ({
      type,
      quad,
      score,
      gloss,
      modes: modes.map(({ mode }) => mode),
    }));
  return {
    states: Object.fromEntries(readStates().map(({ code, name }) => [code, name])),
    types,
    sectors: labels("sectors.jsonl", "sector"),
    codes: labels("actor-codes.jsonl", "code"),
  };
}

function labels(file: string, key: string): Record<string, string> {
  const lines = readFileSync(`${ONTOLOGY}/${file}`, "utf8").trimEnd().split("\n");
  return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((each) => [each[key], each.label]));
}
