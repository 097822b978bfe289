/**
 * Entries of knowledge/ in, references to nothing out: event types, modes,
 * contexts, sectors, CAMEO codes, persons and bodies that no entry defines.
 */
import { loadOntology } from "../../src/knowledge/ontology.ts";
import type { Finding } from "./finding.ts";
import type { KnowledgeEntry } from "./knowledge-files.ts";

/** Says what a value refers to in vain; null where it refers to something. */
type Check = (value: string) => string | null;

/** Fields that refer to something, by the file that they stand in. */
const FIELDS: readonly (readonly [file: RegExp, field: string, kind: keyof ReturnType<typeof checks>])[] = [
  [/^knowledge\/rules\/coding\//, "gives", "event"],
  [/^knowledge\/rules\/coding\//, "cameo", "cameo"],
  [/^knowledge\/rules\/coding\//, "context", "context"],
  [/^knowledge\/ontology\/cameo\.jsonl$/, "contexts", "context"],
  [/^knowledge\/ontology\/cameo-choices\.jsonl$/, "cameo", "cameo"],
  [/^knowledge\/(?:lexicon|gazetteer)\//, "sector", "sector"],
  [/^knowledge\/gazetteer\/terms\.tsv$/, "person", "id"],
  [/^knowledge\/gazetteer\/terms\.tsv$/, "body", "id"],
];
const MOST_PER_FIELD = 5;

/** References of the entries that lead nowhere, at most a few for each field of a file. */
export function checkReferences(entries: readonly KnowledgeEntry[]): Finding[] {
  const kinds = checks(entries);
  return FIELDS.flatMap(([file, field, kind]) => {
    const findings = entries
      .filter((entry) => file.test(entry.path))
      .flatMap(({ path, line, value }) =>
        valuesOf(value[field]).flatMap((each) => {
          const message = kinds[kind](each);
          return message === null ? [] : [{ path, line, message: `${field}: ${message}` }];
        }),
      );
    const more = findings.length - MOST_PER_FIELD;
    const rest = { path: findings[0]?.path ?? "", line: 0, message: `${field}: ${more} more lead nowhere` };
    return more > 0 ? [...findings.slice(0, MOST_PER_FIELD), rest] : findings;
  });
}

function valuesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((each): each is string => typeof each === "string" && each !== "");
}

function checks(entries: readonly KnowledgeEntry[]) {
  const ontology = loadOntology();
  const contexts = new Set<string>(ontology.contexts.map((each) => each.context));
  const sectors = new Set<string>(ontology.sectors.map((each) => each.sector));
  const ids = new Set(entries.map((entry) => entry.value.id));
  const known = (holds: boolean, what: string, value: string) => (holds ? null : `no ${what} ${value}`);
  const event: Check = (value) => {
    const [type = "", mode] = value.split("/");
    if (type === "NONE") return null;
    if (!ontology.isEvent(type)) return `no event type ${type}`;
    return known(mode === undefined || ontology.isMode(type, mode), "mode", value);
  };
  return {
    event,
    cameo: (value: string) => known(ontology.cameoEntry(value) !== null, "CAMEO code", value),
    context: (value: string) => known(contexts.has(value), "context", value),
    sector: (value: string) => known(sectors.has(value), "sector", value),
    id: (value: string) => known(ids.has(value), "entry", value),
  } satisfies Record<string, Check>;
}
