/**
 * `virtual:knowledge`: what the pages need to know of knowledge/ to name things:
 * states by code, event types with quad and gloss, modes, sectors, kinds and
 * steps of the ledgers, and which endpoints the API has. Taken when the pages are built: what is shipped together
 * uses the same words.
 */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { readStates } from "./gazetteer.ts";

const NAME = "virtual:knowledge";
const KNOWLEDGE = fileURLToPath(new URL("../../knowledge", import.meta.url));
const ONTOLOGY = `${KNOWLEDGE}/ontology`;

interface EventFile {
  readonly type: string;
  readonly quad: number;
  readonly score: number;
  readonly gloss: string;
  readonly modes?: readonly { readonly mode: string; readonly gloss?: string }[];
}

const ENDPOINTS = fileURLToPath(new URL("../../src/views/api/endpoints", import.meta.url));

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
    ledgers: readLedgers(),
    endpoints: readEndpoints(),
  };
}

interface LedgerRule {
  readonly ledger: string;
  readonly kind?: string;
  readonly step?: string;
  readonly ahead?: string;
}

/** What an entry of each ledger may be, and which steps its life may have, by the rules and the words of things. */
function readLedgers() {
  const files = [`${KNOWLEDGE}/rules/ledgers/*.jsonl`, `${KNOWLEDGE}/lexicon/*/ledger-things.jsonl`];
  const rules = files.flatMap((pattern) => globSync(pattern)).flatMap((path) => linesOf<LedgerRule>(path));
  const sorted = (values: readonly (string | undefined)[]) =>
    [...new Set(values.flatMap((value) => value ?? []))].sort();
  return Object.fromEntries(
    [...Map.groupBy(rules, ({ ledger }) => ledger)].map(([ledger, own]) => [
      ledger,
      {
        kinds: sorted(own.map(({ kind }) => kind)),
        steps: sorted(own.flatMap(({ step, ahead }) => [step, ahead])),
      },
    ]),
  );
}

/** Paths of the API that the pages are built with, below its root; values in braces are left as `{}`. */
function readEndpoints(): string[] {
  const sources = globSync(`${ENDPOINTS}/*.ts`).map((path) => readFileSync(path, "utf8"));
  const paths = sources.flatMap((text) =>
    [...text.matchAll(/["`]\/api\/v1(\/[^"`?]+)["`]/g)].map(([, path = ""]) => path),
  );
  return [...new Set(paths.map((path) => path.replaceAll(/\$?\{[^}]*\}/g, "{}")))].sort();
}

function labels(file: string, key: string): Record<string, string> {
  const lines = linesOf<Record<string, string>>(`${ONTOLOGY}/${file}`);
  return Object.fromEntries(lines.map((each) => [each[key] ?? "", each.label ?? ""]));
}

function linesOf<Line>(path: string): Line[] {
  const lines = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as Line);
}
